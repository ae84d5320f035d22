### The texts of the rooms and their invitations.

## The rooms.

rooms = As minhas salas de reunião
create-permanent-room = Criar uma sala permanente
places-left =
    { $places ->
        [1] Pode criar mais uma sala.
       *[other] Pode criar mais { $places } salas.
    }
create-first-room = Criar a minha primeira sala
no-room-yet = Ainda não tem nenhuma sala permanente
what-a-room-is = Uma sala permanente pertence-lhe e continua aberta de uma reunião para a outra: o código de acesso e os links de convite não mudam. Crie-a uma vez e convide depois quem quiser, quando quiser.
rooms-missing = Não foi possível carregar uma parte das suas salas.
search-rooms = Pesquisar uma sala
no-room-found = Nenhuma sala corresponde a «{ $query }».
rooms-found =
    { $found ->
        [one] { $found } sala encontrada
       *[other] { $found } salas encontradas
    }
clear-search = Limpar a pesquisa
sort-by = Ordenar por:
by-date = Data
by-name = Nome
by-favourites = Favoritas
newest-first = da mais recente para a mais antiga
oldest-first = da mais antiga para a mais recente
from-a-to-z = de A a Z
from-z-to-a = de Z a A
favourites-first = favoritas no início
favourites-last = favoritas no fim
order-refused = A ordenação escolhida não foi guardada.
favourite = Favorita: { $room }
favourite-refused = A alteração das salas favoritas não foi guardada.
met = Última reunião: { $when }
never-met = Criada { $when }
today = hoje
yesterday = ontem
day-before-yesterday = anteontem
days-ago = há { $days } dias
weeks-ago = há { $weeks } semanas
months-ago = há { $months } meses
years-ago = há { $years } anos
running =
    { $people ->
        [one] A decorrer – { $people } pessoa
       *[other] A decorrer – { $people } pessoas
    }
activity = Neste momento: { $meetings }, { $participants }
activity-meetings =
    { $meetings ->
        [one] { $meetings } reunião
       *[other] { $meetings } reuniões
    }
activity-participants =
    { $participants ->
        [one] { $participants } participante
       *[other] { $participants } participantes
    }
still-signed-in = A sua sessão continua aberta com o nome { $name }.
still-signed-in-detail = Para entrar com outra conta, termine primeiro a sessão.
what-is-temporary = Com um clique, sem criar uma sala. Poderá convidar a partir da reunião, que é esquecida assim que termina.
open-temporary = Abrir uma nova reunião temporária
temporary-short = Reunião temporária
enter-code-short = Inserir um código
in-new-window = (nova janela)
launch = Iniciar
launch-detail = «{ $room }» (nova janela)
launching = A abrir a reunião…
launch-failed = A reunião não foi iniciada.
window-blocked = A reunião foi iniciada, mas não foi possível abrir a janela.
open-meeting = Abrir a reunião
invite = Convidar
invite-detail = participantes para «{ $room }»
edit = Editar
edit-room = Editar «{ $room }»
new-recording = Nova gravação
recordings = Gravações
recordings-of = Gravações de «{ $room }»
files = Ficheiros
files-of = Ficheiros de «{ $room }»
delegates = Delegados
delegates-of = Delegados de «{ $room }»
owned-by = Sala de { $owner }
leave = Deixar de ser delegado
leave-room = Deixar de ser delegado de «{ $room }»
leave-sure = Deixará de ver esta sala.
leave-detail = Para a voltar a ter, { $owner } terá de o nomear de novo.
leave-refused = Ainda é delegado desta sala.
left = Já não é delegado de «{ $room }».
handover-offered = { $owner } cede-lhe esta sala, se aceitar.
handover-detail = Os links, o código e o PIN não mudam. O anterior proprietário passa a delegado.
accept = Aceitar
decline = Recusar
handover-refused = A sua resposta não foi guardada.
handed-over = A sala «{ $room }» é sua.
declined = Continua a ser delegado de «{ $room }».
delegates-lose =
    { $delegates ->
        [1] O seu delegado deixa de a ver.
       *[other] Os seus { $delegates } delegados deixam de a ver.
    }
delete = Eliminar
delete-room = Eliminar «{ $room }»
delete-refused = A sala não foi eliminada.
meeting-runs = Está a decorrer uma reunião nesta sala.
meeting-runs-detail = Se eliminar a sala, os links, o código e o PIN deixam de funcionar; quem já está na reunião permanece nela.
delete-anyway = Eliminar mesmo assim
keep-room = Manter a sala
room-deleted-now = A sala «{ $room }» foi eliminada. Pode anular a eliminação durante 10 minutos.
undo = Anular
restore-detail = a eliminação de «{ $room }»
room-restored = A sala «{ $room }» está novamente disponível.
restore-refused = A eliminação não foi anulada.

## The invitation.

send-invitation = Enviar um convite completo
invitation-title = Convide participantes para a sua reunião enviando-lhes, à escolha:
no-invitation = Não é possível mostrar os dados do convite.
room-is = Sala «{ $room }»
room-history = Histórico de reuniões
new = Novo
authenticated-link = O link autenticado através de { $provider }
authenticated-reminder = As pessoas convidadas com este link têm de ter uma conta { $account } para se autenticarem antes de acederem à sessão. Escolha esta opção se quiser proteger o acesso à sua reunião.
moderator-rights = Ver as permissões de «Moderador»
attendee-rights = Ver as permissões de «Participante»
pin-in-meeting = Por telefone, o PIN muda em cada reunião: é indicado aqui, e nos detalhes da sessão, enquanto a reunião está a decorrer.
pin-of-meeting = O PIN só é válido para a reunião que está a decorrer.
temporary-elsewhere = Para convidar para uma reunião temporária:
temporary-meeting = Abrir uma reunião temporária

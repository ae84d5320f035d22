### The form of a room.

## The form.

create-permanent-room = Criar uma sala permanente
edit-room-title = Editar a sala
room-name = Nome da sala
create-room = Criar a sala
creating-room = A criar a sala…
save = Guardar
room-created = A sala «{ $room }» foi criada.
room-saved = A sala foi guardada.
given-up = As suas alterações não foram guardadas.
room-not-created = A sala não foi criada.
room-not-saved = A sala não foi guardada.
room-not-shown = Não é possível mostrar a sala.

## What is wrong with a field.

name-missing = Introduza o nome da sala.
address-unusable = Introduza um endereço completo que comece por https://, ou deixe este campo vazio.
invisible-character = Este texto contém um carácter invisível: apague-o e escreva-o com o teclado.
too-long =
    { $characters ->
        [one] Este texto é demasiado longo: reduza-o a { $characters } carácter.
       *[other] Este texto é demasiado longo: reduza-o a { $characters } caracteres.
    }
number-hint = Um número de { $least } a { $most }, ou nada para não limitar.
number-refused = Introduza um número de { $least } a { $most }, ou deixe este campo vazio.

## The options.

welcoming = Acolhimento dos participantes
welcome = Mensagem de boas-vindas
welcome-hint = Todos a leem ao chegar.
max-participants = Número máximo de participantes
minutes = Duração máxima, em minutos
waiting-room = Sala de espera: um moderador deixa entrar cada participante
authenticated-bypass = Quem chega pelo link autenticado entra sem esperar
interactions = Interações
mute-on-start = Silenciar os microfones à entrada
microphones = Os participantes podem ativar o microfone
cameras = Os participantes podem ativar a câmara
cameras-for-moderators-only = Só os moderadores veem as câmaras dos participantes
private-chat = Chat privado entre participantes
public-chat = Chat público
shared-notes = Notas partilhadas
recording = Gravação
manual-recording = Os moderadores podem iniciar e parar a gravação
automatic-recording = Gravar desde o início da reunião
advanced = Definições avançadas
moderators-message = Mensagem para os moderadores
moderators-message-hint = Só os moderadores a leem, nos detalhes da sessão.
logout-url = Endereço de saída
logout-url-hint = A página que se abre ao sair da reunião, com https://. Sem endereço, é a página inicial deste portal.

## Renewing.

renewals = Renovar um acesso
renewals-detail = O anterior deixa de funcionar, os outros não mudam.
renew = Renovar
renewed = Feito. Aqui está o novo:
not-renewed = Nada foi renovado.
renew-link-sure = Quem tem o link anterior deixará de poder entrar.
renew-code-sure = Quem tem o código anterior deixará de poder entrar com ele.
renew-pin-sure = O PIN anterior deixará de servir para as próximas reuniões; se houver uma a decorrer, essa mantém-no.

## A meeting that runs.

saved-for-next-meeting = A sala foi guardada. A reunião que está a decorrer mantém as definições com que foi iniciada.
meeting-keeps-options = A sala foi guardada e está a decorrer uma reunião.
meeting-keeps-options-detail = Esta reunião mantém as definições com que foi iniciada; as novas aplicam-se à próxima. Se terminar a reunião, todos os participantes saem dela e pode voltar a iniciá-la de imediato.
end-meeting = Terminar a reunião para todos
leave-meeting = Deixar a reunião continuar
meeting-not-ended = A reunião não foi terminada.

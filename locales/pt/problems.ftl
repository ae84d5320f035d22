### What the backend refuses, by the kind of problem.

malformed = O serviço não compreendeu o pedido. Recarregue a página e tente novamente.
sign-in-expired = Esta autenticação já não é válida. Autentique-se novamente.
sign-in-required = A sua sessão já não está aberta. Autentique-se novamente para continuar.
sign-in-refused = O seu fornecedor de identidade recusou a autenticação. Tente novamente ou contacte-o.
origin-refused = O serviço não aceita pedidos provenientes deste endereço. Abra o portal no endereço habitual.
not-found = O serviço não reconhece este pedido. Recarregue a página: pode haver uma nova versão disponível.
room-not-found = Esta sala não existe ou não é sua. Volte à lista das suas salas.
recording-not-found = Esta gravação já não existe no servidor de videoconferência. Atualize a lista de gravações.
account-unknown = Inicie primeiro sessão uma vez no portal.
file-not-found = Este ficheiro já não existe nesta sala. Atualize a lista de ficheiros.
file-limit = Esta sala já tem o número máximo de ficheiros. Elimine um antes de adicionar outro; um ficheiro eliminado ainda conta durante cerca de dez minutos.
upload-offset = O serviço recebeu outra parte deste ficheiro. Retome o envio.
meeting-not-running = Não há nenhuma reunião a decorrer nesta sala. A próxima receberá os ficheiros.
file-too-large = Este ficheiro é demasiado grande: no máximo { $megabytes } MB. Reduza-o, por exemplo comprimindo as imagens.
file-type-refused = Este ficheiro não é de um tipo aceite, ou o conteúdo não é o que o nome indica. Escolha um PDF, uma apresentação, um documento, uma folha de cálculo ou uma imagem.
owner-only = Só a pessoa proprietária da sala o pode fazer. Fale com essa pessoa.
delegate-not-found = Esta pessoa já não é delegada desta sala. Atualize a lista de pessoas delegadas.
delegate-limit = Esta sala já tem o número máximo de pessoas delegadas. Remova uma antes de adicionar outra.
delegate-inactive = Esta pessoa ainda não abriu o portal. Poderá ceder-lhe a sala assim que o tiver feito.
handover-not-offered = A pessoa proprietária já não lhe oferece esta sala. Fale com essa pessoa.
link-unknown = Este link não leva a nenhuma reunião. Verifique se o copiou por inteiro ou peça-o novamente a quem enviou o convite.
attendee-sign-in-required = Este link exige autenticação. Abra-o novamente e autentique-se.
code-unknown = Este código não abre nenhuma reunião. Verifique-o ou peça-o novamente a quem enviou o convite.
ticket-unknown = Esta espera expirou. Abra novamente o seu link de convite.
proof-required = O seu navegador não conseguiu fazer a verificação pedida. Tente novamente, autentique-se ou peça um link de convite.
too-many-codes = Foram introduzidos demasiados códigos errados a partir da sua rede. Tente novamente { $later }, autentique-se ou peça um link de convite.
codes-suspended = Foram introduzidos demasiados códigos errados neste serviço: por agora, só os aceita de dispositivos que conhece. Autentique-se, peça um link de convite ou tente novamente { $later }.
too-many-meetings = Já abriu muitas reuniões temporárias. Termine uma ou tente novamente daqui a cerca de dez minutos.
daily-limit = Atingiu o limite diário de criações ou renovações. Tente novamente amanhã.
pin-taken = O PIN desta sala já está a ser usado por outra reunião. O proprietário pode renová-lo nas definições avançadas da sala.
meeting-over = Era uma reunião temporária: este link já não leva a lado nenhum. Contacte quem enviou o convite.
link-renewed = O proprietário da sala substituiu este link por um novo. Peça-o a quem enviou o convite.
room-deleted = O proprietário eliminou a sala: este link já não leva a nenhuma reunião. Contacte quem enviou o convite.
room-id-malformed = O endereço da sala está incompleto ou mal copiado. Abra a sala a partir da lista das suas salas.
meeting-running = Está a decorrer uma reunião nesta sala.
deleted-by-you = Eliminou esta sala. Nos 10 minutos seguintes, «Anular» fá-la voltar à lista das suas salas.
restoration-over = Passaram os 10 minutos: a sala foi eliminada definitivamente. Crie uma nova.
conference-slow = O servidor de videoconferência demora demasiado a responder. Tente novamente dentro de instantes.
idempotency-key-reused = Este pedido já foi enviado com outro conteúdo. Recarregue a página e tente novamente.
storage-full = O serviço já não tem espaço para guardar: nada foi alterado. Mantenha esta página aberta e tente novamente mais tarde; se o problema persistir, avise o seu serviço de apoio.
too-large = O que introduziu é demasiado longo. Reduza-o.
invalid = O serviço recusou o que introduziu. Corrija-o.
internal = Ocorreu um erro no serviço. Tente novamente dentro de instantes.
protection-unavailable = O servidor de videoconferência não permite proteger as gravações.
entrance-unavailable = Este serviço não permite entrar com um link autenticado. Peça um link de participante a quem enviou o convite.
conference-refused = O servidor de videoconferência recusou o pedido. Tente novamente dentro de instantes.
conference-unreachable = O servidor de videoconferência não responde. Tente novamente dentro de instantes.
provider-unreachable = O fornecedor de identidade não responde. Tente novamente dentro de instantes.
provider-unusable = O fornecedor de identidade e este serviço não se entendem: tentar novamente não vai ajudar. Comunique-o ao apoio deste serviço.
unavailable = O serviço está temporariamente indisponível. Tente novamente dentro de instantes.

## In how long.

later = mais tarde
in-minutes =
    { $minutes ->
        [1] dentro de um minuto
       *[other] dentro de { $minutes } minutos
    }
in-hours =
    { $hours ->
        [1] dentro de uma hora
       *[other] dentro de { $hours } horas
    }

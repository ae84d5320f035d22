### The texts that several features share.

## What several places say.

retry = Repetir
reload = Recarregar
take-up = Retomar a edição
cancel = Cancelar
at-most = { $characters } caracteres no máximo
room-limit =
    { $limit ->
        [1] Já tem a única sala permitida: elimine-a para criar outra.
       *[other] Atingiu o limite de { $limit } salas: elimine uma para criar outra.
    }
room-limit-reached = Atingiu o número de salas permitido.

no-such-room = Este endereço não é o de uma sala

## The frame around every page.

quick-access = Acesso rápido
skip-to-content = Ir para o conteúdo
home-of = Início – { $service }
menu = Menu
tools = Ferramentas
access = Condições de acesso
documentation = Documentação
sign-in = Autenticar-se
signed-out = A sua sessão foi terminada. A página seguinte está a chegar…
sign-out = Terminar sessão
not-signed-out = A sua sessão continua aberta.
choose-language = Escolher a língua
language-not-loaded = Não foi possível carregar esta língua. Verifique a sua ligação à internet e escolha-a novamente; se o problema persistir, recarregue a página.
notices = Avisos
new-version = Está disponível uma nova versão.
professional-network = O acesso à videoconferência depende das políticas de segurança do seu ministério. Se o áudio ou o vídeo não funcionar, desligue-se da sua rede profissional de internet RIE e tente novamente.
offline = Não tem ligação: o que fizer aqui não poderá ser guardado.
footer-links = Rodapé
scheme = Aspeto:
scheme-of-system = Como o sistema
scheme-light = Claro
scheme-dark = Escuro
source-code = Código-fonte
accessibility = Acessibilidade
shortcuts = Atalhos de teclado
legal-notice = Aviso legal
personal-data = Dados pessoais e cookies
terms-of-use = Condições gerais de utilização
contact = Contacto

## The connection code.

enter-code = Introduza o código de acesso da sua reunião
first-digits = Três primeiros algarismos
middle-digits = Três algarismos do meio
last-digits = Três últimos algarismos
code-has-letters = O código só contém algarismos: apague o resto.
code-too-long = Há { $digits } algarismos e o código tem 9: apague os que estão a mais.
code-working = A verificar o seu navegador, alguns segundos ou minutos…
code-refused = O código não foi aceite.
connect = Entrar

## What goes wrong.

meeting-not-entered = Não entrou na reunião
meeting-full = A reunião atingiu o número máximo de participantes. Tente novamente dentro de alguns minutos ou avise quem enviou o convite.
meeting-not-running = A reunião terminou ou ainda não recomeçou. Volte a participar para esperar que comece.
meeting-not-let-in = Um moderador não autorizou a sua entrada. Volte a participar para a pedir novamente ou avise quem enviou o convite.
meeting-failed = O servidor de videoconferência não conseguiu dar-lhe acesso. Tente novamente; se o problema persistir, avise quem enviou o convite.
go-back = Voltar atrás
page-not-found = Página não encontrada
page-not-found-detail = Não existe nenhuma página neste endereço. Verifique se o copiou por inteiro.
back-home = Voltar ao início
service-unavailable = O serviço está temporariamente indisponível
rooms-of-last-visit = As suas salas na sua última visita
rooms-of-last-visit-detail = Só os nomes ficam guardados neste dispositivo: um dia, ou até terminar a sessão. Voltarão a estar disponíveis assim que o serviço responder.
page-not-shown = Não é possível mostrar esta página.
page-not-arrived = Esta página não chegou
page-not-arrived-detail = Verifique a sua ligação à internet e tente novamente. Se o problema persistir, pode haver uma nova versão disponível: recarregue a página.
unreachable = O serviço não responde. Verifique a sua ligação à internet e tente novamente.
too-slow = O serviço demora demasiado a responder. Tente novamente dentro de instantes; a sua ligação pode estar lenta.
unexpected = O serviço deu uma resposta inesperada. Tente novamente dentro de instantes; se o problema persistir, recarregue a página.

### The pages of help: rights, keyboard shortcuts, accessibility.

## The rights of each role.

rights = Permissões dos moderadores e dos participantes
rights-of-moderators = Moderadores
who-is-moderator = São moderadores o proprietário da sala e qualquer pessoa que entre com o código de acesso ou com o link de moderador.
moderator-starts = Iniciar a reunião e terminá-la para todos.
moderator-leads = Silenciar microfones, dar ou retirar permissões, deixar entrar quem espera, expulsar.
moderator-shows = Apresentar documentos, partilhar o ecrã, abrir sondagens e salas de grupo, gravar se a sala o permitir.
moderator-invites = Ver os detalhes da sessão e transmiti-los: código, links e telefone.
rights-of-attendees = Participantes
who-is-attendee = São participantes as pessoas que entram com o link de participante, com o link autenticado ou por telefone.
attendee-waits = Entrar assim que um moderador tiver iniciado a reunião.
attendee-speaks = Tomar a palavra, ativar a câmara e escrever no chat, se a sala o permitir.
attendee-reacts = Levantar a mão, reagir, responder às sondagens.
attendee-sees-no-invitation = Os participantes não veem nem o código nem os links da reunião.

## What keys do.

shortcuts-detail = Depois de se autenticar, basta uma tecla, fora dos campos de texto e das janelas.
shortcuts-on = Usar os atalhos neste dispositivo
shortcut-search = Pesquisar uma sala, na página das suas salas
shortcut-code = Introduzir um código de acesso, na página das suas salas
shortcut-new-room = Criar uma sala permanente
shortcut-list = Mostrar esta lista
key-escape = Fechar uma janela ou um texto de ajuda
key-tab = Ir para o elemento seguinte; com Shift, para o anterior

## How accessible the portal is.

accessibility-aim = Este portal visa o nível AA das diretrizes WCAG 2.2 e o RGAA 4.1 francês, que assenta nas WCAG 2.1. Na falta de uma auditoria, ainda não declara nenhum nível de conformidade.
accessibility-tested = O que é verificado em cada versão
tested-by-rules = As regras de axe-core, incluindo o contraste, em cada ecrã, nas suas janelas e nas suas mensagens de erro, em todas as línguas e nos dois aspetos, claro e escuro.
tested-by-keyboard = O convite do princípio ao fim apenas com o teclado: o foco é visível, entra nas janelas e volta ao ponto de onde partiu.
tested-small = O mesmo com 320 píxeis de largura, ou seja, uma ampliação de 400 %, e com o texto espaçado: sem deslocamento horizontal nem texto cortado.
tested-colours = O mesmo quando o sistema impõe as suas cores, cujo contraste é então o do sistema.
tested-languages = O título de cada página, os anúncios e a língua declarada quando é alterada.
tested-browsers = O convite do princípio ao fim em Chromium, Firefox e WebKit.
accessibility-untested = O que ainda não foi verificado
untested-audit = Uma auditoria do RGAA por terceiros.
untested-readers = A utilização com os leitores de ecrã NVDA, JAWS e VoiceOver por pessoas que os usam todos os dias.
untested-conference = A própria conferência, que é outro programa e tem a sua própria declaração.
accessibility-trouble = Alguma dificuldade?
accessibility-trouble-detail = Indique aos responsáveis por este serviço em que página e com que ferramentas ocorre, para que seja corrigida. Se não obtiver uma resposta satisfatória, pode recorrer ao Defensor dos Direitos francês (Défenseur des droits).

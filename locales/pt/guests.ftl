### The texts of visitors and guests.

## Home, signed out.

visitor-title = As suas reuniões por videoconferência
organise = Organizar reuniões
organise-with = Autentique-se com { $provider } para criar as suas salas permanentes, iniciar as suas reuniões e convidar participantes.
sign-in-with = Autenticar-se com { $provider }
take-part-by-link = Recebeu um link de convite? Abra-o: não é necessário autenticar-se aqui.
sign-in-to-see = Autentique-se para aceder a esta página.
how-to-sign-in = Como se autenticar
not-signed-in = A autenticação não foi concluída.
signed-out-here = A sua sessão neste portal foi terminada neste navegador.
sign-out-incomplete = O resto do fim de sessão não foi concluído: a sua sessão pode ainda estar aberta em { $provider }. Se outras pessoas usam este computador, feche todas as janelas do navegador.

## Joining with a link.

join-a-meeting = Participar numa reunião
joins-as-moderator = Vai participar nesta reunião com permissões de moderador.
joins-as-attendee = Vai participar nesta reunião com permissões de participante.
joins-as-owner = Esta sala é sua: vai entrar como moderador.
joins-under = Vai entrar com este nome: { $name }.
is-it-your-room = Esta sala é sua?
sign-in-as-owner = Autentique-se para entrar como moderador
authenticated-title = Autentique-se para entrar na reunião
authenticated-detail = Este link está reservado a quem tem uma conta { $provider }. O seu nome na reunião será o dessa conta.
change-account = Não é o seu nome? Terminar sessão
name-suffix = Complemento ao seu nome (opcional), por exemplo a sua turma
forget-name = Esquecer o meu nome neste dispositivo
your-name = O seu nome
name-missing = Introduza o nome com que aparecerá aos outros.
name-invisible-character = Este nome contém um carácter invisível: apague-o e escreva-o com o teclado.
name-too-long =
    { $characters ->
        [one] Este nome é demasiado longo: reduza-o a { $characters } carácter.
       *[other] Este nome é demasiado longo: reduza-o a { $characters } caracteres.
    }
join = Participar
joining = A abrir a reunião…
not-joined = Não entrou na reunião.
not-started = A reunião ainda não começou.
not-started-detail = Um moderador tem de a iniciar primeiro. Tente novamente dentro de instantes.
authenticated-not-open = Esta entrada não está disponível
link-unusable = Este link não é válido
link-incomplete = Falta o fim deste link
link-incomplete-detail = Falta tudo o que se segue ao sinal «#», e é isso que leva à reunião. Abra o link a partir da mensagem original, ou peça a quem enviou o convite o código de acesso da reunião e introduza-o na página inicial.
link-renewed = Este link foi renovado
room-deleted = Esta sala foi eliminada
meeting-over = Esta reunião terminou

## Waiting.

waiting-hello = Olá, { $name }, poderá entrar em breve
waiting-detail = A reunião ainda não começou. Entrará assim que um moderador a iniciar, sem ter de fazer nada.
waiting-late = O servidor de videoconferência está a demorar a responder: o seu navegador continua a tentar. Pode continuar à espera ou tentar novamente.
waiting-missed = A reunião acaba de terminar. Se recomeçar, entrará sem ter de fazer nada.
waiting-again = A reunião pode já ter começado: é feita uma nova tentativa a cada poucos segundos.
waiting-keep-open = Mantenha esta página aberta.
waiting-forgotten = Abra novamente o seu link de convite
waiting-forgotten-detail = Esta página de espera pertence ao separador em que indicou o seu nome: o endereço da página não basta para entrar.

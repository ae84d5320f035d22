### The texts of the delegates of a room.

title = Delegados
not-shown = Não foi possível mostrar os delegados.
what-delegates-do = Um delegado inicia as reuniões da sala, altera as opções e gere as gravações. Não pode eliminá-la, nem renovar os links, nem nomear outros delegados.
nobody-yet = Esta sala ainda não tem delegados.
limit =
    { $limit ->
        [0] As salas deste serviço não têm delegados.
        [1] Uma sala tem no máximo um delegado. Para adicionar outro, remova-o.
       *[other] Uma sala tem no máximo { $limit } delegados. Para adicionar outro, remova um.
    }

## Adding.

email = Endereço de correio eletrónico do colega
email-detail = O que usa para se autenticar. Exemplo: nome.apelido@exemplo.pt
add = Adicionar
email-missing = Introduza um endereço de correio eletrónico.
not-an-email = Introduza um só endereço, completo. Exemplo: nome.apelido@exemplo.pt
own-address = É o seu próprio endereço: introduza o de um colega.
added = { $delegate } faz parte dos delegados.
not-added = O delegado não foi adicionado.

## A delegate.

waiting = A aguardar: será delegado quando voltar a abrir o portal
of = { $delegate }
to = a { $delegate }
remove = Remover
removed = { $delegate } já não é delegado desta sala.
undo-detail = a remoção de { $delegate }
not-removed = O delegado não foi removido.
offer = Ceder a sala
withdraw = Não ceder a sala
offered = Está a propor a sala a { $delegate }. Será dessa pessoa assim que aceitar; passará então a delegado. Os links, o código e o PIN não mudam.
offer-refused = A sua proposta não foi guardada.

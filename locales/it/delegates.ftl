### The texts of the delegates of a room.

title = Delegati
not-shown = Non è stato possibile mostrare i delegati.
what-delegates-do = Un delegato avvia le riunioni della sala, ne modifica le opzioni e ne gestisce le registrazioni. Non può eliminarla, né rinnovarne i link, né nominare altri delegati.
nobody-yet = Questa sala non ha ancora delegati.
limit =
    { $limit ->
        [0] Le sale di questo servizio non hanno delegati.
        [1] Una sala ha al massimo un delegato. Per aggiungerne un altro, lo rimuova.
       *[other] Una sala ha al massimo { $limit } delegati. Per aggiungerne un altro, ne rimuova uno.
    }

## Adding.

email = Indirizzo e-mail della persona
email-detail = Quello con cui accede. Esempio: nome.cognome@esempio.it
add = Aggiungi
email-missing = Inserisca un indirizzo e-mail.
not-an-email = Inserisca un solo indirizzo, per intero. Esempio: nome.cognome@esempio.it
own-address = È il suo indirizzo: inserisca quello di un'altra persona.
added = { $delegate } fa parte dei delegati.
not-added = Il delegato non è stato aggiunto.

## A delegate.

waiting = In attesa: sarà delegato alla prossima apertura del portale
of = { $delegate }
to = a { $delegate }
remove = Rimuovi
removed = { $delegate } non è più delegato di questa sala.
undo-detail = la rimozione di { $delegate }
not-removed = Il delegato non è stato rimosso.
offer = Cedi la sala
withdraw = Non cedere più la sala
offered = Lei propone la sala a { $delegate }. Apparterrà a questa persona appena avrà accettato; lei ne sarà allora delegato. I link, il codice e il PIN non cambiano.
offer-refused = La proposta non è stata salvata.

### The texts of visitors and guests.

## Home, signed out.

visitor-title = Le sue riunioni in videoconferenza
organise = Organizzare riunioni
organise-with = Acceda con { $provider } per creare sale permanenti, avviare riunioni e invitare partecipanti.
sign-in-with = Accedi con { $provider }
take-part-by-link = Ha ricevuto un link d'invito? Lo apra: non è necessario accedere qui.
sign-in-to-see = Acceda per vedere questa pagina.
how-to-sign-in = Come accedere
not-signed-in = L'accesso non è riuscito.
signed-out-here = In questo browser, la disconnessione dal portale è riuscita.
sign-out-incomplete = Il resto della disconnessione non è riuscito: il suo accesso potrebbe essere ancora attivo presso { $provider }. Se altre persone usano questo computer, chiuda tutte le finestre del browser.

## Joining with a link.

join-a-meeting = Partecipa a una riunione
joins-as-moderator = Parteciperà a questa riunione con i diritti di moderatore.
joins-as-attendee = Parteciperà a questa riunione con i diritti di partecipante.
joins-as-owner = Questa sala è sua: entrerà come moderatore.
joins-under = Entrerà con questo nome: { $name }.
is-it-your-room = Questa sala è sua?
sign-in-as-owner = Acceda per entrare come moderatore
authenticated-title = Acceda per entrare nella riunione
authenticated-detail = Questo link è riservato a chi ha un account { $provider }. Il suo nome nella riunione sarà quello di questo account.
change-account = Non è il suo nome? Disconnetti
name-suffix = Aggiunta al nome (facoltativa), per esempio la sua classe
forget-name = Cancella il nome da questo dispositivo
your-name = Il suo nome
name-missing = Inserisca il nome con cui apparirà agli altri.
name-invisible-character = Questo nome contiene un carattere invisibile: lo cancelli e lo scriva con la tastiera.
name-too-long =
    { $characters ->
        [one] Questo nome è troppo lungo: lo accorci a { $characters } carattere.
       *[other] Questo nome è troppo lungo: lo accorci a { $characters } caratteri.
    }
join = Partecipa
joining = Apertura della riunione…
not-joined = L'ingresso nella riunione non è riuscito.
not-started = La riunione non è ancora iniziata.
not-started-detail = Deve prima avviarla un moderatore. Riprovi tra qualche istante.
authenticated-not-open = Questo ingresso non è disponibile
link-unusable = Questo link non è valido
link-incomplete = Manca la fine di questo link
link-incomplete-detail = Manca tutto ciò che segue il segno «#», ed è proprio ciò che porta alla riunione. Apra il link dal messaggio originale, oppure chieda a chi ha inviato l'invito il codice di accesso della riunione, da inserire nella home.
link-renewed = Questo link è stato rinnovato
room-deleted = Questa sala è stata eliminata
meeting-over = Questa riunione è terminata

## Waiting.

waiting-hello = Buongiorno { $name }, potrà entrare tra poco
waiting-detail = La riunione non è ancora iniziata. Entrerà non appena un moderatore l'avrà avviata, senza dover fare nulla.
waiting-late = Il server di videoconferenza tarda a rispondere: il suo browser sta ancora tentando. Può continuare ad attendere o riprovare.
waiting-missed = La riunione è appena terminata. Se riprende, entrerà senza dover fare nulla.
waiting-again = La riunione potrebbe essere iniziata: viene fatto un nuovo tentativo ogni pochi secondi.
waiting-keep-open = Tenga aperta questa pagina.
waiting-forgotten = Apra di nuovo il link d'invito
waiting-forgotten-detail = Questa pagina di attesa appartiene alla scheda in cui ha indicato il suo nome: l'indirizzo della pagina non basta per entrare.

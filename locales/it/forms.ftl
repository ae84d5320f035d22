### The form of a room.

## The form.

create-permanent-room = Crea una sala permanente
edit-room-title = Modifica la sala
room-name = Nome della sala
create-room = Crea la sala
creating-room = Creazione della sala…
save = Salva
room-created = La sala «{ $room }» è stata creata.
room-saved = La sala è stata salvata.
given-up = Le modifiche non sono state salvate.
room-not-created = La sala non è stata creata.
room-not-saved = La sala non è stata salvata.
room-not-shown = Non è possibile visualizzare la sala.

## What is wrong with a field.

name-missing = Inserisca il nome della sala.
address-unusable = Inserisca un indirizzo completo che inizi con https://, oppure lasci vuoto questo campo.
invisible-character = Questo testo contiene un carattere invisibile: lo cancelli e lo scriva con la tastiera.
too-long =
    { $characters ->
        [one] Questo testo è troppo lungo: lo accorci a { $characters } carattere.
       *[other] Questo testo è troppo lungo: lo accorci a { $characters } caratteri.
    }
number-hint = Un numero da { $least } a { $most }, o niente per non porre limiti.
number-refused = Inserisca un numero da { $least } a { $most }, oppure lasci vuoto questo campo.

## The options.

welcoming = Accoglienza dei partecipanti
welcome = Messaggio di benvenuto
welcome-hint = Tutti lo leggono all'arrivo.
max-participants = Numero massimo di partecipanti
minutes = Durata massima, in minuti
waiting-room = Sala d'attesa: un moderatore fa entrare ogni partecipante
authenticated-bypass = Chi arriva con il link autenticato entra senza attendere
interactions = Interazioni
mute-on-start = Disattivare i microfoni all'ingresso
microphones = I partecipanti possono attivare il microfono
cameras = I partecipanti possono attivare la videocamera
cameras-for-moderators-only = Solo i moderatori vedono le videocamere dei partecipanti
private-chat = Chat privata tra partecipanti
public-chat = Chat pubblica
shared-notes = Note condivise
recording = Registrazione
manual-recording = I moderatori possono avviare e interrompere la registrazione
automatic-recording = Registrare dall'inizio della riunione
advanced = Impostazioni avanzate
moderators-message = Messaggio ai moderatori
moderators-message-hint = Lo leggono solo i moderatori, nei dettagli della sessione.
logout-url = Indirizzo di uscita
logout-url-hint = La pagina che si apre quando si lascia la riunione, con https://. Senza indirizzo, si apre la home di questo portale.

## Renewing.

renewals = Rinnova un accesso
renewals-detail = Quello vecchio non funziona più, gli altri non cambiano.
renew = Rinnova
renewed = Fatto. Ecco quello nuovo:
not-renewed = Non è stato rinnovato nulla.
renew-link-sure = Chi ha il vecchio link non potrà più entrare.
renew-code-sure = Chi ha il vecchio codice non potrà più usarlo per entrare.
renew-pin-sure = Il vecchio PIN non servirà più per le prossime riunioni; se una riunione è in corso, lo mantiene.

## A meeting that runs.

saved-for-next-meeting = La sala è stata salvata. La riunione in corso mantiene le impostazioni con cui è stata avviata.
meeting-keeps-options = La sala è stata salvata ed è in corso una riunione.
meeting-keeps-options-detail = Questa riunione mantiene le impostazioni con cui è stata avviata; quelle nuove varranno per la prossima. Se decide di terminarla, tutti i partecipanti ne escono e potrà riavviarla subito.
end-meeting = Termina la riunione per tutti
leave-meeting = Lascia proseguire la riunione
meeting-not-ended = La riunione non è stata terminata.

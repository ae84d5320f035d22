### The texts of the rooms and their invitations.

## The rooms.

rooms = Le mie sale riunioni
create-permanent-room = Crea una sala permanente
places-left =
    { $places ->
        [1] Può creare ancora una sala.
       *[other] Può creare ancora { $places } sale.
    }
create-first-room = Crea la mia prima sala
no-room-yet = Non ha ancora nessuna sala permanente
what-a-room-is = Una sala permanente le appartiene e resta aperta da una riunione all'altra: il codice di accesso e i link d'invito non cambiano. La crei una volta, poi inviti chi vuole, quando vuole.
rooms-missing = Non è stato possibile caricare una parte delle sale.
search-rooms = Cerca una sala
no-room-found = Nessuna sala corrisponde a «{ $query }».
rooms-found =
    { $found ->
        [one] { $found } sala trovata
       *[other] { $found } sale trovate
    }
clear-search = Cancella la ricerca
sort-by = Ordina per:
by-date = Data
by-name = Nome
by-favourites = Preferite
newest-first = dalla più recente alla meno recente
oldest-first = dalla meno recente alla più recente
from-a-to-z = dalla A alla Z
from-z-to-a = dalla Z alla A
favourites-first = prima le preferite
favourites-last = le preferite in fondo
order-refused = L'ordine scelto non è stato salvato.
favourite = Preferita: { $room }
favourite-refused = La modifica delle sale preferite non è stata salvata.
met = Ultima riunione: { $when }
never-met = Creata { $when }
today = oggi
yesterday = ieri
day-before-yesterday = l’altro ieri
days-ago = { $days } giorni fa
weeks-ago = { $weeks } settimane fa
months-ago = { $months } mesi fa
years-ago = { $years } anni fa
running =
    { $people ->
        [one] In corso – { $people } persona
       *[other] In corso – { $people } persone
    }
activity = In questo momento: { $meetings }, { $participants }
activity-meetings =
    { $meetings ->
        [one] { $meetings } riunione
       *[other] { $meetings } riunioni
    }
activity-participants =
    { $participants ->
        [one] { $participants } partecipante
       *[other] { $participants } partecipanti
    }
still-signed-in = L'accesso è ancora attivo con il nome { $name }.
still-signed-in-detail = Per entrare con un altro account, esegua prima la disconnessione.
what-is-temporary = Con un clic, senza creare una sala. Potrà invitare dalla riunione, che viene dimenticata non appena finisce.
open-temporary = Apri una nuova riunione temporanea
temporary-short = Riunione temporanea
enter-code-short = Inserisci un codice
in-new-window = (nuova finestra)
launch = Avvia
launch-detail = «{ $room }» (nuova finestra)
launching = Apertura della riunione…
launch-failed = La riunione non è stata avviata.
window-blocked = La riunione è stata avviata, ma non è stato possibile aprire la finestra.
open-meeting = Apri la riunione
invite = Invita
invite-detail = partecipanti a «{ $room }»
edit = Modifica
edit-room = Modifica «{ $room }»
new-recording = Nuova registrazione
recordings = Registrazioni
recordings-of = Registrazioni di «{ $room }»
files = File
files-of = File di «{ $room }»
delegates = Delegati
delegates-of = Delegati di «{ $room }»
owned-by = Sala di { $owner }
leave = Rinuncia alla delega
leave-room = Rinuncia alla delega per «{ $room }»
leave-sure = Non vedrà più questa sala.
leave-detail = Per riaverla, { $owner } dovrà nominarla di nuovo.
leave-refused = Lei è ancora delegato di questa sala.
left = Lei non è più delegato di «{ $room }».
handover-offered = { $owner } le cede questa sala, se accetta.
handover-detail = I link, il codice e il PIN non cambiano. Il precedente proprietario ne diventa delegato.
accept = Accetta
decline = Rifiuta
handover-refused = La risposta non è stata salvata.
handed-over = La sala «{ $room }» le appartiene.
declined = Lei resta delegato di «{ $room }».
delegates-lose =
    { $delegates ->
        [1] Il suo delegato non la vede più.
       *[other] I suoi { $delegates } delegati non la vedono più.
    }
delete = Elimina
delete-room = Elimina «{ $room }»
delete-refused = La sala non è stata eliminata.
meeting-runs = In questa sala è in corso una riunione.
meeting-runs-detail = Se elimina la sala, i link, il codice e il PIN non funzioneranno più; chi è già presente resta nella riunione.
delete-anyway = Elimina comunque
keep-room = Mantieni la sala
room-deleted-now = La sala «{ $room }» è stata eliminata. Può annullare l'eliminazione entro 10 minuti.
undo = Annulla
restore-detail = l'eliminazione di «{ $room }»
room-restored = La sala «{ $room }» è di nuovo disponibile.
restore-refused = L'eliminazione non è stata annullata.

## The invitation.

send-invitation = Invia un invito completo
invitation-title = Inviti altre persone alla riunione mandando loro, a scelta:
no-invitation = Non è possibile visualizzare i dati d'invito.
room-is = Sala «{ $room }»
room-history = Cronologia delle riunioni
new = Nuovo
authenticated-link = Il link autenticato tramite { $provider }
authenticated-reminder = Le persone invitate con questo link devono avere un account { $account } per autenticarsi prima di entrare nella sessione. Scelga questa opzione se desidera proteggere l'accesso alla riunione.
moderator-rights = Vedi i diritti «Moderatore»
attendee-rights = Vedi i diritti «Partecipante»
pin-in-meeting = Per telefono, il PIN cambia a ogni riunione: viene indicato qui, e nei dettagli della sessione, mentre la riunione è in corso.
pin-of-meeting = Il PIN vale solo per la riunione in corso.
temporary-elsewhere = Per invitare a una riunione temporanea:
temporary-meeting = Aprire una riunione temporanea

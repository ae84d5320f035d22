### What the backend refuses, by the kind of problem.

malformed = Il servizio non ha compreso la richiesta. Ricarichi la pagina, poi riprovi.
sign-in-expired = Questo accesso non è più valido. Acceda di nuovo.
sign-in-required = Il suo accesso non è più attivo. Acceda di nuovo per continuare.
sign-in-refused = Il suo gestore di identità ha rifiutato l'accesso. Riprovi, oppure si rivolga al gestore.
origin-refused = Il servizio non accetta richieste provenienti da questo indirizzo. Apra il portale al suo indirizzo abituale.
not-found = Il servizio non riconosce questa richiesta. Ricarichi la pagina: potrebbe essere disponibile una nuova versione.
room-not-found = Questa sala non esiste o non è sua. Torni all'elenco delle sue sale.
recording-not-found = Questa registrazione non esiste più sul server di videoconferenza. Aggiorni l'elenco delle registrazioni.
account-unknown = Acceda prima una volta al portale.
file-not-found = Questo file non esiste più in questa sala. Aggiorni l'elenco dei file.
file-limit = Questa sala ha già il numero massimo di file. Ne elimini uno prima di aggiungerne un altro; un file eliminato conta ancora per una decina di minuti.
upload-offset = Il servizio ha ricevuto un'altra parte di questo file. Riprenda l'invio.
meeting-not-running = In questa sala non è in corso alcuna riunione. La prossima riceverà i file.
file-too-large = Questo file è troppo grande: al massimo { $megabytes } MB. Lo riduca, per esempio comprimendo le immagini.
file-type-refused = Questo file non è di un tipo ammesso, o il contenuto non è quello indicato dal nome. Scelga un PDF, una presentazione, un documento, un foglio di calcolo o un'immagine.
owner-only = Solo chi possiede la sala può farlo. Si rivolga a questa persona.
delegate-not-found = Questa persona non è più delegata per questa sala. Aggiorni l'elenco dei delegati.
delegate-limit = Questa sala ha già il numero massimo di delegati. Ne rimuova uno prima di aggiungerne un altro.
delegate-inactive = Questa persona non ha ancora aperto il portale. Potrà cederle la sala quando lo avrà fatto.
handover-not-offered = Il proprietario non le offre più questa sala. Si rivolga a lui.
link-unknown = Questo link non porta a nessuna riunione. Verifichi di averlo copiato per intero, oppure lo chieda di nuovo a chi ha inviato l'invito.
attendee-sign-in-required = Per usare questo link occorre accedere. Lo apra di nuovo e acceda.
code-unknown = Questo codice non apre nessuna riunione. Lo verifichi, oppure lo chieda di nuovo a chi ha inviato l'invito.
ticket-unknown = Questa attesa è scaduta. Apra di nuovo il link d'invito.
proof-required = Il suo browser non ha potuto eseguire la verifica richiesta. Riprovi, esegua l'accesso o chieda un link d'invito.
too-many-codes = Dalla sua rete sono stati inseriti troppi codici errati. Riprovi { $later }, esegua l'accesso o chieda un link d'invito.
codes-suspended = In questo servizio sono stati inseriti troppi codici errati: per ora ne accetta solo da dispositivi che conosce. Esegua l'accesso, chieda un link d'invito o riprovi { $later }.
too-many-meetings = Ha già aperto molte riunioni temporanee. Ne termini una, oppure riprovi tra una decina di minuti.
daily-limit = Ha raggiunto il limite giornaliero di creazioni o rinnovi. Riprovi domani.
pin-taken = Il PIN di questa sala è già usato da un'altra riunione. Il proprietario può rinnovarlo nelle impostazioni avanzate della sala.
meeting-over = Era una riunione temporanea: questo link non porta più a nulla. Si rivolga a chi ha inviato l'invito.
link-renewed = Il proprietario della sala ha sostituito questo link con uno nuovo. Lo chieda a chi ha inviato l'invito.
room-deleted = Il proprietario ha eliminato la sala: questo link non porta più a nessuna riunione. Si rivolga a chi ha inviato l'invito.
room-id-malformed = L'indirizzo della sala è incompleto o copiato male. Apra la sala dall'elenco delle sue sale.
meeting-running = In questa sala è in corso una riunione.
deleted-by-you = Ha eliminato questa sala. Entro 10 minuti, «Annulla» la riporta nell'elenco delle sue sale.
restoration-over = I 10 minuti sono trascorsi: la sala è eliminata definitivamente. Ne crei una nuova.
conference-slow = Il server di videoconferenza impiega troppo tempo a rispondere. Riprovi tra qualche istante.
idempotency-key-reused = Questa richiesta è già stata inviata con un altro contenuto. Ricarichi la pagina, poi riprovi.
storage-full = Il servizio non ha più spazio per salvare: non è stato modificato nulla. Tenga aperta questa pagina e riprovi più tardi; se il problema persiste, avvisi l'assistenza.
too-large = Quanto ha inserito è troppo lungo. Lo accorci.
invalid = Il servizio ha rifiutato quanto ha inserito. Lo corregga.
internal = Il servizio ha riscontrato un errore. Riprovi tra qualche istante.
protection-unavailable = Il server di videoconferenza non permette di proteggere le registrazioni.
entrance-unavailable = Questo servizio non permette di entrare con un link autenticato. Chieda un link per partecipanti a chi ha inviato l'invito.
conference-refused = Il server di videoconferenza ha rifiutato la richiesta. Riprovi tra qualche istante.
conference-unreachable = Il server di videoconferenza non risponde. Riprovi tra qualche istante.
provider-unreachable = Il gestore di identità non risponde. Riprovi tra qualche istante.
provider-unusable = Il gestore di identità e questo servizio non riescono a comunicare: riprovare non servirà. Lo segnali all'assistenza di questo servizio.
unavailable = Il servizio non è al momento disponibile. Riprovi tra qualche istante.

## In how long.

later = più tardi
in-minutes =
    { $minutes ->
        [1] tra un minuto
       *[other] tra { $minutes } minuti
    }
in-hours =
    { $hours ->
        [1] tra un'ora
       *[other] tra { $hours } ore
    }

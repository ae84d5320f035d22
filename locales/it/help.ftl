### The pages of help: rights, keyboard shortcuts, accessibility.

## The rights of each role.

rights = Diritti dei moderatori e dei partecipanti
rights-of-moderators = Moderatori
who-is-moderator = Sono moderatori il proprietario della sala e chiunque entri con il codice di accesso o con il link per moderatori.
moderator-starts = Avviare la riunione e terminarla per tutti.
moderator-leads = Disattivare i microfoni, dare o togliere diritti, far entrare chi attende, espellere.
moderator-shows = Presentare documenti, condividere lo schermo, aprire sondaggi e stanze separate, registrare se la sala lo permette.
moderator-invites = Vedere i dettagli della sessione e trasmetterli: codice, link e telefono.
rights-of-attendees = Partecipanti
who-is-attendee = Sono partecipanti le persone che entrano con il link per partecipanti, con il link autenticato o per telefono.
attendee-waits = Entrare non appena un moderatore ha avviato la riunione.
attendee-speaks = Prendere la parola, attivare la videocamera e scrivere nella chat, se la sala lo permette.
attendee-reacts = Alzare la mano, reagire, rispondere ai sondaggi.
attendee-sees-no-invitation = I partecipanti non vedono né il codice né i link della riunione.

## What keys do.

shortcuts-detail = Dopo l'accesso basta un tasto, al di fuori dei campi di testo e delle finestre.
shortcuts-on = Usare le scorciatoie su questo dispositivo
shortcut-search = Cercare una sala, nella pagina delle proprie sale
shortcut-code = Inserire un codice di accesso, nella pagina delle proprie sale
shortcut-new-room = Creare una sala permanente
shortcut-list = Mostrare questo elenco
key-escape = Chiudere una finestra o un suggerimento
key-tab = Andare all'elemento successivo; con Maiusc, a quello precedente

## How accessible the portal is.

accessibility-aim = Questo portale mira al livello AA delle linee guida WCAG 2.2 e al RGAA 4.1 francese, che si basa su WCAG 2.1. In mancanza di un audit, non dichiara ancora alcun livello di conformità.
accessibility-tested = Che cosa viene verificato a ogni versione
tested-by-rules = Le regole di axe-core, contrasto compreso, in ogni schermata, nelle sue finestre e nei suoi messaggi di errore, in tutte le lingue e nei due aspetti, chiaro e scuro.
tested-by-keyboard = L'invito dall'inizio alla fine con la sola tastiera: il focus è visibile, entra nelle finestre e torna da dove è partito.
tested-small = Lo stesso a 320 pixel di larghezza, cioè con un ingrandimento del 400%, e con il testo spaziato: senza scorrimento orizzontale né testo tagliato.
tested-colours = Lo stesso quando il sistema impone i propri colori, il cui contrasto è allora quello del sistema.
tested-languages = Il titolo di ogni pagina, gli annunci e la lingua dichiarata quando la si cambia.
tested-browsers = L'invito dall'inizio alla fine in Chromium, Firefox e WebKit.
accessibility-untested = Che cosa non è ancora stato verificato
untested-audit = Un audit del RGAA da parte di terzi.
untested-readers = L'uso con gli screen reader NVDA, JAWS e VoiceOver da parte di persone che se ne servono ogni giorno.
untested-conference = La conferenza stessa, che è un altro software e ha una propria dichiarazione.
accessibility-trouble = Una difficoltà?
accessibility-trouble-detail = Indichi a chi gestisce questo servizio in quale pagina e con quali strumenti si presenta, perché venga corretta. Se non ottiene una risposta soddisfacente, può rivolgersi al Difensore dei diritti francese (Défenseur des droits).

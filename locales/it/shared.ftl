### The texts that several features share.

## What several places say.

retry = Riprova
reload = Ricarica
take-up = Riprendi le modifiche
cancel = Annulla
at-most = { $characters } caratteri al massimo
room-limit =
    { $limit ->
        [1] Ha già l'unica sala consentita: la elimini per crearne un'altra.
       *[other] Ha raggiunto il limite di { $limit } sale: ne elimini una per crearne un'altra.
    }
room-limit-reached = Ha raggiunto il numero di sale consentito.

no-such-room = Questo indirizzo non è quello di una sala

## The frame around every page.

quick-access = Accesso rapido
skip-to-content = Vai al contenuto
home-of = Home – { $service }
menu = Menu
tools = Strumenti
access = Modalità di accesso
documentation = Documentazione
sign-in = Accedi
signed-out = Disconnessione riuscita. La pagina successiva è in arrivo…
sign-out = Disconnetti
not-signed-out = Il suo accesso è ancora attivo.
choose-language = Scegli la lingua
language-not-loaded = Non è stato possibile caricare questa lingua. Verifichi la connessione a internet, poi la scelga di nuovo; se il problema persiste, ricarichi la pagina.
notices = Avvisi
new-version = È disponibile una nuova versione.
professional-network = L'accesso alla videoconferenza dipende dalle politiche di sicurezza del suo ministero. Se l'audio o il video non funziona, si disconnetta dalla rete internet professionale RIE e riprovi.
offline = Non c'è connessione: quello che fa qui non potrà essere salvato.
footer-links = Piè di pagina
scheme = Aspetto:
scheme-of-system = Come il sistema
scheme-light = Chiaro
scheme-dark = Scuro
source-code = Codice sorgente
accessibility = Accessibilità
shortcuts = Scorciatoie da tastiera
legal-notice = Note legali
personal-data = Dati personali e cookie
terms-of-use = Condizioni generali d'uso
contact = Contatti

## The connection code.

enter-code = Inserisca il codice di accesso della riunione
first-digits = Prime tre cifre
middle-digits = Tre cifre centrali
last-digits = Ultime tre cifre
code-has-letters = Il codice contiene solo cifre: cancelli il resto.
code-too-long = Ci sono { $digits } cifre, il codice ne ha 9: cancelli quelle in più.
code-working = Verifica del browser, qualche secondo o qualche minuto…
code-refused = Il codice non è stato accettato.
connect = Entra

## What goes wrong.

meeting-not-entered = L'ingresso nella riunione non è riuscito
meeting-full = La riunione ha raggiunto il numero massimo di partecipanti. Riprovi tra qualche minuto, oppure avvisi chi ha inviato l'invito.
meeting-not-running = La riunione è terminata o non è ancora ricominciata. Partecipi di nuovo per attendere che inizi.
meeting-not-let-in = Un moderatore non ha consentito l'ingresso. Partecipi di nuovo per chiederlo ancora, oppure avvisi chi ha inviato l'invito.
meeting-failed = Il server di videoconferenza non ha potuto consentire l'ingresso. Riprovi; se il problema persiste, avvisi chi ha inviato l'invito.
go-back = Torna indietro
page-not-found = Pagina non trovata
page-not-found-detail = Non esiste alcuna pagina a questo indirizzo. Verifichi di averlo copiato per intero.
back-home = Torna alla home
service-unavailable = Il servizio non è al momento disponibile
rooms-of-last-visit = Le sue sale alla sua ultima visita
rooms-of-last-visit-detail = Su questo dispositivo sono conservati solo i loro nomi: un giorno, o finché non esce. Saranno di nuovo disponibili appena il servizio risponderà.
page-not-shown = Non è possibile visualizzare questa pagina.
page-not-arrived = Questa pagina non è arrivata
page-not-arrived-detail = Verifichi la connessione a internet, poi riprovi. Se il problema persiste, potrebbe essere disponibile una nuova versione: ricarichi la pagina.
unreachable = Il servizio non risponde. Verifichi la connessione a internet, poi riprovi.
too-slow = Il servizio impiega troppo tempo a rispondere. Riprovi tra qualche istante; la connessione potrebbe essere lenta.
unexpected = Il servizio ha dato una risposta inattesa. Riprovi tra qualche istante; se il problema persiste, ricarichi la pagina.

### Mails.

recording-ready-subject = Registrazione disponibile: { $room }
recording-ready = La registrazione di una riunione della sua sala «{ $room }» è pronta.
see-recordings = Vedi le registrazioni della sala
asks-to-sign-in = Il portale le chiederà di identificarsi.
automatic = { $service } invia questo messaggio automaticamente. Non risponda.

## Rooms and accounts that nobody uses.

unused-rooms-subject = Sale inutilizzate: eliminazione in data { $date } o in seguito
unused-account-subject = Account inutilizzato: eliminazione in data { $date } o in seguito
unused-rooms =
    { $rooms ->
        [1] La sala seguente non viene utilizzata da molto tempo. Sarà eliminata in data { $date } o in seguito, con i suoi link, il suo codice di connessione e i suoi file:
       *[other] Le sale seguenti non vengono utilizzate da molto tempo. Saranno eliminate in data { $date } o in seguito, con i loro link, i loro codici di connessione e i loro file:
    }
keep-rooms = Per conservare una sala, avvii una riunione o la modifichi prima di tale data.
unused-account = Il suo account su { $service } non viene utilizzato da molto tempo. Sarà eliminato in data { $date } o in seguito, con tutte le sue sale:
unused-account-alone = Il suo account su { $service } non viene utilizzato da molto tempo. Sarà eliminato in data { $date } o in seguito.
keep-account = Per conservare il suo account, si identifichi sul portale prima di tale data.
open-portal = Apri il portale
day-of-month =
    { $day ->
        [1] 1º
       *[other] { $day }
    }
date =
    { $month ->
        [1] { $day } gennaio { $year }
        [2] { $day } febbraio { $year }
        [3] { $day } marzo { $year }
        [4] { $day } aprile { $year }
        [5] { $day } maggio { $year }
        [6] { $day } giugno { $year }
        [7] { $day } luglio { $year }
        [8] { $day } agosto { $year }
        [9] { $day } settembre { $year }
        [10] { $day } ottobre { $year }
        [11] { $day } novembre { $year }
       *[other] { $day } dicembre { $year }
    }

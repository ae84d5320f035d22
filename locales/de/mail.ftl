### Mails.

recording-ready-subject = Aufzeichnung verfügbar: { $room }
recording-ready = Die Aufzeichnung einer Konferenz in Ihrem Raum „{ $room }“ ist fertig.
see-recordings = Aufzeichnungen des Raums ansehen
asks-to-sign-in = Das Portal fordert Sie auf, sich anzumelden.
automatic = { $service } versendet diese Nachricht automatisch. Bitte antworten Sie nicht darauf.

## Rooms and accounts that nobody uses.

unused-rooms-subject = Ungenutzte Räume: Löschung ab dem { $date }
unused-account-subject = Ungenutztes Konto: Löschung ab dem { $date }
unused-rooms =
    { $rooms ->
        [1] Der folgende Raum wird seit Langem nicht mehr genutzt. Er wird ab dem { $date } gelöscht, mit seinen Links, seinem Zugangscode und seinen Dateien:
       *[other] Die folgenden Räume werden seit Langem nicht mehr genutzt. Sie werden ab dem { $date } gelöscht, mit ihren Links, ihren Zugangscodes und ihren Dateien:
    }
keep-rooms = Um einen Raum zu behalten, starten Sie darin eine Konferenz oder ändern Sie ihn vor diesem Datum.
unused-account = Ihr Konto bei { $service } wird seit Langem nicht mehr genutzt. Es wird ab dem { $date } gelöscht, mit allen seinen Räumen:
unused-account-alone = Ihr Konto bei { $service } wird seit Langem nicht mehr genutzt. Es wird ab dem { $date } gelöscht.
keep-account = Um Ihr Konto zu behalten, melden Sie sich vor diesem Datum am Portal an.
open-portal = Portal öffnen
day-of-month = { $day }
date =
    { $month ->
        [1] { $day }. Januar { $year }
        [2] { $day }. Februar { $year }
        [3] { $day }. März { $year }
        [4] { $day }. April { $year }
        [5] { $day }. Mai { $year }
        [6] { $day }. Juni { $year }
        [7] { $day }. Juli { $year }
        [8] { $day }. August { $year }
        [9] { $day }. September { $year }
        [10] { $day }. Oktober { $year }
        [11] { $day }. November { $year }
       *[other] { $day }. Dezember { $year }
    }

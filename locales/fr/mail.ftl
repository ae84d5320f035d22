### Mails.

# $room (String) The name of a room.
recording-ready-subject = Enregistrement disponible : { $room }
# $room (String) The name of a room.
recording-ready = L'enregistrement d'une réunion de votre salle « { $room } » est prêt.
see-recordings = Voir les enregistrements de la salle
asks-to-sign-in = Le portail vous demandera de vous identifier.
# $service (String) The name of the service.
automatic = { $service } envoie ce message automatiquement. N'y répondez pas.

## Rooms and accounts that nobody uses.

# $date (String) A day, such as 1er mars 2026.
unused-rooms-subject = Salles inutilisées : suppression à partir du { $date }
# $date (String) A day, such as 1er mars 2026.
unused-account-subject = Compte inutilisé : suppression à partir du { $date }
# $date (String) A day, such as 1er mars 2026.
# $rooms (Number) How many rooms follow.
unused-rooms =
    { $rooms ->
        [1] La salle suivante ne sert plus depuis longtemps. Elle sera supprimée à partir du { $date }, avec ses liens, son code de connexion et ses fichiers :
       *[other] Les salles suivantes ne servent plus depuis longtemps. Elles seront supprimées à partir du { $date }, avec leurs liens, leurs codes de connexion et leurs fichiers :
    }
keep-rooms = Pour garder une salle, démarrez-y une réunion ou modifiez-la avant cette date.
# $service (String) The name of the service.
# $date (String) A day, such as 1er mars 2026.
unused-account = Votre compte sur { $service } ne sert plus depuis longtemps. Il sera supprimé à partir du { $date }, avec toutes ses salles :
# $service (String) The name of the service.
# $date (String) A day, such as 1er mars 2026.
unused-account-alone = Votre compte sur { $service } ne sert plus depuis longtemps. Il sera supprimé à partir du { $date }.
keep-account = Pour garder votre compte, identifiez-vous sur le portail avant cette date.
open-portal = Ouvrir le portail
# $day (Number) The day of the month.
day-of-month =
    { $day ->
        [1] 1er
       *[other] { $day }
    }
# $day (String) The day of the month.
# $month (Number) 1 to 12.
# $year (String) The year.
date =
    { $month ->
        [1] { $day } janvier { $year }
        [2] { $day } février { $year }
        [3] { $day } mars { $year }
        [4] { $day } avril { $year }
        [5] { $day } mai { $year }
        [6] { $day } juin { $year }
        [7] { $day } juillet { $year }
        [8] { $day } août { $year }
        [9] { $day } septembre { $year }
        [10] { $day } octobre { $year }
        [11] { $day } novembre { $year }
       *[other] { $day } décembre { $year }
    }

### Mails.

recording-ready-subject = Opname beschikbaar: { $room }
recording-ready = De opname van een vergadering in uw ruimte ‘{ $room }’ is klaar.
see-recordings = De opnamen van de ruimte bekijken
asks-to-sign-in = Het portaal vraagt u om u aan te melden.
automatic = { $service } verstuurt dit bericht automatisch. Beantwoord het niet.

## Rooms and accounts that nobody uses.

unused-rooms-subject = Ongebruikte ruimten: verwijdering vanaf { $date }
unused-account-subject = Ongebruikt account: verwijdering vanaf { $date }
unused-rooms =
    { $rooms ->
        [1] De volgende ruimte wordt al lang niet meer gebruikt. Ze wordt vanaf { $date } verwijderd, met haar links, haar verbindingscode en haar bestanden:
       *[other] De volgende ruimten worden al lang niet meer gebruikt. Ze worden vanaf { $date } verwijderd, met hun links, hun verbindingscodes en hun bestanden:
    }
keep-rooms = Om een ruimte te behouden, start u er een vergadering in of wijzigt u ze vóór die datum.
unused-account = Uw account bij { $service } wordt al lang niet meer gebruikt. Het wordt vanaf { $date } verwijderd, met al zijn ruimten:
unused-account-alone = Uw account bij { $service } wordt al lang niet meer gebruikt. Het wordt vanaf { $date } verwijderd.
keep-account = Om uw account te behouden, meldt u zich vóór die datum aan op het portaal.
open-portal = Het portaal openen
day-of-month = { $day }
date =
    { $month ->
        [1] { $day } januari { $year }
        [2] { $day } februari { $year }
        [3] { $day } maart { $year }
        [4] { $day } april { $year }
        [5] { $day } mei { $year }
        [6] { $day } juni { $year }
        [7] { $day } juli { $year }
        [8] { $day } augustus { $year }
        [9] { $day } september { $year }
        [10] { $day } oktober { $year }
        [11] { $day } november { $year }
       *[other] { $day } december { $year }
    }

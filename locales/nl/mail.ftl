### Mails.

recording-ready-subject = Opname beschikbaar: { $room }
recording-ready = De opname van een vergadering in uw ruimte ‘{ $room }’ is klaar.
see-recordings = De opnamen van de ruimte bekijken
see-recordings-detail = Het portaal vraagt u om u aan te melden.
automatic = { $service } verstuurt dit bericht automatisch. Beantwoord het niet.

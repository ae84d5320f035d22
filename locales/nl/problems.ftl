### What the backend refuses, by the kind of problem.

malformed = De dienst heeft het verzoek niet begrepen. Laad de pagina opnieuw en probeer het nog eens.
sign-in-expired = Deze login is niet meer geldig. Log opnieuw in.
sign-in-required = U bent niet meer ingelogd. Log opnieuw in om verder te gaan.
sign-in-refused = Uw inlogdienst heeft de login geweigerd. Probeer het opnieuw of neem contact op met de inlogdienst.
origin-refused = De dienst neemt van dit adres geen verzoeken aan. Open het portaal op het gebruikelijke adres.
not-found = De dienst kent dit verzoek niet. Laad de pagina opnieuw: misschien is er een nieuwe versie.
room-not-found = Deze ruimte bestaat niet of is niet van u. Ga terug naar de lijst van uw ruimtes.
recording-not-found = Deze opname bestaat niet meer op de vergaderserver. Vernieuw de lijst met opnamen.
account-unknown = Meld u eerst één keer aan op het portaal.
file-not-found = Dit bestand bestaat niet meer in deze ruimte. Vernieuw de lijst met bestanden.
file-limit = Deze ruimte heeft al het toegestane aantal bestanden. Verwijder er een voordat u een ander toevoegt; een verwijderd bestand telt nog ongeveer tien minuten mee.
upload-offset = De dienst heeft een ander deel van dit bestand ontvangen. Hervat het verzenden.
meeting-not-running = Er is geen vergadering bezig in deze ruimte. De volgende krijgt de bestanden.
file-too-large = Dit bestand is te groot: hoogstens { $megabytes } MB. Maak het kleiner, bijvoorbeeld door de afbeeldingen te comprimeren.
file-type-refused = Dit bestand is niet van een toegestaan type, of de inhoud is niet wat de naam zegt. Kies een pdf, een presentatie, een document, een spreadsheet of een afbeelding.
owner-only = Alleen de eigenaar van de ruimte kan dit doen. Neem contact op met de eigenaar.
delegate-not-found = Deze persoon is geen gemachtigde van deze ruimte meer. Vernieuw de lijst met gemachtigden.
delegate-limit = Deze ruimte heeft al het toegestane aantal gemachtigden. Verwijder er een voordat u een andere toevoegt.
delegate-inactive = Deze persoon heeft het portaal nog niet geopend. Daarna kunt u de ruimte aan deze persoon overdragen.
handover-not-offered = De eigenaar biedt u deze ruimte niet meer aan. Neem contact op met de eigenaar.
link-unknown = Deze link leidt niet naar een vergadering. Controleer of u de link volledig hebt gekopieerd, of vraag hem opnieuw aan de persoon die u uitnodigt.
attendee-sign-in-required = Voor deze link moet u inloggen. Open de link opnieuw en log in.
code-unknown = Deze code opent geen vergadering. Controleer de code, of vraag hem opnieuw aan de persoon die u uitnodigt.
ticket-unknown = Uw wachttijd is verlopen. Open uw uitnodigingslink opnieuw.
proof-required = Uw browser kon de gevraagde controle niet uitvoeren. Probeer het opnieuw, log in of vraag om een uitnodigingslink.
too-many-codes = Vanaf uw netwerk zijn te veel verkeerde codes ingevuld. Probeer het { $later } opnieuw, log in of vraag om een uitnodigingslink.
codes-suspended = Bij deze dienst zijn te veel verkeerde codes ingevuld: de dienst neemt nu alleen codes aan van apparaten die hij kent. Log in, vraag om een uitnodigingslink of probeer het { $later } opnieuw.
too-many-meetings = U hebt al veel tijdelijke vergaderingen geopend. Beëindig er een, of probeer het over ongeveer tien minuten opnieuw.
daily-limit = U hebt de daglimiet voor aanmaken of vernieuwen bereikt. Probeer het morgen opnieuw.
pin-taken = De pincode van deze ruimte is al in gebruik bij een andere vergadering. De eigenaar kan de pincode vernieuwen in de geavanceerde instellingen van de ruimte.
meeting-over = Het was een tijdelijke vergadering: deze link werkt niet meer. Neem contact op met de persoon die u heeft uitgenodigd.
link-renewed = De eigenaar van de ruimte heeft deze link vervangen door een nieuwe. Vraag de nieuwe link aan de persoon die u uitnodigt.
room-deleted = De eigenaar heeft de ruimte verwijderd: deze link leidt niet meer naar een vergadering. Neem contact op met de persoon die u uitnodigt.
room-id-malformed = Het adres van de ruimte is onvolledig of verkeerd overgenomen. Open de ruimte vanuit de lijst van uw ruimtes.
meeting-running = In deze ruimte is een vergadering bezig.
deleted-by-you = U hebt deze ruimte verwijderd. Met ‘Herstellen’ zet u de ruimte binnen 10 minuten terug in de lijst van uw ruimtes.
restoration-over = De 10 minuten zijn voorbij: de ruimte is definitief verwijderd. Maak een nieuwe.
conference-slow = De vergaderserver doet te lang over het antwoord. Probeer het straks opnieuw.
idempotency-key-reused = Dit verzoek is al verstuurd met een andere inhoud. Laad de pagina opnieuw en probeer het nog eens.
storage-full = De dienst heeft geen opslagcapaciteit meer: er is niets gewijzigd. Houd deze pagina open en probeer het later opnieuw; blijft het probleem bestaan, meld het dan bij uw helpdesk.
too-large = Wat u hebt ingevuld, is te lang. Kort het in.
invalid = De dienst heeft geweigerd wat u hebt ingevuld. Verbeter het.
internal = Er is een fout opgetreden in de dienst. Probeer het straks opnieuw.
protection-unavailable = De vergaderserver kan opnamen niet beveiligen.
entrance-unavailable = Bij deze dienst kunt u niet deelnemen via een link met login. Vraag een deelnemerslink aan de persoon die u uitnodigt.
conference-refused = De vergaderserver heeft het verzoek geweigerd. Probeer het straks opnieuw.
conference-unreachable = De vergaderserver reageert niet. Probeer het straks opnieuw.
provider-unreachable = De inlogdienst reageert niet. Probeer het straks opnieuw.
provider-unusable = De inlogdienst en deze dienst begrijpen elkaar niet: opnieuw proberen helpt niet. Meld het bij de helpdesk van deze dienst.
unavailable = De dienst is tijdelijk niet beschikbaar. Probeer het straks opnieuw.

## In how long.

later = later
in-minutes =
    { $minutes ->
        [1] over een minuut
       *[other] over { $minutes } minuten
    }
in-hours =
    { $hours ->
        [1] over een uur
       *[other] over { $hours } uur
    }

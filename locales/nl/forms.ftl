### The form of a room.

## The form.

create-permanent-room = Vaste ruimte maken
edit-room-title = Ruimte bewerken
room-name = Naam van de ruimte
create-room = Ruimte maken
creating-room = De ruimte wordt gemaakt…
save = Opslaan
room-created = De ruimte ‘{ $room }’ is gemaakt.
room-saved = De ruimte is opgeslagen.
given-up = Uw wijzigingen zijn niet opgeslagen.
room-not-created = De ruimte is niet gemaakt.
room-not-saved = De ruimte is niet opgeslagen.
room-not-shown = De ruimte kan niet worden getoond.

## What is wrong with a field.

name-missing = Vul de naam van de ruimte in.
address-unusable = Vul een volledig adres in dat met https:// begint, of laat dit veld leeg.
invisible-character = Deze tekst bevat een onzichtbaar teken: wis de tekst en typ hem in met het toetsenbord.
too-long =
    { $characters ->
        [one] Deze tekst is te lang: kort hem in tot { $characters } teken.
       *[other] Deze tekst is te lang: kort hem in tot { $characters } tekens.
    }
number-hint = Een getal van { $least } tot en met { $most }, of leeg voor onbeperkt.
number-refused = Vul een getal van { $least } tot en met { $most } in, of laat dit veld leeg.

## The options.

welcoming = Ontvangst van deelnemers
welcome = Welkomstbericht
welcome-hint = Iedereen leest het bij binnenkomst.
max-participants = Maximumaantal deelnemers
minutes = Maximumduur, in minuten
waiting-room = Wachtruimte: een moderator laat elke deelnemer toe
authenticated-bypass = Wie via de link met login komt, hoeft niet te wachten
interactions = Interactie
mute-on-start = Microfoons uitzetten bij binnenkomst
microphones = Deelnemers mogen hun microfoon aanzetten
cameras = Deelnemers mogen hun camera aanzetten
cameras-for-moderators-only = Alleen moderators zien de camera's van deelnemers
private-chat = Privéchat tussen deelnemers
public-chat = Openbare chat
shared-notes = Gedeelde notities
recording = Opname
manual-recording = Moderators mogen de opname starten en stoppen
automatic-recording = Opnemen vanaf het begin van de vergadering
advanced = Geavanceerde instellingen
moderators-message = Bericht aan de moderators
moderators-message-hint = Alleen moderators lezen het, in de vergaderdetails.
logout-url = Adres na het verlaten
logout-url-hint = De pagina die opent als iemand de vergadering verlaat, met https://. Zonder adres is dat de startpagina van dit portaal.

## Renewing.

renewals = Toegang vernieuwen
renewals-detail = De oude toegang werkt niet meer, de andere veranderen niet.
renew = Vernieuw
renewed = Klaar. Dit is de nieuwe toegang:
not-renewed = Er is niets vernieuwd.
renew-link-sure = Wie de oude link heeft, kan niet meer deelnemen.
renew-code-sure = Wie de oude code heeft, kan daarmee niet meer deelnemen.
renew-pin-sure = De oude pincode werkt niet meer voor volgende vergaderingen; een vergadering die nu bezig is, houdt hem.

## A meeting that runs.

saved-for-next-meeting = De ruimte is opgeslagen. De vergadering die nu bezig is, houdt de instellingen waarmee ze is gestart.
meeting-keeps-options = De ruimte is opgeslagen, en er is een vergadering bezig.
meeting-keeps-options-detail = Deze vergadering houdt de instellingen waarmee ze is gestart; de nieuwe gelden vanaf de volgende. Als u de vergadering beëindigt, verlaten alle deelnemers de vergadering en kunt u meteen een nieuwe starten.
end-meeting = Vergadering voor iedereen beëindigen
leave-meeting = Vergadering laten doorgaan
meeting-not-ended = De vergadering is niet beëindigd.

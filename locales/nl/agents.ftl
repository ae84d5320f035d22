### The texts of the rooms and their invitations.

## The rooms.

rooms = Mijn vergaderruimtes
create-permanent-room = Vaste ruimte maken
places-left =
    { $places ->
        [1] U kunt nog één ruimte maken.
       *[other] U kunt nog { $places } ruimtes maken.
    }
create-first-room = Mijn eerste ruimte maken
no-room-yet = U hebt nog geen vaste ruimte
what-a-room-is = Een vaste ruimte is van u en blijft bestaan van de ene vergadering tot de volgende: de toegangscode en de uitnodigingslinks veranderen niet. U maakt de ruimte één keer en nodigt daarna uit wie u wilt, wanneer u wilt.
rooms-missing = Een deel van uw ruimtes kon niet worden geladen.
search-rooms = Ruimte zoeken
no-room-found = Geen ruimte gevonden voor ‘{ $query }’.
rooms-found =
    { $found ->
        [one] { $found } ruimte gevonden
       *[other] { $found } ruimtes gevonden
    }
clear-search = Zoekopdracht wissen
sort-by = Sorteren op:
by-date = Datum
by-name = Alfabet
by-favourites = Favorieten
newest-first = nieuwste eerst
oldest-first = oudste eerst
from-a-to-z = van A tot Z
from-z-to-a = van Z tot A
favourites-first = favorieten eerst
favourites-last = favorieten laatst
order-refused = Uw sortering is niet opgeslagen.
favourite = Favoriet: { $room }
favourite-refused = De wijziging van uw favorieten is niet opgeslagen.
met = Laatste vergadering: { $when }
never-met = Gemaakt: { $when }
today = vandaag
yesterday = gisteren
day-before-yesterday = eergisteren
days-ago = { $days } dagen geleden
weeks-ago = { $weeks } weken geleden
months-ago = { $months } maanden geleden
years-ago = { $years } jaar geleden
running =
    { $people ->
        [one] Bezig – { $people } persoon
       *[other] Bezig – { $people } personen
    }
activity = Op dit moment: { $meetings }, { $participants }
activity-meetings =
    { $meetings ->
        [one] { $meetings } vergadering
       *[other] { $meetings } vergaderingen
    }
activity-participants =
    { $participants ->
        [one] { $participants } deelnemer
       *[other] { $participants } deelnemers
    }
still-signed-in = U bent nog ingelogd als { $name }.
still-signed-in-detail = Wilt u een ander account gebruiken, log dan eerst uit.
what-is-temporary = Met één klik, zonder een ruimte te maken. U nodigt uit vanuit de vergadering; na afloop wordt de vergadering meteen gewist.
open-temporary = Nieuwe tijdelijke vergadering openen
temporary-short = Tijdelijke vergadering
enter-code-short = Code invoeren
in-new-window = (nieuw venster)
launch = Start
launch-detail = ‘{ $room }’ (nieuw venster)
launching = De vergadering wordt geopend…
launch-failed = De vergadering is niet gestart.
window-blocked = De vergadering is gestart, maar het venster kon niet worden geopend.
open-meeting = Vergadering openen
invite = Uitnodigen
invite-detail = voor ‘{ $room }’
edit = Bewerken
edit-room = ‘{ $room }’ bewerken
new-recording = Nieuwe opname
recordings = Opnamen
recordings-of = Opnamen van ‘{ $room }’
files = Bestanden
files-of = Bestanden van ‘{ $room }’
delegates = Gemachtigden
delegates-of = Gemachtigden van ‘{ $room }’
owned-by = Ruimte van { $owner }
leave = Machtiging beëindigen
leave-room = Machtiging voor ‘{ $room }’ beëindigen
leave-sure = U zult deze ruimte niet meer zien.
leave-detail = Om die terug te krijgen, moet { $owner } u opnieuw aanwijzen.
leave-refused = U bent nog gemachtigde van deze ruimte.
left = U bent geen gemachtigde van ‘{ $room }’ meer.
handover-offered = { $owner } draagt deze ruimte aan u over, als u aanvaardt.
handover-detail = Links, code en pincode blijven gelijk. De vorige eigenaar wordt gemachtigde.
accept = Aanvaarden
decline = Weigeren
handover-refused = Uw antwoord is niet opgeslagen.
handed-over = De ruimte ‘{ $room }’ is van u.
declined = U blijft gemachtigde van ‘{ $room }’.
delegates-lose =
    { $delegates ->
        [1] De gemachtigde ziet de ruimte niet meer.
       *[other] De { $delegates } gemachtigden zien de ruimte niet meer.
    }
delete = Verwijderen
delete-room = ‘{ $room }’ verwijderen
delete-refused = De ruimte is niet verwijderd.
meeting-runs = In deze ruimte is een vergadering bezig.
meeting-runs-detail = Als u de ruimte verwijdert, werken de links, de code en de pincode niet meer; wie al in de vergadering is, blijft daar.
delete-anyway = Toch verwijderen
keep-room = Ruimte behouden
room-deleted-now = De ruimte ‘{ $room }’ is verwijderd. U kunt dit nog 10 minuten herstellen.
undo = Herstellen
restore-detail = van ‘{ $room }’
room-restored = De ruimte ‘{ $room }’ is hersteld.
restore-refused = De ruimte is niet hersteld.

## The invitation.

send-invitation = Volledige uitnodiging sturen
invitation-title = Nodig deelnemers uit voor uw vergadering. Stuur hun naar keuze:
no-invitation = De uitnodigingsgegevens kunnen niet worden getoond.
room-is = Ruimte ‘{ $room }’
room-history = Geschiedenis van vergaderingen
new = Nieuw
authenticated-link = Link met login via { $provider }
authenticated-reminder = Wie met deze link wordt uitgenodigd, moet een account ({ $account }) hebben om in te loggen en zo toegang te krijgen tot de vergadering. Kies deze mogelijkheid als u de toegang tot uw vergadering wilt beveiligen.
moderator-rights = Bekijk de rechten van moderators
attendee-rights = Bekijk de rechten van deelnemers
pin-in-meeting = Voor de telefoon verandert de pincode bij elke vergadering: u vindt de pincode hier en in de vergaderdetails zolang de vergadering bezig is.
pin-of-meeting = De pincode geldt alleen voor de vergadering die nu bezig is.
temporary-elsewhere = Uitnodigen voor een tijdelijke vergadering:
temporary-meeting = Tijdelijke vergadering openen

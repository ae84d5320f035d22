### The texts of the rooms and their invitations.

## The rooms.

rooms = Meine Konferenzräume
create-permanent-room = Dauerhaften Raum erstellen
places-left =
    { $places ->
        [1] Sie können noch einen Raum erstellen.
       *[other] Sie können noch { $places } Räume erstellen.
    }
create-first-room = Ersten Raum erstellen
no-room-yet = Sie haben noch keinen dauerhaften Raum
what-a-room-is = Ein dauerhafter Raum gehört Ihnen und bleibt von einer Konferenz zur nächsten bestehen: Sein Zugangscode und seine Einladungslinks ändern sich nicht. Erstellen Sie ihn einmal und laden Sie dann ein, wen Sie möchten und wann Sie möchten.
rooms-missing = Ein Teil Ihrer Räume konnte nicht geladen werden.
search-rooms = Raum suchen
no-room-found = Kein Raum passt zu „{ $query }“.
rooms-found =
    { $found ->
        [one] { $found } Raum gefunden
       *[other] { $found } Räume gefunden
    }
clear-search = Suche zurücksetzen
sort-by = Sortieren nach:
by-date = Datum
by-name = Alphabet
by-favourites = Favoriten
newest-first = neueste zuerst
oldest-first = älteste zuerst
from-a-to-z = von A bis Z
from-z-to-a = von Z bis A
favourites-first = Favoriten zuerst
favourites-last = Favoriten zuletzt
order-refused = Ihre Sortierung wurde nicht gespeichert.
favourite = Favorit: { $room }
favourite-refused = Die Änderung bei den Favoriten wurde nicht gespeichert.
met = Letzte Konferenz: { $when }
never-met = Erstellt: { $when }
today = heute
yesterday = gestern
day-before-yesterday = vorgestern
days-ago = vor { $days } Tagen
weeks-ago = vor { $weeks } Wochen
months-ago = vor { $months } Monaten
years-ago = vor { $years } Jahren
running =
    { $people ->
        [one] Läuft – { $people } Person
       *[other] Läuft – { $people } Personen
    }
activity = Zurzeit: { $meetings }, { $participants }
activity-meetings =
    { $meetings ->
        [one] { $meetings } Konferenz
       *[other] { $meetings } Konferenzen
    }
activity-participants =
    { $participants ->
        [one] { $participants } Teilnehmer
       *[other] { $participants } Teilnehmer
    }
still-signed-in = Sie sind noch als { $name } angemeldet.
still-signed-in-detail = Melden Sie sich zuerst ab, wenn Sie ein anderes Konto verwenden möchten.
what-is-temporary = Mit einem Klick, ohne einen Raum zu erstellen. Sie laden aus der Konferenz heraus ein; sobald sie endet, wird sie gelöscht.
open-temporary = Neue temporäre Konferenz öffnen
temporary-short = Temporäre Konferenz
enter-code-short = Code eingeben
in-new-window = (neues Fenster)
launch = Starten
launch-detail = von „{ $room }“ (neues Fenster)
launching = Konferenz wird geöffnet …
launch-failed = Die Konferenz wurde nicht gestartet.
window-blocked = Die Konferenz ist gestartet, aber ihr Fenster konnte nicht geöffnet werden.
open-meeting = Konferenz öffnen
invite = Einladen
invite-detail = zu „{ $room }“
edit = Bearbeiten
edit-room = „{ $room }“ bearbeiten
new-recording = Neue Aufzeichnung
recordings = Aufzeichnungen
recordings-of = Aufzeichnungen von „{ $room }“
files = Dateien
files-of = Dateien von „{ $room }“
delegates = Beauftragte
delegates-of = Beauftragte von „{ $room }“
owned-by = Raum von { $owner }
leave = Beauftragung beenden
leave-room = Beauftragung für „{ $room }“ beenden
leave-sure = Sie werden diesen Raum nicht mehr sehen.
leave-detail = Um ihn wiederzubekommen, muss { $owner } Sie erneut benennen.
leave-refused = Sie gehören noch zu den Beauftragten dieses Raums.
left = Sie gehören nicht mehr zu den Beauftragten von „{ $room }“.
handover-offered = { $owner } übergibt Ihnen diesen Raum, wenn Sie annehmen.
handover-detail = Links, Code und PIN bleiben gleich. Wem der Raum bisher gehörte, gehört dann zu den Beauftragten.
accept = Annehmen
decline = Ablehnen
handover-refused = Ihre Antwort wurde nicht gespeichert.
handed-over = Der Raum „{ $room }“ gehört Ihnen.
declined = Sie gehören weiter zu den Beauftragten von „{ $room }“.
delegates-lose =
    { $delegates ->
        [1] Eine beauftragte Person sieht ihn nicht mehr.
       *[other] { $delegates } Beauftragte sehen ihn nicht mehr.
    }
delete = Löschen
delete-room = „{ $room }“ löschen
delete-refused = Der Raum wurde nicht gelöscht.
meeting-runs = In diesem Raum läuft gerade eine Konferenz.
meeting-runs-detail = Wenn Sie den Raum löschen, führen seine Links, sein Code und seine PIN nirgendwohin mehr; wer schon in der Konferenz ist, bleibt darin.
delete-anyway = Trotzdem löschen
keep-room = Raum behalten
room-deleted-now = Der Raum „{ $room }“ ist gelöscht. Sie können dies 10 Minuten lang rückgängig machen.
undo = Rückgängig
restore-detail = machen: Löschen von „{ $room }“
room-restored = Der Raum „{ $room }“ ist wieder da.
restore-refused = Das Löschen wurde nicht rückgängig gemacht.

## The invitation.

send-invitation = Vollständige Einladung senden
invitation-title = Laden Sie Teilnehmer zu Ihrer Konferenz ein. Senden Sie ihnen wahlweise:
no-invitation = Die Einladungsdaten können nicht angezeigt werden.
room-is = Raum „{ $room }“
room-history = Verlauf der Konferenzen
new = Neu
authenticated-link = Link mit Anmeldung über { $provider }
authenticated-reminder = Wer mit diesem Link eingeladen wird, braucht ein Konto ({ $account }), um sich vor dem Zugang zur Konferenz anzumelden. Wählen Sie diese Möglichkeit, wenn Sie den Zugang zu Ihrer Konferenz absichern möchten.
moderator-rights = Rechte der Moderatoren ansehen
attendee-rights = Rechte der Teilnehmer ansehen
pin-in-meeting = Für das Telefon gilt bei jeder Konferenz eine andere PIN: Sie steht hier und in den Konferenzdetails, solange die Konferenz läuft.
pin-of-meeting = Die PIN gilt nur für die laufende Konferenz.
temporary-elsewhere = Zu einer temporären Konferenz einladen:
temporary-meeting = Temporäre Konferenz öffnen

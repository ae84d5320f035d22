### The words of the page that sends a whole invitation, and of the invitation itself.

## The page.

title = Einladung senden
room-is = Raum „{ $room }“
not-shown = Die Einladung konnte nicht angezeigt werden.
to-whom = Für wen ist sie bestimmt?
to-attendees = Für Teilnehmer
to-attendees-detail = Beitritt über den Link, ohne Konto.
to-attendees-by-telephone = Beitritt über den Link oder per Telefon, ohne Konto.
to-authenticated = Für Teilnehmer, die sich mit { $provider } anmelden
to-authenticated-detail = Beitritt unter dem Namen des Kontos.
to-authenticated-no-telephone = Beitritt unter dem Namen des Kontos. Das Telefon wird nicht angeboten, da man sich dort nicht anmelden kann.
to-moderators = Für Moderatoren
to-moderators-detail = Diese Personen können die Konferenz starten und beenden, Mikrofone stummschalten, Teilnehmer entfernen und selbst einladen.
when = Wann?
when-detail = Optional. Es gilt die Zeit Ihres Geräts: { $zone }.
date = Datum
start = Beginn
minutes = Dauer in Minuten
date-and-time = Geben Sie Datum und Uhrzeit an oder keines von beiden.
minutes-refused = Geben Sie eine Dauer von { $least } bis { $most } Minuten ein.
message = Die Nachricht
the-invitation = Einladung
by-mail = Im E-Mail-Programm öffnen
mail-subject-shortened = E-Mail-Programme nehmen keine so lange Nachricht an: Der Betreff wird gekürzt. Die Links bleiben vollständig. Um alles zu senden, kopieren Sie die Einladung.
mail-shortened = E-Mail-Programme nehmen keine so lange Nachricht an: Es wird „{ $missing }“ fehlen. Die Links bleiben vollständig. Um alles zu senden, kopieren Sie die Einladung.
mail-and-subject-shortened = E-Mail-Programme nehmen keine so lange Nachricht an: Der Betreff wird gekürzt, und es wird „{ $missing }“ fehlen. Die Links bleiben vollständig. Um alles zu senden, kopieren Sie die Einladung.
calendar = Kalenderdatei herunterladen
calendar-needs-date = Geben Sie für den Kalender Datum und Uhrzeit an.
share = Teilen
not-shared = Die Einladung konnte nicht geteilt werden. Kopieren Sie sie stattdessen.
print = Drucken
qr = QR-Code des Links
qr-image = QR-Code des Links zum Raum „{ $room }“
qr-download = QR-Code herunterladen (SVG)
part-not-shown = Dieser Teil der Seite kann nicht angezeigt werden.

## The invitation.

mail-note = (Diese Nachricht wurde gekürzt.)
subject = Einladung zur Konferenz „{ $room }“
takes-place = { $when } ({ $zone }), Dauer: { $minutes } Minuten
join-by = Der Konferenz beitreten:
sign-in-with = Sie melden sich mit { $provider } an.
as-moderator = Dieser Link und dieser Code verleihen Moderatorenrechte: die Konferenz starten und beenden, Mikrofone stummschalten, Teilnehmer entfernen, einladen. Geben Sie sie nur an Personen weiter, denen Sie vertrauen.
or-by-code = Oder mit dem Zugangscode: { $code }
or-by-sip = Oder mit einem Videokonferenzgerät: { $address }
by-telephone = Per Telefon:
then-pin = dann die PIN { $pin } #
call = { $number } mit der PIN anrufen

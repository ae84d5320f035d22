### The form of a room.

## The form.

create-permanent-room = Dauerhaften Raum erstellen
edit-room-title = Raum bearbeiten
room-name = Name des Raums
create-room = Raum erstellen
creating-room = Raum wird erstellt …
save = Speichern
room-created = Der Raum „{ $room }“ ist erstellt.
room-saved = Der Raum ist gespeichert.
given-up = Ihre Änderungen wurden nicht gespeichert.
room-not-created = Der Raum wurde nicht erstellt.
room-not-saved = Der Raum wurde nicht gespeichert.
room-not-shown = Der Raum kann nicht angezeigt werden.

## What is wrong with a field.

name-missing = Geben Sie den Namen des Raums ein.
address-unusable = Geben Sie eine vollständige Adresse ein, die mit https:// beginnt, oder lassen Sie dieses Feld leer.
invisible-character = Dieser Text enthält ein unsichtbares Zeichen: Löschen Sie ihn und geben Sie ihn über die Tastatur ein.
too-long =
    { $characters ->
        [one] Dieser Text ist zu lang: Kürzen Sie ihn auf { $characters } Zeichen.
       *[other] Dieser Text ist zu lang: Kürzen Sie ihn auf { $characters } Zeichen.
    }
number-hint = Eine Zahl von { $least } bis { $most } oder leer für unbegrenzt.
number-refused = Geben Sie eine Zahl von { $least } bis { $most } ein oder lassen Sie dieses Feld leer.

## The options.

welcoming = Begrüßung der Teilnehmer
welcome = Begrüßungstext
welcome-hint = Alle lesen ihn beim Beitritt.
max-participants = Höchstzahl der Teilnehmer
minutes = Höchstdauer in Minuten
waiting-room = Warteraum: Ein Moderator lässt jeden Teilnehmer einzeln ein
authenticated-bypass = Wer über den Link mit Anmeldung kommt, tritt ohne Warten bei
interactions = Interaktionen
mute-on-start = Mikrofone beim Beitritt stummschalten
microphones = Teilnehmer dürfen ihr Mikrofon einschalten
cameras = Teilnehmer dürfen ihre Kamera einschalten
cameras-for-moderators-only = Nur Moderatoren sehen die Kameras der Teilnehmer
private-chat = Privater Chat zwischen Teilnehmern
public-chat = Öffentlicher Chat
shared-notes = Geteilte Notizen
recording = Aufzeichnung
manual-recording = Moderatoren dürfen die Aufzeichnung starten und beenden
automatic-recording = Ab Beginn der Konferenz aufzeichnen
advanced = Erweiterte Einstellungen
moderators-message = Nachricht an die Moderatoren
moderators-message-hint = Nur Moderatoren lesen sie, in den Konferenzdetails.
logout-url = Adresse nach dem Verlassen
logout-url-hint = Die Seite, die sich beim Verlassen der Konferenz öffnet, mit https://. Ohne Adresse ist es die Startseite dieses Portals.

## Renewing.

renewals = Zugang erneuern
renewals-detail = Der alte Zugang öffnet nichts mehr, die anderen bleiben unverändert.
renew = Erneuern
renewed = Erledigt. Hier ist der neue Zugang:
not-renewed = Es wurde nichts erneuert.
renew-link-sure = Wer den alten Link hat, kann nicht mehr beitreten.
renew-code-sure = Wer den alten Code hat, kann damit nicht mehr beitreten.
renew-pin-sure = Die alte PIN gilt für die nächsten Konferenzen nicht mehr; eine Konferenz, die gerade läuft, behält sie.

## A meeting that runs.

saved-for-next-meeting = Der Raum ist gespeichert. Die laufende Konferenz behält die Einstellungen, mit denen sie gestartet wurde.
meeting-keeps-options = Der Raum ist gespeichert, und es läuft eine Konferenz.
meeting-keeps-options-detail = Diese Konferenz behält die Einstellungen, mit denen sie gestartet wurde; die neuen gelten ab der nächsten. Wenn Sie die Konferenz beenden, verlassen alle Teilnehmer sie, und Sie können sie sofort neu starten.
end-meeting = Konferenz für alle beenden
leave-meeting = Konferenz weiterlaufen lassen
meeting-not-ended = Die Konferenz wurde nicht beendet.

### The session's details.

unreachable = Der Dienst antwortet nicht. Prüfen Sie Ihre Internetverbindung: Alle paar Sekunden folgt ein neuer Versuch.
refused = Die Berechtigung, diese Daten zu sehen, ist nicht mehr gültig oder gehört nicht zu dieser Konferenz. Laden Sie die Seite der Konferenz neu.
moderators-only = Nur die Moderatoren der Konferenz sehen diese Daten. Bitten Sie darum, zum Moderator ernannt zu werden.
over = Diese Konferenz ist beendet: Es kann niemand mehr eingeladen werden.
failed = Im Dienst ist ein Fehler aufgetreten. Alle paar Sekunden folgt ein neuer Versuch.
welcome = Begrüßungstext
moderators-message = Nachricht an die Moderatoren
renewed = Die Einladungsdaten haben sich geändert.

### The texts of the recordings of a room.

title = Aufzeichnungen
not-shown = Die Aufzeichnungen konnten nicht angezeigt werden.
none-yet = Dieser Raum hat noch keine Aufzeichnung.
none-yet-detail = Eine Aufzeichnung erscheint hier einige Zeit nach dem Ende der Konferenz. Um Ihre Konferenzen aufzuzeichnen, erlauben Sie es in den Optionen des Raums.
room-options = Optionen des Raums
incomplete = Nicht alle Aufzeichnungen werden angezeigt
incomplete-detail = Dieser Raum hat zu viele. Löschen Sie diejenigen, die Sie nicht mehr brauchen: Die anderen erscheinen an ihrer Stelle.

## A recording.

under-a-minute = Weniger als eine Minute
processing = In Vorbereitung
processing-detail = Sie können sie abspielen, sobald sie fertig ist.
unpublished = Nicht veröffentlicht
expires = Wird am { $date } automatisch gelöscht
play-presentation = Präsentation abspielen
play-video = Video abspielen
play-podcast = Ton abspielen
play-notes = Notizen lesen
play-screenshare = Bildschirmfreigabe abspielen
play-other = Abspielen
of-recording = „{ $recording }“ (neues Fenster)
download = Herunterladen
copy-link = Link kopieren
the-link = Link
to = zu „{ $recording }“
published = Veröffentlicht: mit dem Link abspielbar
protected = Geschützt: jeder Link gilt nur einmal
of = „{ $recording }“

## What is done with it.

rename = Umbenennen
new-name = Neuer Name
name-missing = Geben Sie einen Namen ein.
renamed = Die Aufzeichnung heißt jetzt „{ $recording }“.
rename-refused = Die Aufzeichnung wurde nicht umbenannt.
change-refused = Ihre Änderung wurde nicht gespeichert.
deleted-now = Die Aufzeichnung „{ $recording }“ ist gelöscht. Sie können dies 10 Minuten lang rückgängig machen.
restored = Die Aufzeichnung „{ $recording }“ ist wieder da.
delete-refused = Die Aufzeichnung wurde nicht gelöscht.

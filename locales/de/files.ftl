### The texts of the files of a room.

title = Dateien
not-shown = Die Dateien konnten nicht angezeigt werden.
what-files-do = Jede Konferenz des Raums erhält diese Dateien, sobald sie beginnt.
none-yet = Dieser Raum hat noch keine Datei.
limit =
    { $limit ->
        [1] Ein Raum hat höchstens eine Datei. Löschen Sie sie, um eine andere hinzuzufügen.
       *[other] Ein Raum hat höchstens { $limit } Dateien. Löschen Sie eine, um eine weitere hinzuzufügen.
    }

## Adding.

add = Datei hinzufügen
add-detail = PDF, Präsentationen, Dokumente, Tabellen und Bilder, höchstens { $size } je Datei.
upload-begun = Das Hochladen von „{ $file }“ beginnt.
upload-done = Die Datei „{ $file }“ ist hinzugefügt.
sending = Hochladen: { $percent } %
queued = Wartet auf das vorige Hochladen
cut = Die Verbindung ist bei { $percent } % unterbrochen. Das Hochladen wird von selbst fortgesetzt.
resume = Fortsetzen
cancel = Hochladen abbrechen
cancelled = Das Hochladen von „{ $file }“ ist abgebrochen.
dismiss = Aus der Liste entfernen
not-sent = Die Datei wurde nicht hinzugefügt.
unfinished = Unvollständig hochgeladen ({ $percent } %), auf einer anderen Seite begonnen. Löschen Sie die Datei, wenn es nicht weitergeht.

## A file.

of = „{ $file }“
downloadable = Teilnehmende dürfen sie herunterladen
first = Wird zuerst gezeigt
up = Nach oben
down = Nach unten
moved = „{ $file }“ ist jetzt Datei Nr. { $place }.
present = Zur laufenden Konferenz hinzufügen
presented = „{ $file }“ ist an die laufende Konferenz übergeben.
not-presented = Die Datei wurde der Konferenz nicht hinzugefügt.
download = Herunterladen
rename = Umbenennen
new-name = Neuer Name
name-missing = Geben Sie einen Namen ein.
renamed = Die Datei heißt jetzt „{ $file }“.
rename-refused = Die Datei wurde nicht umbenannt.
change-refused = Ihre Änderung wurde nicht gespeichert.
deleted-now = Die Datei „{ $file }“ ist gelöscht. Sie können dies 10 Minuten lang rückgängig machen.
restored = Die Datei „{ $file }“ ist wieder da.
delete-refused = Die Datei wurde nicht gelöscht.

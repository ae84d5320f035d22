### The texts of the files of a room.

title = Bestanden
not-shown = De bestanden konden niet worden getoond.
what-files-do = Elke vergadering van de ruimte krijgt deze bestanden zodra ze begint.
none-yet = Deze ruimte heeft nog geen bestand.
limit =
    { $limit ->
        [1] Een ruimte heeft hoogstens één bestand. Verwijder het om een ander toe te voegen.
       *[other] Een ruimte heeft hoogstens { $limit } bestanden. Verwijder er een om een ander toe te voegen.
    }

## Adding.

add = Bestand toevoegen
add-detail = Pdf’s, presentaties, documenten, spreadsheets en afbeeldingen, hoogstens { $size } per bestand.
upload-begun = Het verzenden van ‘{ $file }’ begint.
upload-done = Het bestand ‘{ $file }’ is toegevoegd.
sending = Verzenden: { $percent } %
queued = Wacht op het vorige bestand
cut = De verbinding is verbroken bij { $percent } %. Het verzenden wordt vanzelf hervat.
resume = Hervatten
cancel = Verzenden annuleren
cancelled = Het verzenden van ‘{ $file }’ is geannuleerd.
dismiss = Uit de lijst halen
not-sent = Het bestand is niet toegevoegd.
unfinished = Onvoltooid ({ $percent } %), begonnen op een andere pagina. Verwijder het als het niet verdergaat.

## A file.

of = ‘{ $file }’
downloadable = Deelnemers mogen het downloaden
first = Wordt als eerste getoond
up = Omhoog
down = Omlaag
moved = ‘{ $file }’ is nu bestand nr. { $place }.
present = Aan de lopende vergadering toevoegen
presented = ‘{ $file }’ is aan de lopende vergadering doorgegeven.
not-presented = Het bestand is niet aan de vergadering toegevoegd.
download = Downloaden
rename = Naam wijzigen
new-name = Nieuwe naam
name-missing = Vul een naam in.
renamed = Het bestand heet nu ‘{ $file }’.
rename-refused = De naam van het bestand is niet gewijzigd.
change-refused = Uw wijziging is niet opgeslagen.
deleted-now = Het bestand ‘{ $file }’ is verwijderd. U kunt dit 10 minuten lang herstellen.
restored = Het bestand ‘{ $file }’ is terug.
delete-refused = Het bestand is niet verwijderd.

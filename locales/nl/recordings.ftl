### The texts of the recordings of a room.

title = Opnamen
not-shown = De opnamen konden niet worden getoond.
none-yet = Deze ruimte heeft nog geen opname.
none-yet-detail = Een opname verschijnt hier enige tijd na afloop van de vergadering. Om uw vergaderingen op te nemen, staat u dit toe in de opties van de ruimte.
room-options = Opties van de ruimte
incomplete = Niet alle opnamen worden getoond
incomplete-detail = Deze ruimte heeft er te veel. Verwijder de opnamen die u niet meer nodig hebt: de andere verschijnen op hun plaats.

## A recording.

under-a-minute = Minder dan een minuut
processing = In voorbereiding
processing-detail = U kunt de opname afspelen zodra die klaar is.
unpublished = Niet gepubliceerd
expires = Wordt automatisch verwijderd op { $date }
play-presentation = Presentatie afspelen
play-video = Video afspelen
play-podcast = Geluid afspelen
play-notes = Notities lezen
play-screenshare = Gedeeld scherm afspelen
play-other = Afspelen
of-recording = ‘{ $recording }’ (nieuw venster)
download = Downloaden
copy-link = Link kopiëren
the-link = de link
to = naar ‘{ $recording }’
published = Gepubliceerd: met de link af te spelen
protected = Beveiligd: elke link werkt maar één keer
of = ‘{ $recording }’

## What is done with it.

rename = Naam wijzigen
new-name = Nieuwe naam
name-missing = Vul een naam in.
renamed = De opname heet nu ‘{ $recording }’.
rename-refused = De naam van de opname is niet gewijzigd.
change-refused = Uw wijziging is niet opgeslagen.
deleted-now = De opname ‘{ $recording }’ is verwijderd. U kunt dit 10 minuten lang herstellen.
restored = De opname ‘{ $recording }’ is terug.
delete-refused = De opname is niet verwijderd.

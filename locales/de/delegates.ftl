### The texts of the delegates of a room.

title = Beauftragte
not-shown = Die Beauftragten konnten nicht angezeigt werden.
what-delegates-do = Beauftragte starten die Konferenzen des Raums, ändern seine Optionen und verwalten seine Aufzeichnungen. Sie können ihn weder löschen noch seine Links erneuern noch weitere Beauftragte benennen.
nobody-yet = Dieser Raum hat noch keine Beauftragten.
limit =
    { $limit ->
        [0] Räume dieses Dienstes haben keine Beauftragten.
        [1] Ein Raum hat höchstens einen Beauftragten. Entfernen Sie ihn, um einen anderen hinzuzufügen.
       *[other] Ein Raum hat höchstens { $limit } Beauftragte. Entfernen Sie jemanden, um weitere hinzuzufügen.
    }

## Adding.

email = E-Mail-Adresse der Kollegin oder des Kollegen
email-detail = Die Adresse, mit der sich die Person anmeldet. Beispiel: vorname.name@beispiel.de
add = Hinzufügen
email-missing = Geben Sie eine E-Mail-Adresse ein.
not-an-email = Geben Sie eine einzige, vollständige Adresse ein. Beispiel: vorname.name@beispiel.de
own-address = Das ist Ihre eigene Adresse: Geben Sie die einer anderen Person ein.
added = { $delegate } gehört zu den Beauftragten.
not-added = Es wurde niemand hinzugefügt.

## A delegate.

waiting = Ausstehend: gilt, sobald die Person das Portal das nächste Mal öffnet
of = { $delegate }
to = an { $delegate }
remove = Entfernen
removed = { $delegate } gehört nicht mehr zu den Beauftragten dieses Raums.
undo-detail = machen: Entfernen von { $delegate }
not-removed = Es wurde niemand entfernt.
offer = Raum übergeben
withdraw = Raum nicht übergeben
offered = Sie bieten { $delegate } den Raum an. Er gehört der Person, sobald sie annimmt; Sie gehören dann zu den Beauftragten. Links, Code und PIN bleiben gleich.
offer-refused = Ihr Angebot wurde nicht gespeichert.

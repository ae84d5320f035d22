### The texts of the components.

close = Schließen
copied = Kopiert
copied-announcement = Kopiert: { $what }
copy = Kopieren
copy-by-hand = Ihr Browser hat das Kopieren nicht erlaubt. Der Text ist ausgewählt: Kopieren Sie ihn mit Strg+C oder durch langes Drücken.
loading = Wird geladen …
new-window = neues Fenster

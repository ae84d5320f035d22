### The texts of the components.

close = Sluiten
copied = Gekopieerd
copied-announcement = Gekopieerd: { $what }
copy = Kopieer
copy-by-hand = Uw browser heeft het kopiëren niet toegestaan. De tekst is geselecteerd: kopieer hem met Ctrl+C of door lang te drukken.
loading = Bezig met laden…
new-window = nieuw venster

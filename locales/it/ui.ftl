### The texts of the components.

close = Chiudi
copied = Copiato
copied-announcement = Copiato: { $what }
copy = Copia
copy-by-hand = Il browser non ha permesso la copia. Il testo è selezionato: lo copi con Ctrl+C, o tenendo premuto a lungo.
loading = Caricamento…
new-window = nuova finestra

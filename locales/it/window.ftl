### The window of a session's details, before the wasm is there.

title = Dettagli della sessione
close = Chiudi
loading = Caricamento…
failed = Caricamento non riuscito. Verifichi la connessione, poi riprovi.
retry = Riprova

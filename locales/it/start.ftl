### What the page says before the app has started.

loading = Caricamento…
not-started = Il servizio non ha potuto avviarsi
check-connection = Verifichi la connessione a internet e che il browser sia aggiornato, poi riprovi.
no-webassembly = Il browser non permette a questo sito di usare WebAssembly. Se il dispositivo è in modalità di isolamento, la disattivi per questo sito nelle impostazioni; altrimenti aggiunga questo sito alle eccezioni della sicurezza avanzata del browser, oppure lo chieda al suo servizio informatico. Poi riprovi.
retry = Riprova

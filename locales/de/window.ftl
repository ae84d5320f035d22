### The window of a session's details, before the wasm is there.

title = Konferenzdetails
close = Schließen
loading = Wird geladen …
failed = Das Laden ist fehlgeschlagen. Prüfen Sie Ihre Verbindung und versuchen Sie es dann erneut.
retry = Wiederholen

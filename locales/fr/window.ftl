### The window of a session's details, before the wasm is there.

title = Détails de la session
close = Fermer
loading = Chargement en cours…
failed = Échec du chargement. Vérifiez votre connexion, puis réessayez.
retry = Réessayer

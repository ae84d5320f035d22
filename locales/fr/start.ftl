### What the page says before the app has started.

loading = Chargement en cours…
not-started = Le service n'a pas pu démarrer
check-connection = Vérifiez votre connexion à internet et que votre navigateur est à jour, puis réessayez.
no-webassembly = Votre navigateur ne permet pas à ce site d'utiliser WebAssembly. Si votre appareil est en mode Isolement, désactivez ce mode pour ce site dans ses réglages ; sinon, ajoutez ce site aux exceptions de la sécurité renforcée de votre navigateur, ou demandez-le à votre service informatique. Puis réessayez.
retry = Réessayer

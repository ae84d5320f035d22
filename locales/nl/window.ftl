### The window of a session's details, before the wasm is there.

title = Vergaderdetails
close = Sluiten
loading = Bezig met laden…
failed = Het laden is mislukt. Controleer uw verbinding en probeer het opnieuw.
retry = Probeer opnieuw

### What the page says before the app has started.

loading = Bezig met laden…
not-started = De dienst kon niet starten
check-connection = Controleer uw internetverbinding en of uw browser up-to-date is, en probeer het opnieuw.
no-webassembly = Uw browser staat deze site niet toe WebAssembly te gebruiken. Staat uw apparaat in de isolatiemodus, zet die dan voor deze site uit in de instellingen; voeg anders deze site toe aan de uitzonderingen van de verbeterde beveiliging van uw browser, of vraag dat aan uw ICT-afdeling. Probeer het daarna opnieuw.
retry = Probeer opnieuw

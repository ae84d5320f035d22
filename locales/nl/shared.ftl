### The texts that several features share.

## What several places say.

retry = Probeer opnieuw
reload = Herladen
take-up = Invoer hervatten
cancel = Annuleren
at-most = Maximaal { $characters } tekens
room-limit =
    { $limit ->
        [1] U hebt de enige ruimte die is toegestaan: verwijder die om een andere te maken.
       *[other] U hebt de limiet van { $limit } ruimtes bereikt: verwijder er een om een andere te maken.
    }
room-limit-reached = U hebt het toegestane aantal ruimtes bereikt.

no-such-room = Dit is niet het adres van een ruimte

## The frame around every page.

quick-access = Snelle toegang
skip-to-content = Naar de inhoud
home-of = Startpagina – { $service }
menu = Menu
tools = Hulpmiddelen
access = Toegangsvoorwaarden
documentation = Documentatie
sign-in = Inloggen
signed-out = U bent uitgelogd. De volgende pagina komt eraan…
sign-out = Uitloggen
not-signed-out = U bent nog ingelogd.
choose-language = Taal kiezen
language-not-loaded = Deze taal kon niet worden geladen. Controleer uw internetverbinding en kies de taal daarna opnieuw; laad de pagina opnieuw als dit blijft gebeuren.
notices = Mededelingen
new-version = Er is een nieuwe versie.
professional-network = De toegang tot de videovergadering hangt af van het beveiligingsbeleid van uw ministerie. Werkt het geluid of het beeld niet, verbreek dan de verbinding met het netwerk RIE van uw werk en probeer het opnieuw.
offline = U bent offline: wat u hier doet, kan niet worden opgeslagen.
footer-links = Voettekst
scheme = Weergave:
scheme-of-system = Zoals het systeem
scheme-light = Licht
scheme-dark = Donker
source-code = Broncode
accessibility = Toegankelijkheid
shortcuts = Sneltoetsen
legal-notice = Juridische informatie
personal-data = Privacy en cookies
terms-of-use = Gebruiksvoorwaarden
contact = Contact

## The connection code.

enter-code = Vul de toegangscode van uw vergadering in
first-digits = Eerste drie cijfers
middle-digits = Middelste drie cijfers
last-digits = Laatste drie cijfers
code-has-letters = De code bestaat alleen uit cijfers: wis de rest.
code-too-long = U hebt { $digits } cijfers ingevuld, de code heeft er 9: wis wat te veel is.
code-working = Uw browser wordt gecontroleerd, dit duurt enkele seconden of minuten…
code-refused = De code is niet geaccepteerd.
connect = Verbinden

## What goes wrong.

meeting-not-entered = U neemt niet deel aan de vergadering
meeting-full = De vergadering heeft het maximumaantal deelnemers bereikt. Probeer het over enkele minuten opnieuw, of waarschuw de persoon die u heeft uitgenodigd.
meeting-not-running = De vergadering is afgelopen of nog niet opnieuw begonnen. Neem opnieuw deel om te wachten tot ze begint.
meeting-not-let-in = Een moderator heeft u niet toegelaten. Neem opnieuw deel om het nog eens te vragen, of waarschuw de persoon die u heeft uitgenodigd.
meeting-failed = De vergaderserver kon u niet toelaten. Probeer het opnieuw; blijft het probleem bestaan, waarschuw dan de persoon die u heeft uitgenodigd.
go-back = Terug
page-not-found = Pagina niet gevonden
page-not-found-detail = Er is geen pagina op dit adres. Controleer of u het adres volledig hebt overgenomen.
back-home = Naar de startpagina
service-unavailable = De dienst is tijdelijk niet beschikbaar
rooms-of-last-visit = Uw ruimtes bij uw laatste bezoek
rooms-of-last-visit-detail = Alleen hun namen worden op dit apparaat bewaard: een dag, of totdat u zich afmeldt. Ze zijn er weer zodra de dienst antwoordt.
page-not-shown = Deze pagina kan niet worden getoond.
page-not-arrived = Deze pagina kon niet worden geladen
page-not-arrived-detail = Controleer uw internetverbinding en probeer het opnieuw. Blijft het probleem bestaan, dan is er misschien een nieuwe versie: laad de pagina opnieuw.
unreachable = De dienst reageert niet. Controleer uw internetverbinding en probeer het opnieuw.
too-slow = De dienst doet te lang over het antwoord. Probeer het straks opnieuw; misschien is uw verbinding traag.
unexpected = De dienst heeft een onverwacht antwoord gegeven. Probeer het straks opnieuw; blijft het probleem bestaan, laad dan de pagina opnieuw.

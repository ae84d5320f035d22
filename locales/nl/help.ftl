### The pages of help: rights, keyboard shortcuts, accessibility.

## The rights of each role.

rights = Rechten van moderators en deelnemers
rights-of-moderators = Moderators
who-is-moderator = Moderators zijn de eigenaar van de ruimte en iedereen die deelneemt met de toegangscode of de moderatorlink.
moderator-starts = De vergadering starten en voor iedereen beëindigen.
moderator-leads = Microfoons uitzetten, rechten geven of afnemen, wachtenden toelaten, mensen verwijderen.
moderator-shows = Documenten presenteren, het scherm delen, peilingen en groepsruimtes starten, en opnemen als de ruimte dat toestaat.
moderator-invites = De vergaderdetails zien en doorgeven: code, links en telefoon.
rights-of-attendees = Deelnemers
who-is-attendee = Deelnemers zijn de mensen die deelnemen met de deelnemerslink, met de link met login of per telefoon.
attendee-waits = Deelnemen zodra een moderator de vergadering heeft gestart.
attendee-speaks = Het woord nemen, de camera aanzetten en in de chat schrijven, als de ruimte dat toestaat.
attendee-reacts = De hand opsteken, reageren, op peilingen antwoorden.
attendee-sees-no-invitation = Deelnemers zien de code en de links van de vergadering niet.

## What keys do.

shortcuts-detail = Eén toets is genoeg, buiten invoervelden en dialoogvensters, zodra u bent ingelogd.
shortcuts-on = Sneltoetsen gebruiken op dit apparaat
shortcut-search = Ruimte zoeken, op de pagina van uw ruimtes
shortcut-code = Toegangscode invullen, op de pagina van uw ruimtes
shortcut-new-room = Vaste ruimte maken
shortcut-list = Deze lijst tonen
key-escape = Een dialoogvenster of een hulptekst sluiten
key-tab = Naar het volgende element gaan; met Shift naar het vorige

## How accessible the portal is.

accessibility-aim = Dit portaal streeft naar niveau AA van de richtlijnen WCAG 2.2 en naar het Franse RGAA 4.1, dat op WCAG 2.1 berust. Omdat er nog geen audit is geweest, verklaart het nog geen niveau van conformiteit.
accessibility-tested = Wat bij elke versie wordt gecontroleerd
tested-by-rules = De regels van axe-core, met inbegrip van het contrast, op elk scherm, in de vensters en de foutmeldingen, in alle talen en in lichte en donkere weergave.
tested-by-keyboard = De uitnodiging van begin tot eind met alleen het toetsenbord: de focus is zichtbaar, gaat de vensters in en keert terug naar waar hij vandaan kwam.
tested-small = Hetzelfde bij een breedte van 320 pixels, ofwel een vergroting van 400%, en met extra ruimte in de tekst: zonder horizontaal scrollen en zonder afgekapte tekst.
tested-colours = Hetzelfde wanneer het systeem zijn kleuren oplegt; het contrast is dan dat van het systeem.
tested-languages = De titel van elke pagina, de meldingen voor schermlezers en de aangegeven taal wanneer die wordt gewijzigd.
tested-browsers = De uitnodiging van begin tot eind in Chromium, Firefox en WebKit.
accessibility-untested = Wat nog niet is gecontroleerd
untested-audit = Een audit volgens het RGAA door een derde partij.
untested-readers = Het gebruik met de schermlezers NVDA, JAWS en VoiceOver door mensen die daar elke dag mee werken.
untested-conference = De vergadering zelf: dat is andere software met een eigen verklaring.
accessibility-trouble = Hebt u een probleem met de toegankelijkheid?
accessibility-trouble-detail = Laat de beheerders van deze dienst weten op welke pagina en met welke hulpmiddelen u het probleem hebt, zodat het kan worden opgelost. Krijgt u geen bevredigend antwoord, dan kunt u zich wenden tot de Franse ombudsdienst (Défenseur des droits).

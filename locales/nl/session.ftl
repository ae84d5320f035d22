### The session's details.

unreachable = De dienst reageert niet. Controleer uw internetverbinding: om de paar seconden volgt een nieuwe poging.
refused = De toestemming om deze gegevens te zien is niet meer geldig, of hoort niet bij deze vergadering. Laad de pagina van de vergadering opnieuw.
moderators-only = Alleen de moderators van de vergadering zien deze gegevens. Vraag een moderator om u tot moderator te promoveren.
over = Deze vergadering is afgelopen: u kunt niemand meer uitnodigen.
failed = Er is een fout opgetreden in de dienst. Om de paar seconden volgt een nieuwe poging.
welcome = Welkomstbericht
moderators-message = Bericht aan de moderators
renewed = De uitnodigingsgegevens zijn gewijzigd.

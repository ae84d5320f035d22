### The words for what lets others in.

with-moderator-rights = Avec droits modérateurs
with-restricted-rights = Avec droits restreints
connection-code = Le code de connexion
moderator-link = Le lien modérateur
sip-address = Le lien SIP
attendee-link = Le lien participant
dial-in = Connexion par téléphone
pin = PIN
moderator-reminder = Pour rappel, toute personne disposant de ce lien ou code pourra rejoindre la réunion avec les droits de modérateur.
attendee-reminder = Pour rappel, toute personne disposant de ce lien pourra rejoindre la réunion avec les droits de participant.

### What lets others in, named within a sentence.

code = le code de connexion
moderator-link = le lien modérateur
attendee-link = le lien participant
authenticated-link = le lien authentifié
dial-in = la connexion par téléphone
sip-address = le lien SIP
pin = le PIN du téléphone

### What lets others in, named within a sentence.

code = il codice di accesso
moderator-link = il link per moderatori
attendee-link = il link per partecipanti
authenticated-link = il link autenticato
dial-in = l'accesso telefonico
sip-address = il link SIP
pin = il PIN telefonico

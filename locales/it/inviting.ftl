### The words for what lets others in.

with-moderator-rights = Con diritti di moderatore
with-restricted-rights = Con diritti limitati
connection-code = Il codice di accesso
moderator-link = Il link per moderatori
sip-address = Il link SIP
attendee-link = Il link per partecipanti
dial-in = Accesso telefonico
pin = PIN
moderator-reminder = Si ricorda che chiunque disponga di questo link o codice potrà partecipare alla riunione con i diritti di moderatore.
attendee-reminder = Si ricorda che chiunque disponga di questo link potrà partecipare alla riunione con i diritti di partecipante.

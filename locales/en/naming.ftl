### What lets others in, named within a sentence.

code = the connection code
moderator-link = the moderator link
attendee-link = the participant link
authenticated-link = the authenticated link
dial-in = the telephone access
sip-address = the SIP address
pin = the telephone PIN

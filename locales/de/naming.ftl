### What lets others in, named within a sentence.

code = Zugangscode
moderator-link = Moderatorenlink
attendee-link = Teilnehmerlink
authenticated-link = Link mit Anmeldung
dial-in = Einwahldaten
sip-address = SIP-Adresse
pin = Telefon-PIN

### What lets others in, named within a sentence.

code = de toegangscode
moderator-link = de moderatorlink
attendee-link = de deelnemerslink
authenticated-link = de link met login
dial-in = de inbelgegevens
sip-address = het SIP-adres
pin = de pincode voor de telefoon

### The words for what lets others in.

with-moderator-rights = Met moderatorrechten
with-restricted-rights = Met beperkte rechten
connection-code = Toegangscode
moderator-link = Moderatorlink
sip-address = SIP-adres
attendee-link = Deelnemerslink
dial-in = Deelnemen per telefoon
pin = Pincode
moderator-reminder = Let op: iedereen die deze link of code heeft, kan aan de vergadering deelnemen met moderatorrechten.
attendee-reminder = Let op: iedereen die deze link heeft, kan aan de vergadering deelnemen met deelnemersrechten.

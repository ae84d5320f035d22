### The words for what lets others in.

with-moderator-rights = Mit Moderatorenrechten
with-restricted-rights = Mit eingeschränkten Rechten
connection-code = Zugangscode
moderator-link = Moderatorenlink
sip-address = SIP-Adresse
attendee-link = Teilnehmerlink
dial-in = Einwahl per Telefon
pin = PIN
moderator-reminder = Zur Erinnerung: Wer diesen Link oder diesen Code hat, kann der Konferenz mit Moderatorenrechten beitreten.
attendee-reminder = Zur Erinnerung: Wer diesen Link hat, kann der Konferenz mit Teilnehmerrechten beitreten.

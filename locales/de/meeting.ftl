### The moderators' message.

to-invite = Zu dieser Konferenz einladen
as-of-the-start = Diese Daten geben den Stand bei Konferenzbeginn wieder.
with-moderator-rights = Mit Moderatorenrechten
with-restricted-rights = Mit eingeschränkten Rechten
code = Zugangscode: { $code }
moderator-link = Moderatorenlink: { $link }
attendee-link = Teilnehmerlink: { $link }
telephone = Tel.: { $number } – PIN: { $pin } #
up-to-date = Aktuelle Daten ansehen
temporary-meeting = Temporäre Konferenz
hidden-meeting = Konferenz – { $owner }
add-presentations = Dem Raum Dateien hinzufügen

### The moderators' message.

to-invite = Uitnodigen voor deze vergadering
as-of-the-start = Dit zijn de gegevens bij het begin van de vergadering.
with-moderator-rights = Met moderatorrechten
with-restricted-rights = Met beperkte rechten
code = Toegangscode: { $code }
moderator-link = Moderatorlink: { $link }
attendee-link = Deelnemerslink: { $link }
telephone = Tel.: { $number } – Pincode: { $pin } #
up-to-date = Actuele gegevens bekijken
temporary-meeting = Tijdelijke vergadering
hidden-meeting = Vergadering – { $owner }
add-presentations = Bestanden aan de ruimte toevoegen

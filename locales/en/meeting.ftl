### The moderators' message.

to-invite = To invite others to this meeting
as-of-the-start = These data are as they were when the meeting started.
with-moderator-rights = With moderator rights
with-restricted-rights = With restricted rights
code = Connection code: { $code }
moderator-link = Moderator link: { $link }
attendee-link = Participant link: { $link }
telephone = Phone: { $number } – PIN: { $pin } #
up-to-date = See the data as they are now
temporary-meeting = Temporary meeting
hidden-meeting = Meeting – { $owner }
add-presentations = Add files to the room

### The words of the page that sends a whole invitation, and of the invitation itself.

## The page.

title = Send an invitation
room-is = Room “{ $room }”
not-shown = The invitation could not be shown.
to-whom = Who is it for?
to-attendees = Participants
to-attendees-detail = They come in by the link, without an account.
to-attendees-by-telephone = They come in by the link or by telephone, without an account.
to-authenticated = Participants who sign in with { $provider }
to-authenticated-detail = They come in under their account's name.
to-authenticated-no-telephone = They come in under their account's name. The telephone is left out, as nobody is identified on it.
to-moderators = Moderators
to-moderators-detail = They will be able to start and end the meeting, mute microphones, remove participants and invite others.
when = When?
when-detail = Optional. By your device's clock: { $zone }.
date = Date
start = Starts at
minutes = Length, in minutes
date-and-time = Choose both a date and a time, or neither.
minutes-refused = Type a length of { $least } to { $most } minutes.
message = The message
the-invitation = the invitation
by-mail = Open in the mail program
mail-subject-shortened = Mail programs take no message as long as this: the subject will be shortened. Links are whole. To send everything, copy the invitation.
mail-shortened = Mail programs take no message as long as this: this will be missing: “{ $missing }”. Links are whole. To send everything, copy the invitation.
mail-and-subject-shortened = Mail programs take no message as long as this: the subject will be shortened, and this will be missing: “{ $missing }”. Links are whole. To send everything, copy the invitation.
calendar = Download for the calendar
calendar-needs-date = For the calendar, choose a date and a time.
share = Share
not-shared = The invitation could not be shared. Copy it instead.
print = Print
qr = The link's QR code
qr-image = QR code of the link to the room “{ $room }”
qr-download = Download the QR code (SVG)
part-not-shown = This part of the page cannot be shown.

## The invitation.

mail-note = (This message was shortened.)
subject = Invitation to the meeting “{ $room }”
takes-place = { $when } ({ $zone }), { $minutes } minutes
join-by = Join the meeting:
sign-in-with = You will sign in with { $provider }.
as-moderator = This link and this code give moderator rights: starting and ending the meeting, muting microphones, removing participants, inviting. Pass them on only to people you trust.
or-by-code = Or by the connection code: { $code }
or-by-sip = Or by a video terminal: { $address }
by-telephone = By telephone:
then-pin = then the PIN { $pin } #
call = Call { $number } with the PIN

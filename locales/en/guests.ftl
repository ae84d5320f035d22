### The texts of visitors and guests.

## Home, signed out.

visitor-title = Your video meetings
organise = Organise meetings
organise-with = Sign in with { $provider } to create your permanent rooms, start your meetings and invite people to them.
sign-in-with = Sign in with { $provider }
take-part-by-link = Were you sent an invitation link? Open it: there is no need to sign in here.
sign-in-to-see = Sign in to see this page.
how-to-sign-in = How to sign in
not-signed-in = You have not been signed in.
signed-out-here = You are signed out of this portal in this browser.
sign-out-incomplete = The rest of signing out did not work: you may still be signed in with { $provider }. If other people use this machine, close all windows of the browser.

## Joining with a link.

join-a-meeting = Join a meeting
joins-as-moderator = You are joining this meeting with moderator rights.
joins-as-attendee = You are joining this meeting with participant rights.
joins-as-owner = This room is yours: you enter as a moderator.
joins-under = You enter under this name: { $name }.
is-it-your-room = Is this room yours?
sign-in-as-owner = Sign in to enter as a moderator
authenticated-title = Sign in to enter the meeting
authenticated-detail = This link is for people who have a { $provider } account. Your name in the meeting will be that of the account.
change-account = Not you? Sign out
name-suffix = Addition to your name (optional), such as your class
forget-name = Forget my name on this device
your-name = Your name
name-missing = Type the name under which the others will see you.
name-invisible-character = This name contains an invisible character: clear it and type it on the keyboard.
name-too-long =
    { $characters ->
        [one] This name is too long: shorten it to { $characters } character.
       *[other] This name is too long: shorten it to { $characters } characters.
    }
join = Join
joining = Opening the meeting…
not-joined = You have not entered the meeting.
not-started = The meeting has not begun yet.
not-started-detail = A moderator has to start it first. Try again in a moment.
authenticated-not-open = This way in is not open
link-unusable = This link is not valid
link-incomplete = The end of this link is missing
link-incomplete-detail = Everything behind the sign # is gone, and that is what leads to the meeting. Open the link from the message in which it was sent, or ask the person who invited you for the meeting's connection code, which you can type on the home page.
link-renewed = This link has been renewed
room-deleted = This room has been deleted
meeting-over = This meeting is over

## Waiting.

waiting-hello = Hello { $name }, you can enter soon
waiting-detail = The meeting has not begun yet. You will enter as soon as a moderator has started it, without doing anything.
waiting-late = The conference server takes long to answer: your browser is still on its way. You can wait a little more, or try again.
waiting-missed = The meeting has just ended. If it starts again, you will enter without doing anything.
waiting-again = The meeting may have begun: this page tries again every few seconds.
waiting-keep-open = Keep this page open.
waiting-forgotten = Open your invitation link again
waiting-forgotten-detail = This waiting page belongs to the tab in which you gave your name: its address is not enough to enter.

### The form of a room.

## The form.

create-permanent-room = Create a permanent room
edit-room-title = Edit the room
room-name = Name of the room
create-room = Create the room
creating-room = Creating the room…
save = Save
room-created = The room “{ $room }” has been created.
room-saved = The room has been saved.
given-up = Your changes were not saved.
room-not-created = The room was not created.
room-not-saved = The room was not saved.
room-not-shown = The room cannot be shown.

## What is wrong with a field.

name-missing = Type the name of the room.
address-unusable = Type a whole address that starts with https://, or leave this field empty.
invisible-character = This text contains an invisible character: clear it and type it on the keyboard.
too-long =
    { $characters ->
        [one] This text is too long: shorten it to { $characters } character.
       *[other] This text is too long: shorten it to { $characters } characters.
    }
number-hint = A number from { $least } to { $most }, or nothing for no limit.
number-refused = Type a number from { $least } to { $most }, or leave this field empty.

## The options.

welcoming = Welcoming participants
welcome = Welcome message
welcome-hint = Everybody reads it on arrival.
max-participants = Maximum number of participants
minutes = Maximum duration, in minutes
waiting-room = Waiting room: a moderator lets each participant in
authenticated-bypass = People who come by the authenticated link enter without waiting
interactions = Interactions
mute-on-start = Microphones are off on arrival
microphones = Participants may switch their microphone on
cameras = Participants may switch their camera on
cameras-for-moderators-only = Only moderators see the cameras of participants
private-chat = Private chat between participants
public-chat = Public chat
shared-notes = Shared notes
recording = Recording
manual-recording = Moderators may start and stop the recording
automatic-recording = Record from the start of the meeting
advanced = Advanced settings
moderators-message = Message to moderators
moderators-message-hint = Only moderators read it, in the details of the session.
logout-url = Exit address
logout-url-hint = The page that opens when people leave the meeting, an https:// address. Without one, it is the home page of this portal.

## Renewing.

renewals = Renew an access
renewals-detail = The old one opens nothing any more, the others do not change.
renew = Renew
renewed = Done. Here is the new one:
not-renewed = Nothing was renewed.
renew-link-sure = People who hold the old link will no longer be able to enter.
renew-code-sure = People who hold the old code will no longer be able to enter with it.
renew-pin-sure = The old PIN will not serve the next meetings; one that runs now keeps it.

## A meeting that runs.

saved-for-next-meeting = The room has been saved. The meeting that is running keeps the settings that it was started with.
meeting-keeps-options = The room has been saved, and a meeting is running.
meeting-keeps-options-detail = This meeting keeps the settings that it was started with; the new ones hold from the next on. If you end it, everybody leaves it and you can start it again at once.
end-meeting = End the meeting for everybody
leave-meeting = Let the meeting go on
meeting-not-ended = The meeting was not ended.

### The texts of the recordings of a room.

title = Recordings
not-shown = The recordings could not be shown.
none-yet = This room has no recording yet.
none-yet-detail = A recording appears here some time after the meeting has ended. To record your meetings, allow it in the options of the room.
room-options = Options of the room
incomplete = Not all recordings are shown
incomplete-detail = This room has too many. Delete those that you no longer need: the others will appear in their place.

## A recording.

under-a-minute = Less than a minute
processing = Being prepared
processing-detail = You can play it as soon as it is ready.
unpublished = Not published
expires = Will be deleted automatically on { $date }
play-presentation = Play the presentation
play-video = Play the video
play-podcast = Play the sound
play-notes = Read the notes
play-screenshare = Play the shared screen
play-other = Play
of-recording = “{ $recording }” (new window)
download = Download
copy-link = Copy the link
the-link = the link
to = to “{ $recording }”
published = Published: the link plays it
protected = Protected: each link works once
of = “{ $recording }”

## What is done with it.

rename = Rename
new-name = New name
name-missing = Type a name.
renamed = The recording is now called “{ $recording }”.
rename-refused = The recording was not renamed.
change-refused = Your change was not saved.
deleted-now = The recording “{ $recording }” is deleted. You can undo this for 10 minutes.
restored = The recording “{ $recording }” is back.
delete-refused = The recording was not deleted.

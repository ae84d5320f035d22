### The texts of the files of a room.

title = Files
not-shown = The files could not be shown.
what-files-do = Each meeting of the room receives these files as it starts.
none-yet = This room has no file yet.
limit =
    { $limit ->
        [1] A room has one file at most. To add another, delete it.
       *[other] A room has { $limit } files at most. To add another, delete one.
    }

## Adding.

add = Add a file
add-detail = PDF, presentations, documents, spreadsheets and images, { $size } at most for each file.
upload-begun = The upload of “{ $file }” begins.
upload-done = The file “{ $file }” is added.
sending = Uploading: { $percent }%
queued = Waiting for the upload before
cut = The connection was cut at { $percent }%. The upload will resume by itself.
resume = Resume
cancel = Cancel the upload
cancelled = The upload of “{ $file }” is cancelled.
dismiss = Remove from the list
not-sent = The file was not added.
unfinished = Unfinished upload ({ $percent }%), begun on another page. Delete it if it does not go on.

## A file.

of = “{ $file }”
downloadable = Participants may download it
first = Shown first
up = Move up
down = Move down
moved = “{ $file }” is now file no. { $place }.
present = Add to the running meeting
presented = “{ $file }” is passed on to the running meeting.
not-presented = The file was not added to the meeting.
download = Download
rename = Rename
new-name = New name
name-missing = Type a name.
renamed = The file is now called “{ $file }”.
rename-refused = The file was not renamed.
change-refused = Your change was not saved.
deleted-now = The file “{ $file }” is deleted. You can undo this for 10 minutes.
restored = The file “{ $file }” is back.
delete-refused = The file was not deleted.

### The texts of the meetings of a room.

title = History
not-shown = The history could not be shown.
none-yet = Nobody has met in this room yet.
not-kept = This service does not keep a history of meetings.
newest = The { $shown } most recent meetings of { $count }.
kept =
    { $days ->
        [one] A meeting is kept here for { $days } day. The names of participants are not recorded.
       *[other] A meeting is kept here for { $days } days. The names of participants are not recorded.
    }
recordings = Recordings of the room

## A meeting.

running = Running
under-a-minute = Less than a minute
most-people =
    { $people ->
        [one] { $people } person at most
       *[other] { $people } people at most
    }

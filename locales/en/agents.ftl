### The texts of the rooms and their invitations.

## The rooms.

rooms = My meeting rooms
create-permanent-room = Create a permanent room
places-left =
    { $places ->
        [1] You may create one more room.
       *[other] You may create { $places } more rooms.
    }
create-first-room = Create my first room
no-room-yet = You have no permanent room yet
what-a-room-is = A permanent room is yours and stays from one meeting to the next: its connection code and its invitation links do not change. Create it once, then invite whom you like, when you like.
rooms-missing = Some of your rooms could not be loaded.
search-rooms = Search for a room
no-room-found = No room matches “{ $query }”.
rooms-found =
    { $found ->
        [one] { $found } room found
       *[other] { $found } rooms found
    }
clear-search = Clear the search
sort-by = Sort by:
by-date = Date
by-name = Alphabetical
by-favourites = Favourites
newest-first = newest first
oldest-first = oldest first
from-a-to-z = from A to Z
from-z-to-a = from Z to A
favourites-first = favourites first
favourites-last = favourites last
order-refused = Your order was not saved.
favourite = Favourite: { $room }
favourite-refused = The change of favourite was not saved.
met = Last meeting: { $when }
never-met = Created { $when }
today = today
yesterday = yesterday
day-before-yesterday = 2 days ago
days-ago = { $days } days ago
weeks-ago = { $weeks } weeks ago
months-ago = { $months } months ago
years-ago = { $years } years ago
running =
    { $people ->
        [one] Running – { $people } person
       *[other] Running – { $people } people
    }
activity = Right now: { $meetings }, { $participants }
activity-meetings =
    { $meetings ->
        [one] { $meetings } meeting
       *[other] { $meetings } meetings
    }
activity-participants =
    { $participants ->
        [one] { $participants } participant
       *[other] { $participants } participants
    }
still-signed-in = You are still signed in as { $name }.
still-signed-in-detail = To use another account, sign out first.
what-is-temporary = In one click, without creating a room. You invite people from the meeting; it is forgotten as soon as it ends.
open-temporary = Open a new temporary meeting
temporary-short = Temporary meeting
enter-code-short = Enter a code
in-new-window = (new window)
launch = Start
launch-detail = “{ $room }” (new window)
launching = Opening the meeting…
launch-failed = The meeting was not started.
window-blocked = The meeting has started, but its window could not be opened.
open-meeting = Open the meeting
invite = Invite
invite-detail = people to “{ $room }”
edit = Edit
edit-room = Edit “{ $room }”
new-recording = New recording
recordings = Recordings
recordings-of = Recordings of “{ $room }”
files = Files
files-of = Files of “{ $room }”
delegates = Delegates
delegates-of = Delegates of “{ $room }”
owned-by = Room of { $owner }
leave = Stop being a delegate
leave-room = Stop being a delegate of “{ $room }”
leave-sure = You will no longer see this room.
leave-detail = To have it back, { $owner } has to name you again.
leave-refused = You are still a delegate of this room.
left = You are no longer a delegate of “{ $room }”.
handover-offered = { $owner } hands this room over to you, if you accept.
handover-detail = Its links, code and PIN stay the same. The former owner becomes a delegate.
accept = Accept
decline = Decline
handover-refused = Your answer was not saved.
handed-over = The room “{ $room }” is yours.
declined = You stay a delegate of “{ $room }”.
delegates-lose =
    { $delegates ->
        [1] Its delegate no longer sees it.
       *[other] Its { $delegates } delegates no longer see it.
    }
delete = Delete
delete-room = Delete “{ $room }”
delete-refused = The room was not deleted.
meeting-runs = A meeting is running in this room.
meeting-runs-detail = If you delete it, its links, its code and its telephone PIN lead nowhere any more; people who are in the meeting stay there.
delete-anyway = Delete anyway
keep-room = Keep the room
room-deleted-now = The room “{ $room }” has been deleted. You may undo this for 10 minutes.
undo = Undo
restore-detail = the deletion of “{ $room }”
room-restored = The room “{ $room }” is back.
restore-refused = The deletion was not undone.

## The invitation.

send-invitation = Send a whole invitation
invitation-title = Invite people to your meeting by sending them one of these:
no-invitation = The invitation cannot be shown.
room-is = Room “{ $room }”
room-history = History of meetings
new = New
authenticated-link = The authenticated link via { $provider }
authenticated-reminder = People invited with this link need an account of { $account }, to sign in before they enter the session. Choose it if access to your meeting must be secured.
moderator-rights = What a moderator may do
attendee-rights = What a participant may do
pin-in-meeting = By telephone, the PIN is another at each meeting: it is given here, and in the details of the session, while the meeting runs.
pin-of-meeting = The PIN is good for the meeting that is running only.
temporary-elsewhere = To invite to a temporary meeting:
temporary-meeting = Opening a temporary meeting

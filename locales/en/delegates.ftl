### The texts of the delegates of a room.

title = Delegates
not-shown = The delegates could not be shown.
what-delegates-do = A delegate starts the room's meetings, changes its options and handles its recordings, but cannot delete it, renew its links or name other delegates.
nobody-yet = This room has no delegate yet.
limit =
    { $limit ->
        [0] Rooms of this service have no delegates.
        [1] A room has one delegate at most. To add another, remove the one.
       *[other] A room has { $limit } delegates at most. To add another, remove one.
    }

## Adding.

email = E-mail address of your colleague
email-detail = The one they sign in with. Example: first.last@example.org
add = Add
email-missing = Type an e-mail address.
not-an-email = Type one whole address. Example: first.last@example.org
own-address = This is your own address: type a colleague's.
added = { $delegate } is among the delegates.
not-added = The delegate was not added.

## A delegate.

waiting = Waiting: becomes a delegate when they next open the portal
of = { $delegate }
to = to { $delegate }
remove = Remove
removed = { $delegate } is no longer a delegate of this room.
undo-detail = the removal of { $delegate }
not-removed = The delegate was not removed.
offer = Hand the room over
withdraw = Do not hand the room over
offered = You offer the room to { $delegate }. It will be theirs as soon as they accept; you will then be a delegate. Links, code and PIN stay the same.
offer-refused = Your offer was not saved.

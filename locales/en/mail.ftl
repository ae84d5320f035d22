### Mails.

recording-ready-subject = Recording available: { $room }
recording-ready = The recording of a meeting in your room “{ $room }” is ready.
see-recordings = See the room's recordings
asks-to-sign-in = The portal will ask you to sign in.
automatic = { $service } sends this message automatically. Please do not reply.

## Rooms and accounts that nobody uses.

unused-rooms-subject = Unused rooms: to be deleted from { $date }
unused-account-subject = Unused account: to be deleted from { $date }
unused-rooms =
    { $rooms ->
        [1] The following room has not been used for a long time. It will be deleted from { $date } on, with its links, its connection code and its files:
       *[other] The following rooms have not been used for a long time. They will be deleted from { $date } on, with their links, their connection codes and their files:
    }
keep-rooms = To keep a room, start a meeting in it or change it before that date.
unused-account = Your account on { $service } has not been used for a long time. It will be deleted from { $date } on, with all its rooms:
unused-account-alone = Your account on { $service } has not been used for a long time. It will be deleted from { $date } on.
keep-account = To keep your account, sign in to the portal before that date.
open-portal = Open the portal
day-of-month = { $day }
date =
    { $month ->
        [1] { $day } January { $year }
        [2] { $day } February { $year }
        [3] { $day } March { $year }
        [4] { $day } April { $year }
        [5] { $day } May { $year }
        [6] { $day } June { $year }
        [7] { $day } July { $year }
        [8] { $day } August { $year }
        [9] { $day } September { $year }
        [10] { $day } October { $year }
        [11] { $day } November { $year }
       *[other] { $day } December { $year }
    }

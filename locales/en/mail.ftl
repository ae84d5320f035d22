### Mails.

recording-ready-subject = Recording available: { $room }
recording-ready = The recording of a meeting in your room “{ $room }” is ready.
see-recordings = See the room's recordings
see-recordings-detail = The portal will ask you to sign in.
automatic = { $service } sends this message automatically. Please do not reply.

### What the backend refuses, by the kind of problem.

malformed = The service did not understand the request. Reload the page, then try again.
sign-in-expired = This sign-in is no longer valid. Sign in again.
sign-in-required = You are no longer signed in. Sign in again to go on.
sign-in-refused = Your identity provider refused the sign-in. Try again, or ask your provider.
origin-refused = The service takes no request from this address. Open the portal at its usual address.
not-found = The service does not know this request. Reload the page: there may be a new version.
room-not-found = This room does not exist or is not yours. Go back to the list of your rooms.
recording-not-found = The conference server no longer has this recording. Refresh the list of recordings.
account-unknown = Sign in on the portal once first.
file-not-found = This room no longer has this file. Refresh the list of files.
file-limit = This room has as many files as allowed. Delete one before you add another; a deleted file counts for about ten more minutes.
upload-offset = The service has received another part of this file. Resume the upload.
meeting-not-running = No meeting is running in this room. The files will be given to the next one.
file-too-large = This file is too large: { $megabytes } MB at most. Make it smaller, for example by compressing its images.
file-type-refused = This file is not of an accepted type, or its content is not what its name says. Choose a PDF, a presentation, a document, a spreadsheet or an image.
owner-only = Only the owner of the room can do this. Ask them.
delegate-not-found = This person is no longer a delegate of this room. Refresh the list of delegates.
delegate-limit = This room has as many delegates as allowed. Remove one before you add another.
delegate-inactive = This person has not opened the portal yet. You can hand the room over to them once they have.
handover-not-offered = The owner no longer offers you this room. Ask them.
link-unknown = This link leads to no meeting. Check that you copied the whole of it, or ask the person who invited you for it again.
attendee-sign-in-required = You need to sign in to use this link. Open it again and sign in.
code-unknown = This code opens no meeting. Check it, or ask the person who invited you for it again.
ticket-unknown = This wait has expired. Open your invitation link again.
proof-required = Your browser could not do the check that was asked for. Try again, sign in, or ask for an invitation link.
too-many-codes = Too many wrong codes were typed from your network. Try again { $later }, sign in, or ask for an invitation link.
codes-suspended = Too many wrong codes were typed on this service: for now it takes them only from devices that it knows. Sign in, ask for an invitation link, or try again { $later }.
too-many-meetings = You have opened many temporary meetings already. End one, or try again in about ten minutes.
daily-limit = You have reached the limit of a day for creating or renewing. Try again tomorrow.
pin-taken = The telephone PIN of this room is in use by another meeting. Its owner can renew it in the advanced settings of the room.
meeting-over = It was a temporary meeting: this link leads nowhere any more. Ask the person who invited you.
link-renewed = The owner of the room has replaced this link by a new one. Ask the person who invited you for it.
room-deleted = Its owner has deleted it: this link no longer leads to a meeting. Ask the person who invited you.
room-id-malformed = The address of the room is incomplete or miscopied. Open the room from the list of your rooms.
meeting-running = A meeting is running in this room.
deleted-by-you = You have deleted this room. Within 10 minutes, “Undo” brings it back in the list of your rooms.
restoration-over = The 10 minutes have passed: the room is deleted for good. Create a new one.
conference-slow = The conference server takes too long to answer. Try again in a moment.
idempotency-key-reused = This request was already sent with other content. Reload the page, then try again.
storage-full = The service has no room left to store anything: nothing was changed. Keep this page open and try again later; if it persists, tell your support.
too-large = What you typed is too long. Shorten it.
invalid = The service refused what you typed. Correct it.
internal = The service met an error. Try again in a moment.
protection-unavailable = The conference server cannot protect recordings.
entrance-unavailable = This service does not let people in by an authenticated link. Ask the person who invited you for a participant link.
conference-refused = The conference server refused the request. Try again in a moment.
conference-unreachable = The conference server does not answer. Try again in a moment.
provider-unreachable = The identity provider does not answer. Try again in a moment.
provider-unusable = The identity provider and this service do not understand each other: trying again will not help. Tell the support of this service.
unavailable = The service is not available. Try again in a moment.

## In how long.

later = later
in-minutes =
    { $minutes ->
        [1] in a minute
       *[other] in { $minutes } minutes
    }
in-hours =
    { $hours ->
        [1] in an hour
       *[other] in { $hours } hours
    }

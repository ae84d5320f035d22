### The session's details.

unreachable = The service does not answer. Check your internet connection: it is asked again every few seconds.
refused = The permission to see these data is no longer valid, or is not for this meeting. Reload the meeting's page.
moderators-only = Only moderators of the meeting see these data. Ask a moderator to promote you.
over = This meeting has ended: there is nobody left to invite.
failed = The service met an error. It is asked again every few seconds.
welcome = Welcome message
moderators-message = Message to moderators
renewed = The invitation data have changed.

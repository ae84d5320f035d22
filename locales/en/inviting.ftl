### The words for what lets others in.

with-moderator-rights = With moderator rights
with-restricted-rights = With restricted rights
connection-code = The connection code
moderator-link = The moderator link
sip-address = The SIP address
attendee-link = The participant link
dial-in = Joining by telephone
pin = PIN
moderator-reminder = Please note: whoever holds this link or code can join the meeting with moderator rights.
attendee-reminder = Please note: whoever holds this link can join the meeting with participant rights.

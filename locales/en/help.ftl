### The pages of help: rights, keyboard shortcuts, accessibility.

## The rights of each role.

rights = What moderators and participants may do
rights-of-moderators = Moderators
who-is-moderator = Moderators are the owner of the room and whoever enters with the connection code or the moderator link.
moderator-starts = Start the meeting, and end it for everybody.
moderator-leads = Mute people, give and take rights, let in those who wait, remove people.
moderator-shows = Present documents, share a screen, run polls and breakout rooms, record where the room allows it.
moderator-invites = See the details of the session and pass them on: code, links and telephone.
rights-of-attendees = Participants
who-is-attendee = Participants are those who enter with the participant link, the authenticated link or by telephone.
attendee-waits = Enter once a moderator has started the meeting.
attendee-speaks = Speak, switch the camera on and write in the chat, where the room allows it.
attendee-reacts = Raise a hand, react, answer polls.
attendee-sees-no-invitation = Participants see neither the code nor the links of the meeting.

## What keys do.

shortcuts-detail = One key is enough, outside of fields and dialogs, once you are signed in.
shortcuts-on = Use the shortcuts on this device
shortcut-search = Search for a room, on the page of your rooms
shortcut-code = Enter a connection code, on the page of your rooms
shortcut-new-room = Create a permanent room
shortcut-list = Show this list
key-escape = Close a dialog or a tooltip
key-tab = Go to the next element; with Shift, to the one before

## How accessible the portal is.

accessibility-aim = This portal aims at level AA of WCAG 2.2, and at the French RGAA 4.1, which rests on WCAG 2.1. As it has not been audited, it declares no level of conformity yet.
accessibility-tested = What is checked with each version
tested-by-rules = The rules of axe-core, contrast included, on each screen, its windows and its error messages, in every language and both schemes.
tested-by-keyboard = The invitation from beginning to end by keyboard alone: the focus is seen, goes into windows and comes back to where it left.
tested-small = The same at 320 pixels, which is a zoom of 400%, and with the text spaced out: without scrolling sideways, and no text is cut off.
tested-colours = The same where the system imposes its colours, whose contrast is then its own.
tested-languages = Each page's title, announcements, and the language that is declared when it is changed.
tested-browsers = The invitation from beginning to end in Chromium, Firefox and WebKit.
accessibility-untested = What has not been checked yet
untested-audit = An audit by the RGAA by somebody else.
untested-readers = The use with the screen readers NVDA, JAWS and VoiceOver by people who use them every day.
untested-conference = The conference itself, which is another program and has its own statement.
accessibility-trouble = Trouble?
accessibility-trouble-detail = Tell those who run this service on which page and with which tools, so that it can be mended. If you are not satisfied with the answer, you may turn to the French Defender of Rights.

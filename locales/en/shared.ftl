### The texts that several features share.

## What several places say.

retry = Try again
reload = Reload
take-up = Take them up again
cancel = Cancel
at-most = { $characters } characters at most
room-limit =
    { $limit ->
        [1] You have the one room that is allowed: delete it to create another.
       *[other] You have reached the limit of { $limit } rooms: delete one to create another.
    }
room-limit-reached = You have as many rooms as allowed.

no-such-room = This is not the address of a room

## The frame around every page.

quick-access = Quick access
skip-to-content = Skip to content
home-of = Home – { $service }
menu = Menu
tools = Tools
access = Access conditions
documentation = Documentation
sign-in = Sign in
signed-out = You are signed out. The next page is on its way…
sign-out = Sign out
not-signed-out = You are still signed in.
choose-language = Choose the language
language-not-loaded = This language could not be loaded. Check your internet connection, then choose it again; if it persists, reload the page.
notices = Notices
new-version = A new version is available.
professional-network = Access to the video conference depends on the security policy of your ministry. If audio or video does not work, please try again disconnected from your professional network RIE.
offline = You are offline: what you do here cannot be saved.
footer-links = Footer
scheme = Display:
scheme-of-system = As the system
scheme-light = Light
scheme-dark = Dark
source-code = Source code
accessibility = Accessibility
shortcuts = Keyboard shortcuts
legal-notice = Legal notice
personal-data = Personal data and cookies
terms-of-use = Terms of use
contact = Contact

## The connection code.

enter-code = Type the connection code of your meeting
first-digits = First three digits
middle-digits = Middle three digits
last-digits = Last three digits
code-has-letters = The code has digits only: clear the rest.
code-too-long = There are { $digits } digits, the code has 9: clear those that are too many.
code-working = Checking your browser, a few seconds or minutes…
code-refused = The code was not accepted.
connect = Connect

## What goes wrong.

meeting-not-entered = You did not enter the meeting
meeting-full = As many people are in it as may be. Try again in a few minutes, or tell the person who invited you.
meeting-not-running = It has ended, or has not started again yet. Join again to wait for it to start.
meeting-not-let-in = A moderator did not let you in. Join again to ask once more, or tell the person who invited you.
meeting-failed = The conference server could not let you in. Try again; if it persists, tell the person who invited you.
go-back = Go back
page-not-found = Page not found
page-not-found-detail = There is no page at this address. Check that you copied the whole of it.
back-home = Back to the home page
service-unavailable = The service is not available for now
rooms-of-last-visit = Your rooms at your last visit
rooms-of-last-visit-detail = Only their names are kept on this device: for a day, or until you sign out. They will be there again as soon as the service answers.
page-not-shown = This page cannot be shown.
page-not-arrived = This page did not arrive
page-not-arrived-detail = Check your internet connection, then try again. If it goes on, a new version may be available: reload.
unreachable = The service does not answer. Check your internet connection, then try again.
too-slow = The service takes too long to answer. Try again in a moment; your connection may be slow.
unexpected = The service gave an answer that was not expected. Try again in a moment; if it persists, reload the page.

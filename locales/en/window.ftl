### The window of a session's details: its title, which the conference's own title bears too, and its button.

title = Session details
close = Close

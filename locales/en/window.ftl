### The window of a session's details, before the wasm is there.

title = Session details
close = Close
loading = Loading…
failed = Loading failed. Check your connection, then try again.
retry = Try again

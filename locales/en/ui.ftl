### The texts of the components.

close = Close
copied = Copied
copied-announcement = Copied: { $what }
copy = Copy
copy-by-hand = Your browser did not allow the copy. The text is selected: copy it with Ctrl+C, or by a long press.
loading = Loading…
new-window = new window

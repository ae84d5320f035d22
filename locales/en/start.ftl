### What the page says before the app has started.

loading = Loading…
not-started = The service could not start
check-connection = Check your internet connection and that your browser is up to date, then try again.
no-webassembly = Your browser does not let this site use WebAssembly. If your device is in Lockdown Mode, switch that off for this site in its settings; else add this site to the exceptions of your browser's enhanced security, or ask your IT service to. Then try again.
retry = Try again

### What the page says before the app has started.

loading = Wird geladen …
not-started = Der Dienst konnte nicht starten
check-connection = Prüfen Sie Ihre Internetverbindung und ob Ihr Browser aktuell ist, und versuchen Sie es dann erneut.
no-webassembly = Ihr Browser erlaubt dieser Website nicht, WebAssembly zu verwenden. Wenn auf Ihrem Gerät der Blockierungsmodus aktiv ist, schalten Sie ihn in den Einstellungen für diese Website aus; andernfalls nehmen Sie diese Website in die Ausnahmen der erweiterten Sicherheit Ihres Browsers auf oder bitten Sie Ihre IT-Abteilung darum. Versuchen Sie es dann erneut.
retry = Wiederholen

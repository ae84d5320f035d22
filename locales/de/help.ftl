### The pages of help: rights, keyboard shortcuts, accessibility.

## The rights of each role.

rights = Rechte der Moderatoren und der Teilnehmer
rights-of-moderators = Moderatoren
who-is-moderator = Moderatoren sind die Person, der der Raum gehört, und alle, die mit dem Zugangscode oder dem Moderatorenlink beitreten.
moderator-starts = Die Konferenz starten und für alle beenden.
moderator-leads = Mikrofone stummschalten, Rechte erteilen oder entziehen, Wartende einlassen, Personen entfernen.
moderator-shows = Dokumente präsentieren, den Bildschirm teilen, Umfragen und Gruppenräume starten und aufzeichnen, wenn der Raum es erlaubt.
moderator-invites = Die Konferenzdetails sehen und weitergeben: Code, Links und Telefon.
rights-of-attendees = Teilnehmer
who-is-attendee = Teilnehmer sind alle, die mit dem Teilnehmerlink, mit dem Link mit Anmeldung oder per Telefon beitreten.
attendee-waits = Beitreten, sobald ein Moderator die Konferenz gestartet hat.
attendee-speaks = Das Wort ergreifen, die Kamera einschalten und im Chat schreiben, wenn der Raum es erlaubt.
attendee-reacts = Die Hand heben, reagieren, an Umfragen teilnehmen.
attendee-sees-no-invitation = Teilnehmer sehen weder den Code noch die Links der Konferenz.

## What keys do.

shortcuts-detail = Eine Taste genügt, außerhalb von Eingabefeldern und Dialogfenstern, sobald Sie angemeldet sind.
shortcuts-on = Tastenkürzel auf diesem Gerät verwenden
shortcut-search = Raum suchen, auf der Seite Ihrer Räume
shortcut-code = Zugangscode eingeben, auf der Seite Ihrer Räume
shortcut-new-room = Dauerhaften Raum erstellen
shortcut-list = Diese Liste anzeigen
key-escape = Ein Dialogfenster oder einen Hilfetext schließen
key-tab = Zum nächsten Element gehen; mit der Umschalttaste zum vorherigen

## How accessible the portal is.

accessibility-aim = Dieses Portal strebt die Stufe AA der Richtlinien WCAG 2.2 an und die Einhaltung des französischen RGAA 4.1, das auf WCAG 2.1 beruht. Da es noch nicht geprüft wurde, erklärt es noch keinen Grad der Konformität.
accessibility-tested = Was bei jeder Version geprüft wird
tested-by-rules = Die Regeln von axe-core einschließlich der Kontraste, auf jeder Seite, in ihren Fenstern und Fehlermeldungen, in allen Sprachen sowie in heller und dunkler Darstellung.
tested-by-keyboard = Die Einladung von Anfang bis Ende allein mit der Tastatur: Der Fokus ist sichtbar, geht in die Fenster und kehrt dorthin zurück, wo er herkam.
tested-small = Dasselbe bei einer Breite von 320 Pixeln, also bei 400 % Vergrößerung, und mit erweiterten Textabständen: ohne waagerechtes Scrollen und ohne abgeschnittenen Text.
tested-colours = Dasselbe, wenn das System seine Farben vorgibt; der Kontrast ist dann der des Systems.
tested-languages = Der Titel jeder Seite, die Ansagen für Screenreader und die ausgewiesene Sprache, wenn sie gewechselt wird.
tested-browsers = Die Einladung von Anfang bis Ende in Chromium, Firefox und WebKit.
accessibility-untested = Was noch nicht geprüft wurde
untested-audit = Eine Prüfung nach dem RGAA durch Dritte.
untested-readers = Die Nutzung mit den Screenreadern NVDA, JAWS und VoiceOver durch Personen, die täglich damit arbeiten.
untested-conference = Die Konferenz selbst: Sie ist eine andere Software und hat eine eigene Erklärung.
accessibility-trouble = Sind Sie auf eine Barriere gestoßen?
accessibility-trouble-detail = Teilen Sie den Verantwortlichen dieses Dienstes mit, auf welcher Seite und mit welchen Hilfsmitteln Sie darauf gestoßen sind, damit die Barriere beseitigt wird. Wenn Sie keine zufriedenstellende Antwort erhalten, können Sie sich an die französische Ombudsstelle (Défenseur des droits) wenden.

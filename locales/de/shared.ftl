### The texts that several features share.

## What several places say.

retry = Wiederholen
reload = Neu laden
take-up = Eingabe fortsetzen
cancel = Abbrechen
at-most = Höchstens { $characters } Zeichen
room-limit =
    { $limit ->
        [1] Sie haben den einzigen erlaubten Raum: Löschen Sie ihn, um einen anderen zu erstellen.
       *[other] Sie haben die Grenze von { $limit } Räumen erreicht: Löschen Sie einen davon, um einen anderen zu erstellen.
    }
room-limit-reached = Sie haben die erlaubte Zahl von Räumen erreicht.

no-such-room = Dies ist nicht die Adresse eines Raums

## The frame around every page.

quick-access = Schnellzugriff
skip-to-content = Zum Inhalt
home-of = Startseite – { $service }
menu = Menü
tools = Werkzeuge
access = Zugangsbedingungen
documentation = Dokumentation
sign-in = Anmelden
signed-out = Sie sind abgemeldet. Die nächste Seite folgt …
sign-out = Abmelden
not-signed-out = Sie sind noch angemeldet.
choose-language = Sprache wählen
language-not-loaded = Diese Sprache konnte nicht geladen werden. Prüfen Sie Ihre Internetverbindung und wählen Sie sie dann erneut; wenn es dabei bleibt, laden Sie die Seite neu.
notices = Hinweise
new-version = Eine neue Version ist verfügbar.
professional-network = Der Zugang zur Videokonferenz hängt von den Sicherheitsvorgaben Ihres Ministeriums ab. Wenn Ton oder Bild nicht funktioniert, trennen Sie bitte die Verbindung zum dienstlichen Netz RIE und versuchen Sie es erneut.
offline = Sie sind offline: Was Sie hier tun, kann nicht gespeichert werden.
footer-links = Fußzeile
scheme = Darstellung:
scheme-of-system = Wie das System
scheme-light = Hell
scheme-dark = Dunkel
source-code = Quellcode
accessibility = Barrierefreiheit
shortcuts = Tastenkürzel
legal-notice = Impressum
personal-data = Datenschutz und Cookies
terms-of-use = Nutzungsbedingungen
contact = Kontakt

## The connection code.

enter-code = Zugangscode Ihrer Konferenz eingeben
first-digits = Erste drei Ziffern
middle-digits = Mittlere drei Ziffern
last-digits = Letzte drei Ziffern
code-has-letters = Der Code besteht nur aus Ziffern: Löschen Sie alles andere.
code-too-long = Es sind { $digits } Ziffern, der Code hat 9: Löschen Sie die überzähligen.
code-working = Ihr Browser wird geprüft, das dauert einige Sekunden oder Minuten …
code-refused = Der Code wurde nicht angenommen.
connect = Verbinden

## What goes wrong.

meeting-not-entered = Sie sind der Konferenz nicht beigetreten
meeting-full = Die Konferenz hat ihre Höchstzahl an Teilnehmern erreicht. Versuchen Sie es in einigen Minuten erneut oder benachrichtigen Sie die Person, die Sie eingeladen hat.
meeting-not-running = Die Konferenz ist beendet oder hat noch nicht wieder begonnen. Treten Sie erneut bei, um auf den Beginn zu warten.
meeting-not-let-in = Ein Moderator hat Sie nicht eingelassen. Treten Sie erneut bei, um noch einmal darum zu bitten, oder benachrichtigen Sie die Person, die Sie eingeladen hat.
meeting-failed = Der Videokonferenzserver konnte Sie nicht einlassen. Versuchen Sie es erneut; wenn das Problem bestehen bleibt, benachrichtigen Sie die Person, die Sie eingeladen hat.
go-back = Zurück
page-not-found = Seite nicht gefunden
page-not-found-detail = Unter dieser Adresse gibt es keine Seite. Prüfen Sie, ob Sie die Adresse vollständig übernommen haben.
back-home = Zur Startseite
service-unavailable = Der Dienst ist vorübergehend nicht verfügbar
rooms-of-last-visit = Ihre Räume bei Ihrem letzten Besuch
rooms-of-last-visit-detail = Nur ihre Namen bleiben auf diesem Gerät gespeichert: einen Tag, oder bis Sie sich abmelden. Sie sind wieder da, sobald der Dienst antwortet.
page-not-shown = Diese Seite kann nicht angezeigt werden.
page-not-arrived = Diese Seite konnte nicht geladen werden
page-not-arrived-detail = Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann erneut. Wenn das Problem bestehen bleibt, gibt es vielleicht eine neue Version: Laden Sie die Seite neu.
unreachable = Der Dienst antwortet nicht. Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann erneut.
too-slow = Der Dienst braucht zu lange für eine Antwort. Versuchen Sie es gleich noch einmal; vielleicht ist Ihre Verbindung langsam.
unexpected = Der Dienst hat eine unerwartete Antwort gegeben. Versuchen Sie es gleich noch einmal; wenn das Problem bestehen bleibt, laden Sie die Seite neu.

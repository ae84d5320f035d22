### The texts of visitors and guests.

## Home, signed out.

visitor-title = Ihre Videokonferenzen
organise = Konferenzen organisieren
organise-with = Melden Sie sich mit { $provider } an, um Ihre dauerhaften Räume zu erstellen, Ihre Konferenzen zu starten und dazu einzuladen.
sign-in-with = Mit { $provider } anmelden
take-part-by-link = Haben Sie einen Einladungslink erhalten? Öffnen Sie ihn: Eine Anmeldung ist hier nicht nötig.
sign-in-to-see = Melden Sie sich an, um diese Seite zu öffnen.
how-to-sign-in = So melden Sie sich an
not-signed-in = Sie wurden nicht angemeldet.
signed-out-here = Sie sind in diesem Browser von diesem Portal abgemeldet.
sign-out-incomplete = Die Abmeldung ist nicht vollständig gelungen: Möglicherweise sind Sie bei { $provider } noch angemeldet. Wenn andere Personen dieses Gerät benutzen, schließen Sie alle Fenster des Browsers.

## Joining with a link.

join-a-meeting = Einer Konferenz beitreten
joins-as-moderator = Sie treten dieser Konferenz mit Moderatorenrechten bei.
joins-as-attendee = Sie treten dieser Konferenz mit Teilnehmerrechten bei.
joins-as-owner = Dieser Raum gehört Ihnen: Sie treten mit Moderatorenrechten bei.
joins-under = Sie treten unter diesem Namen bei: { $name }.
is-it-your-room = Gehört dieser Raum Ihnen?
sign-in-as-owner = Melden Sie sich an, um mit Moderatorenrechten beizutreten
authenticated-title = Melden Sie sich an, um der Konferenz beizutreten
authenticated-detail = Dieser Link ist Personen vorbehalten, die ein Konto bei { $provider } haben. Ihr Name in der Konferenz ist der Name dieses Kontos.
change-account = Das sind nicht Sie? Abmelden
name-suffix = Zusatz zu Ihrem Namen (optional), zum Beispiel Ihre Klasse
forget-name = Meinen Namen auf diesem Gerät vergessen
your-name = Ihr Name
name-missing = Geben Sie den Namen ein, unter dem die anderen Sie sehen.
name-invisible-character = Dieser Name enthält ein unsichtbares Zeichen: Löschen Sie ihn und geben Sie ihn über die Tastatur ein.
name-too-long =
    { $characters ->
        [one] Dieser Name ist zu lang: Kürzen Sie ihn auf { $characters } Zeichen.
       *[other] Dieser Name ist zu lang: Kürzen Sie ihn auf { $characters } Zeichen.
    }
join = Beitreten
joining = Konferenz wird geöffnet …
not-joined = Sie sind der Konferenz nicht beigetreten.
not-started = Die Konferenz hat noch nicht begonnen.
not-started-detail = Erst muss ein Moderator sie starten. Versuchen Sie es gleich noch einmal.
authenticated-not-open = Dieser Zugang ist nicht verfügbar
link-unusable = Dieser Link ist nicht gültig
link-incomplete = Das Ende dieses Links fehlt
link-incomplete-detail = Alles, was auf das Zeichen „#“ folgt, fehlt, und gerade das führt zur Konferenz. Öffnen Sie den Link aus der ursprünglichen Nachricht oder fragen Sie die Person, die Sie einlädt, nach dem Zugangscode der Konferenz. Diesen geben Sie dann auf der Startseite ein.
link-renewed = Dieser Link wurde erneuert
room-deleted = Dieser Raum wurde gelöscht
meeting-over = Diese Konferenz ist beendet

## Waiting.

waiting-hello = Guten Tag { $name }, Sie können bald beitreten
waiting-detail = Die Konferenz hat noch nicht begonnen. Sobald ein Moderator sie gestartet hat, treten Sie automatisch bei.
waiting-late = Die Antwort des Videokonferenzservers lässt auf sich warten: Ihr Browser ist noch auf dem Weg dorthin. Sie können weiter warten oder es erneut versuchen.
waiting-missed = Die Konferenz wurde soeben beendet. Wenn sie wieder beginnt, treten Sie automatisch bei.
waiting-again = Vielleicht hat die Konferenz schon begonnen: Alle paar Sekunden folgt ein neuer Versuch.
waiting-keep-open = Lassen Sie diese Seite geöffnet.
waiting-forgotten = Öffnen Sie Ihren Einladungslink erneut
waiting-forgotten-detail = Diese Warteseite gehört zu dem Tab, in dem Sie Ihren Namen angegeben haben: Die Adresse der Seite allein genügt nicht, um beizutreten.

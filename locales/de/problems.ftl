### What the backend refuses, by the kind of problem.

malformed = Der Dienst hat die Anfrage nicht verstanden. Laden Sie die Seite neu und versuchen Sie es dann erneut.
sign-in-expired = Diese Anmeldung ist nicht mehr gültig. Melden Sie sich erneut an.
sign-in-required = Sie sind nicht mehr angemeldet. Melden Sie sich erneut an, um fortzufahren.
sign-in-refused = Ihr Anmeldedienst hat die Anmeldung abgelehnt. Versuchen Sie es erneut oder wenden Sie sich an dessen Support.
origin-refused = Der Dienst nimmt von dieser Adresse keine Anfragen an. Öffnen Sie das Portal unter seiner gewohnten Adresse.
not-found = Der Dienst kennt diese Anfrage nicht. Laden Sie die Seite neu: Vielleicht gibt es eine neue Version.
room-not-found = Diesen Raum gibt es nicht, oder er gehört Ihnen nicht. Kehren Sie zur Liste Ihrer Räume zurück.
recording-not-found = Diese Aufzeichnung gibt es auf dem Videokonferenzserver nicht mehr. Laden Sie die Liste der Aufzeichnungen neu.
account-unknown = Melden Sie sich zuerst einmal im Portal an.
file-not-found = Diese Datei gibt es in diesem Raum nicht mehr. Laden Sie die Liste der Dateien neu.
file-limit = Dieser Raum hat schon so viele Dateien wie erlaubt. Löschen Sie eine, bevor Sie eine weitere hinzufügen; eine gelöschte Datei zählt noch etwa zehn Minuten mit.
upload-offset = Der Dienst hat einen anderen Teil dieser Datei erhalten. Setzen Sie das Hochladen fort.
meeting-not-running = In diesem Raum läuft keine Konferenz. Die nächste erhält die Dateien.
file-too-large = Diese Datei ist zu groß: höchstens { $megabytes } MB. Verkleinern Sie sie, zum Beispiel durch das Komprimieren ihrer Bilder.
file-type-refused = Diese Datei hat keinen zulässigen Typ, oder ihr Inhalt entspricht nicht ihrem Namen. Wählen Sie eine PDF-Datei, eine Präsentation, ein Dokument, eine Tabelle oder ein Bild.
owner-only = Das kann nur die Person tun, der dieser Raum gehört. Wenden Sie sich an sie.
delegate-not-found = Diese Person gehört nicht mehr zu den Beauftragten dieses Raums. Laden Sie die Liste der Beauftragten neu.
delegate-limit = Dieser Raum hat schon so viele Beauftragte wie erlaubt. Entfernen Sie jemanden, bevor Sie jemanden hinzufügen.
delegate-inactive = Diese Person hat das Portal noch nicht geöffnet. Sobald sie das getan hat, können Sie ihr den Raum übergeben.
handover-not-offered = Dieser Raum wird Ihnen nicht mehr zur Übernahme angeboten. Wenden Sie sich an die Person, der er gehört.
link-unknown = Dieser Link führt zu keiner Konferenz. Prüfen Sie, ob Sie ihn vollständig kopiert haben, oder bitten Sie die Person, die Sie einlädt, noch einmal darum.
attendee-sign-in-required = Dieser Link erfordert eine Anmeldung. Öffnen Sie ihn erneut und melden Sie sich an.
code-unknown = Dieser Code öffnet keine Konferenz. Prüfen Sie ihn oder bitten Sie die Person, die Sie einlädt, noch einmal darum.
ticket-unknown = Ihre Wartezeit ist abgelaufen. Öffnen Sie Ihren Einladungslink erneut.
proof-required = Ihr Browser konnte die verlangte Prüfung nicht durchführen. Versuchen Sie es erneut, melden Sie sich an oder bitten Sie um einen Einladungslink.
too-many-codes = Aus Ihrem Netz wurden zu viele falsche Codes eingegeben. Versuchen Sie es { $later } erneut, melden Sie sich an oder bitten Sie um einen Einladungslink.
codes-suspended = Bei diesem Dienst wurden zu viele falsche Codes eingegeben: Zurzeit nimmt er Codes nur von Geräten an, die er kennt. Melden Sie sich an, bitten Sie um einen Einladungslink oder versuchen Sie es { $later } erneut.
too-many-meetings = Sie haben schon viele temporäre Konferenzen geöffnet. Beenden Sie eine davon oder versuchen Sie es in etwa zehn Minuten erneut.
daily-limit = Sie haben die Tagesgrenze für das Anlegen oder Erneuern erreicht. Versuchen Sie es morgen erneut.
pin-taken = Die PIN dieses Raums wird schon von einer anderen Konferenz verwendet. Die Person, der der Raum gehört, kann sie in den erweiterten Einstellungen des Raums erneuern.
meeting-over = Das war eine temporäre Konferenz: Dieser Link führt nirgendwohin mehr. Wenden Sie sich an die Person, die Sie eingeladen hat.
link-renewed = Die Person, der der Raum gehört, hat diesen Link durch einen neuen ersetzt. Bitten Sie die Person, die Sie einlädt, um den neuen Link.
room-deleted = Die Person, der er gehörte, hat ihn gelöscht: Dieser Link führt zu keiner Konferenz mehr. Wenden Sie sich an die Person, die Sie einlädt.
room-id-malformed = Die Adresse des Raums ist unvollständig oder falsch übernommen. Öffnen Sie den Raum aus der Liste Ihrer Räume.
meeting-running = In diesem Raum läuft gerade eine Konferenz.
deleted-by-you = Sie haben diesen Raum gelöscht. Innerhalb von 10 Minuten holt „Rückgängig“ ihn in die Liste Ihrer Räume zurück.
restoration-over = Die 10 Minuten sind vorbei: Der Raum ist endgültig gelöscht. Erstellen Sie einen neuen.
conference-slow = Der Videokonferenzserver braucht zu lange für eine Antwort. Versuchen Sie es gleich noch einmal.
idempotency-key-reused = Diese Anfrage wurde schon mit anderem Inhalt gesendet. Laden Sie die Seite neu und versuchen Sie es dann erneut.
storage-full = Der Dienst hat keinen Speicherplatz mehr: Es wurde nichts geändert. Lassen Sie diese Seite geöffnet und versuchen Sie es später erneut; wenn das Problem bestehen bleibt, verständigen Sie Ihren Support.
too-large = Ihre Eingabe ist zu lang. Kürzen Sie sie.
invalid = Der Dienst hat Ihre Eingabe abgelehnt. Berichtigen Sie sie.
internal = Im Dienst ist ein Fehler aufgetreten. Versuchen Sie es gleich noch einmal.
protection-unavailable = Der Videokonferenzserver kann Aufzeichnungen nicht schützen.
entrance-unavailable = Bei diesem Dienst ist der Beitritt über einen Link mit Anmeldung nicht möglich. Bitten Sie die Person, die Sie einlädt, um einen Teilnehmerlink.
conference-refused = Der Videokonferenzserver hat die Anfrage abgelehnt. Versuchen Sie es gleich noch einmal.
conference-unreachable = Der Videokonferenzserver antwortet nicht. Versuchen Sie es gleich noch einmal.
provider-unreachable = Der Anmeldedienst antwortet nicht. Versuchen Sie es gleich noch einmal.
provider-unusable = Der Anmeldedienst und dieser Dienst verstehen einander nicht: Ein neuer Versuch ändert daran nichts. Melden Sie es dem Support dieses Dienstes.
unavailable = Der Dienst ist vorübergehend nicht verfügbar. Versuchen Sie es gleich noch einmal.

## In how long.

later = später
in-minutes =
    { $minutes ->
        [1] in einer Minute
       *[other] in { $minutes } Minuten
    }
in-hours =
    { $hours ->
        [1] in einer Stunde
       *[other] in { $hours } Stunden
    }

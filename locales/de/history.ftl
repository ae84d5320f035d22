### The texts of the meetings of a room.

title = Verlauf
not-shown = Der Verlauf konnte nicht angezeigt werden.
none-yet = In diesem Raum hat sich noch niemand getroffen.
not-kept = Dieser Dienst bewahrt keinen Verlauf der Konferenzen auf.
newest = Die { $shown } neuesten von { $count } Konferenzen.
kept =
    { $days ->
        [one] Eine Konferenz bleibt hier { $days } Tag. Die Namen der Teilnehmenden werden nicht gespeichert.
       *[other] Eine Konferenz bleibt hier { $days } Tage. Die Namen der Teilnehmenden werden nicht gespeichert.
    }
recordings = Aufzeichnungen des Raums

## A meeting.

running = Läuft
under-a-minute = Weniger als eine Minute
most-people =
    { $people ->
        [one] höchstens { $people } Person
       *[other] höchstens { $people } Personen
    }

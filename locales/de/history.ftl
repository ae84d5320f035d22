title = Verlauf
link = Verlauf der Sitzungen
not-shown = Der Verlauf konnte nicht angezeigt werden.
none-yet = In diesem Raum hat sich noch niemand getroffen.
not-kept = Dieser Dienst bewahrt keinen Verlauf der Sitzungen auf.
newest = Die { $shown } neuesten von { $count } Sitzungen.
kept =
    { $days ->
        [one] Eine Sitzung bleibt hier { $days } Tag. Die Namen der Teilnehmenden werden nicht gespeichert.
       *[other] Eine Sitzung bleibt hier { $days } Tage. Die Namen der Teilnehmenden werden nicht gespeichert.
    }
recordings = Aufzeichnungen des Raums
running = Läuft
under-a-minute = Weniger als eine Minute
most-people =
    { $people ->
        [one] höchstens { $people } Person
       *[other] höchstens { $people } Personen
    }

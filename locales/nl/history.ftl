### The texts of the meetings of a room.

title = Geschiedenis
not-shown = De geschiedenis kon niet worden getoond.
none-yet = Er is nog niet vergaderd in deze ruimte.
not-kept = Deze dienst bewaart geen geschiedenis van vergaderingen.
newest = De { $shown } nieuwste van { $count } vergaderingen.
kept =
    { $days ->
        [one] Een vergadering blijft hier { $days } dag staan. De namen van deelnemers worden niet opgeslagen.
       *[other] Een vergadering blijft hier { $days } dagen staan. De namen van deelnemers worden niet opgeslagen.
    }
recordings = Opnamen van de ruimte

## A meeting.

running = Bezig
under-a-minute = Minder dan een minuut
most-people =
    { $people ->
        [one] hoogstens { $people } persoon
       *[other] hoogstens { $people } personen
    }

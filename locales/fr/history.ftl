### The texts of the meetings of a room.

title = Historique
not-shown = L'historique n'a pas pu être affiché.
none-yet = Personne ne s'est encore réuni dans cette salle.
not-kept = Ce service ne conserve pas l'historique des réunions.
# $shown (String)
# $count (String)
newest = Les { $shown } réunions les plus récentes, sur { $count }.
# $days (Number)
kept =
    { $days ->
        [one] Une réunion est conservée ici { $days } jour. Les noms des participants ne sont pas enregistrés.
       *[other] Une réunion est conservée ici { $days } jours. Les noms des participants ne sont pas enregistrés.
    }
recordings = Enregistrements de la salle

## A meeting.

running = En cours
under-a-minute = Moins d'une minute
# $people (Number)
most-people =
    { $people ->
        [one] { $people } personne au plus
       *[other] { $people } personnes au plus
    }

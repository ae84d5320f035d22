### The texts of the meetings of a room.

title = Historial
not-shown = No se ha podido mostrar el historial.
none-yet = Nadie se ha reunido todavía en esta sala.
not-kept = Este servicio no conserva el historial de reuniones.
newest = Las { $shown } reuniones más recientes de { $count }.
kept =
    { $days ->
        [one] Una reunión se conserva aquí { $days } día. Los nombres de los participantes no se registran.
       *[other] Una reunión se conserva aquí { $days } días. Los nombres de los participantes no se registran.
    }
recordings = Grabaciones de la sala

## A meeting.

running = En curso
under-a-minute = Menos de un minuto
most-people =
    { $people ->
        [one] { $people } persona como máximo
       *[other] { $people } personas como máximo
    }

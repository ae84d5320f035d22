### The texts of the meetings of a room.

title = Histórico
not-shown = Não foi possível mostrar o histórico.
none-yet = Ainda ninguém se reuniu nesta sala.
not-kept = Este serviço não conserva o histórico das reuniões.
newest = As { $shown } reuniões mais recentes de { $count }.
kept =
    { $days ->
        [one] Uma reunião é conservada aqui durante { $days } dia. Os nomes dos participantes não são registados.
       *[other] Uma reunião é conservada aqui durante { $days } dias. Os nomes dos participantes não são registados.
    }
recordings = Gravações da sala

## A meeting.

running = A decorrer
under-a-minute = Menos de um minuto
most-people =
    { $people ->
        [one] { $people } pessoa no máximo
       *[other] { $people } pessoas no máximo
    }

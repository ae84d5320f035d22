### The texts of the meetings of a room.

title = Cronologia
not-shown = Non è stato possibile mostrare la cronologia.
none-yet = Nessuno si è ancora riunito in questa sala.
not-kept = Questo servizio non conserva la cronologia delle riunioni.
newest = Le { $shown } riunioni più recenti su { $count }.
kept =
    { $days ->
        [one] Una riunione resta qui { $days } giorno. I nomi dei partecipanti non vengono registrati.
       *[other] Una riunione resta qui { $days } giorni. I nomi dei partecipanti non vengono registrati.
    }
recordings = Registrazioni della sala

## A meeting.

running = In corso
under-a-minute = Meno di un minuto
most-people =
    { $people ->
        [one] { $people } persona al massimo
       *[other] { $people } persone al massimo
    }

### The texts of the files of a room.

title = File
not-shown = Non è stato possibile mostrare i file.
what-files-do = Ogni riunione della sala riceve questi file appena inizia.
none-yet = Questa sala non ha ancora file.
limit =
    { $limit ->
        [1] Una sala ha al massimo un file. Per aggiungerne un altro, lo elimini.
       *[other] Una sala ha al massimo { $limit } file. Per aggiungerne un altro, ne elimini uno.
    }

## Adding.

add = Aggiungi un file
add-detail = PDF, presentazioni, documenti, fogli di calcolo e immagini, al massimo { $size } per file.
upload-begun = L'invio di «{ $file }» inizia.
upload-done = Il file «{ $file }» è stato aggiunto.
sending = Invio: { $percent } %
queued = In attesa dell'invio precedente
cut = La connessione si è interrotta al { $percent } %. L'invio riprenderà da solo.
resume = Riprendi
cancel = Annulla l'invio
cancelled = L'invio di «{ $file }» è annullato.
dismiss = Togli dall'elenco
not-sent = Il file non è stato aggiunto.
unfinished = Invio incompleto ({ $percent } %), iniziato su un'altra pagina. Lo elimini se non prosegue.

## A file.

of = «{ $file }»
downloadable = I partecipanti possono scaricarlo
first = Mostrato per primo
up = Sposta su
down = Sposta giù
moved = «{ $file }» ora è il file n. { $place }.
present = Aggiungi alla riunione in corso
presented = «{ $file }» è stato trasmesso alla riunione in corso.
not-presented = Il file non è stato aggiunto alla riunione.
download = Scarica
rename = Rinomina
new-name = Nuovo nome
name-missing = Inserisca un nome.
renamed = Il file ora si chiama «{ $file }».
rename-refused = Il file non è stato rinominato.
change-refused = La modifica non è stata salvata.
deleted-now = Il file «{ $file }» è stato eliminato. Può annullare l'eliminazione entro 10 minuti.
restored = Il file «{ $file }» è di nuovo qui.
delete-refused = Il file non è stato eliminato.

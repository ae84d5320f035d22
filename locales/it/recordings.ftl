### The texts of the recordings of a room.

title = Registrazioni
not-shown = Non è stato possibile mostrare le registrazioni.
none-yet = Questa sala non ha ancora registrazioni.
none-yet-detail = Una registrazione compare qui qualche tempo dopo la fine della riunione. Per registrare le sue riunioni, lo consenta nelle opzioni della sala.
room-options = Opzioni della sala
incomplete = Non tutte le registrazioni sono mostrate
incomplete-detail = Questa sala ne ha troppe. Elimini quelle che non le servono più: le altre compariranno al loro posto.

## A recording.

under-a-minute = Meno di un minuto
processing = In preparazione
processing-detail = Potrà riprodurla appena sarà pronta.
unpublished = Non pubblicata
expires = Eliminazione automatica: { $date }
play-presentation = Riproduci la presentazione
play-video = Riproduci il video
play-podcast = Ascolta l'audio
play-notes = Leggi le note
play-screenshare = Riproduci lo schermo condiviso
play-other = Riproduci
of-recording = «{ $recording }» (nuova finestra)
download = Scarica
copy-link = Copia il link
the-link = il link
to = a «{ $recording }»
published = Pubblicata: il link permette di riprodurla
protected = Protetta: ogni link vale una sola volta
of = «{ $recording }»

## What is done with it.

rename = Rinomina
new-name = Nuovo nome
name-missing = Inserisca un nome.
renamed = La registrazione ora si chiama «{ $recording }».
rename-refused = La registrazione non è stata rinominata.
change-refused = La modifica non è stata salvata.
deleted-now = La registrazione «{ $recording }» è stata eliminata. Può annullare l'eliminazione entro 10 minuti.
restored = La registrazione «{ $recording }» è di nuovo qui.
delete-refused = La registrazione non è stata eliminata.

### The texts of the recordings of a room.

title = Gravações
not-shown = Não foi possível mostrar as gravações.
none-yet = Esta sala ainda não tem gravações.
none-yet-detail = Uma gravação aparece aqui algum tempo depois do fim da reunião. Para gravar as suas reuniões, permita-o nas opções da sala.
room-options = Opções da sala
incomplete = Nem todas as gravações são mostradas
incomplete-detail = Esta sala tem demasiadas. Elimine as de que já não precisa: as outras aparecerão no seu lugar.

## A recording.

under-a-minute = Menos de um minuto
processing = Em preparação
processing-detail = Poderá reproduzi-la assim que estiver pronta.
unpublished = Não publicada
expires = Será eliminada automaticamente em { $date }
play-presentation = Reproduzir a apresentação
play-video = Reproduzir o vídeo
play-podcast = Ouvir o som
play-notes = Ler as notas
play-screenshare = Reproduzir o ecrã partilhado
play-other = Reproduzir
of-recording = «{ $recording }» (nova janela)
download = Transferir
copy-link = Copiar o link
the-link = o link
to = para «{ $recording }»
published = Publicada: o link permite reproduzi-la
protected = Protegida: cada link serve uma só vez
of = «{ $recording }»

## What is done with it.

rename = Mudar o nome
new-name = Novo nome
name-missing = Introduza um nome.
renamed = A gravação chama-se agora «{ $recording }».
rename-refused = O nome da gravação não foi alterado.
change-refused = A sua alteração não foi guardada.
deleted-now = A gravação «{ $recording }» foi eliminada. Pode anular a eliminação durante 10 minutos.
restored = A gravação «{ $recording }» está de volta.
delete-refused = A gravação não foi eliminada.

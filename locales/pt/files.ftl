### The texts of the files of a room.

title = Ficheiros
not-shown = Não foi possível mostrar os ficheiros.
what-files-do = Cada reunião da sala recebe estes ficheiros quando começa.
none-yet = Esta sala ainda não tem nenhum ficheiro.
limit =
    { $limit ->
        [1] Uma sala tem no máximo um ficheiro. Para adicionar outro, elimine-o.
       *[other] Uma sala tem no máximo { $limit } ficheiros. Para adicionar outro, elimine um.
    }

## Adding.

add = Adicionar um ficheiro
add-detail = PDF, apresentações, documentos, folhas de cálculo e imagens, no máximo { $size } por ficheiro.
upload-begun = O envio de «{ $file }» começa.
upload-done = O ficheiro «{ $file }» foi adicionado.
sending = Envio: { $percent } %
queued = A aguardar o envio anterior
cut = A ligação foi interrompida aos { $percent } %. O envio será retomado automaticamente.
resume = Retomar
cancel = Cancelar o envio
cancelled = O envio de «{ $file }» foi cancelado.
dismiss = Retirar da lista
not-sent = O ficheiro não foi adicionado.
unfinished = Envio incompleto ({ $percent } %), iniciado noutra página. Elimine-o se não continuar.

## A file.

of = «{ $file }»
downloadable = Os participantes podem transferi-lo
first = Mostrado em primeiro lugar
up = Mover para cima
down = Mover para baixo
moved = «{ $file }» é agora o ficheiro n.º { $place }.
present = Adicionar à reunião em curso
presented = «{ $file }» foi transmitido à reunião em curso.
not-presented = O ficheiro não foi adicionado à reunião.
download = Transferir
rename = Mudar o nome
new-name = Novo nome
name-missing = Introduza um nome.
renamed = O ficheiro chama-se agora «{ $file }».
rename-refused = O nome do ficheiro não foi alterado.
change-refused = A sua alteração não foi guardada.
deleted-now = O ficheiro «{ $file }» foi eliminado. Pode anular a eliminação durante 10 minutos.
restored = O ficheiro «{ $file }» está de volta.
delete-refused = O ficheiro não foi eliminado.

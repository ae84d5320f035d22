### The texts of the files of a room.

title = Archivos
not-shown = No se han podido mostrar los archivos.
what-files-do = Cada reunión de la sala recibe estos archivos al empezar.
none-yet = Esta sala aún no tiene ningún archivo.
limit =
    { $limit ->
        [1] Una sala tiene un archivo como máximo. Para añadir otro, elimínelo.
       *[other] Una sala tiene { $limit } archivos como máximo. Para añadir otro, elimine uno.
    }

## Adding.

add = Añadir un archivo
add-detail = PDF, presentaciones, documentos, hojas de cálculo e imágenes, { $size } como máximo por archivo.
upload-begun = Comienza el envío de «{ $file }».
upload-done = El archivo «{ $file }» se ha añadido.
sending = Envío: { $percent } %
queued = A la espera del envío anterior
cut = La conexión se ha cortado al { $percent } %. El envío se reanudará solo.
resume = Reanudar
cancel = Cancelar el envío
cancelled = Se ha cancelado el envío de «{ $file }».
dismiss = Quitar de la lista
not-sent = El archivo no se ha añadido.
unfinished = Envío inacabado ({ $percent } %), comenzado en otra página. Elimínelo si no continúa.

## A file.

of = «{ $file }»
downloadable = Los participantes pueden descargarlo
first = Se muestra primero
up = Subir
down = Bajar
moved = «{ $file }» es ahora el archivo n.º { $place }.
present = Añadir a la reunión en curso
presented = «{ $file }» se ha transmitido a la reunión en curso.
not-presented = El archivo no se ha añadido a la reunión.
download = Descargar
rename = Cambiar el nombre
new-name = Nombre nuevo
name-missing = Escriba un nombre.
renamed = El archivo se llama ahora «{ $file }».
rename-refused = No se ha cambiado el nombre del archivo.
change-refused = No se ha guardado su cambio.
deleted-now = El archivo «{ $file }» se ha eliminado. Puede deshacer la eliminación durante 10 minutos.
restored = El archivo «{ $file }» está de vuelta.
delete-refused = El archivo no se ha eliminado.

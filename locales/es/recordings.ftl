### The texts of the recordings of a room.

title = Grabaciones
not-shown = No se han podido mostrar las grabaciones.
none-yet = Esta sala aún no tiene ninguna grabación.
none-yet-detail = Una grabación aparece aquí algún tiempo después de terminar la reunión. Para grabar sus reuniones, permítalo en las opciones de la sala.
room-options = Opciones de la sala
incomplete = No se muestran todas las grabaciones
incomplete-detail = Esta sala tiene demasiadas. Elimine las que ya no necesite: las demás aparecerán en su lugar.

## A recording.

under-a-minute = Menos de un minuto
processing = En preparación
processing-detail = Podrá reproducirla en cuanto esté lista.
unpublished = No publicada
expires = Se eliminará automáticamente el { $date }
play-presentation = Reproducir la presentación
play-video = Reproducir el vídeo
play-podcast = Escuchar el sonido
play-notes = Leer las notas
play-screenshare = Reproducir la pantalla compartida
play-other = Reproducir
of-recording = «{ $recording }» (ventana nueva)
download = Descargar
copy-link = Copiar el enlace
the-link = el enlace
to = a «{ $recording }»
published = Publicada: el enlace permite reproducirla
protected = Protegida: cada enlace sirve una sola vez
of = «{ $recording }»

## What is done with it.

rename = Cambiar el nombre
new-name = Nombre nuevo
name-missing = Escriba un nombre.
renamed = La grabación se llama ahora «{ $recording }».
rename-refused = No se ha cambiado el nombre de la grabación.
change-refused = No se ha guardado su cambio.
deleted-now = La grabación «{ $recording }» se ha eliminado. Puede deshacer la eliminación durante 10 minutos.
restored = La grabación «{ $recording }» está de vuelta.
delete-refused = La grabación no se ha eliminado.

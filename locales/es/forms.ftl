### The form of a room.

## The form.

create-permanent-room = Crear una sala permanente
edit-room-title = Modificar la sala
room-name = Nombre de la sala
create-room = Crear la sala
creating-room = Creando la sala…
save = Guardar
room-created = La sala «{ $room }» se ha creado.
room-saved = La sala se ha guardado.
given-up = Los cambios no se han guardado.
room-not-created = La sala no se ha creado.
room-not-saved = La sala no se ha guardado.
room-not-shown = La sala no se puede mostrar.

## What is wrong with a field.

name-missing = Escriba el nombre de la sala.
address-unusable = Escriba una dirección completa que empiece por https://, o deje este campo vacío.
invisible-character = Este texto contiene un carácter invisible: bórrelo y escríbalo con el teclado.
too-long =
    { $characters ->
        [one] Este texto es demasiado largo: acórtelo a { $characters } carácter.
       *[other] Este texto es demasiado largo: acórtelo a { $characters } caracteres.
    }
number-hint = Un número del { $least } al { $most }, o nada para no poner límite.
number-refused = Escriba un número del { $least } al { $most }, o deje este campo vacío.

## The options.

welcoming = Acogida de los participantes
welcome = Mensaje de bienvenida
welcome-hint = Todos lo leen al llegar.
max-participants = Número máximo de participantes
minutes = Duración máxima, en minutos
waiting-room = Sala de espera: un moderador deja entrar a cada participante
authenticated-bypass = Quienes llegan por el enlace autenticado entran sin esperar
interactions = Interacciones
mute-on-start = Silenciar los micrófonos al entrar
microphones = Los participantes pueden activar su micrófono
cameras = Los participantes pueden activar su cámara
cameras-for-moderators-only = Solo los moderadores ven las cámaras de los participantes
private-chat = Chat privado entre participantes
public-chat = Chat público
shared-notes = Notas compartidas
recording = Grabación
manual-recording = Los moderadores pueden iniciar y detener la grabación
automatic-recording = Grabar desde el inicio de la reunión
advanced = Configuración avanzada
moderators-message = Mensaje para los moderadores
moderators-message-hint = Solo lo leen los moderadores, en los detalles de la sesión.
logout-url = Dirección de salida
logout-url-hint = La página que se abre al salir de la reunión, con https://. Si no se indica ninguna, es la página de inicio de este portal.

## Renewing.

renewals = Renovar un acceso
renewals-detail = El anterior deja de funcionar; los demás no cambian.
renew = Renovar
renewed = Hecho. Este es el nuevo:
not-renewed = No se ha renovado nada.
renew-link-sure = Quienes tienen el enlace anterior ya no podrán entrar.
renew-code-sure = Quienes tienen el código anterior ya no podrán entrar con él.
renew-pin-sure = El PIN anterior ya no servirá para las próximas reuniones; si hay una en curso, lo conserva.

## A meeting that runs.

saved-for-next-meeting = La sala se ha guardado. La reunión en curso conserva la configuración con la que se inició.
meeting-keeps-options = La sala se ha guardado y hay una reunión en curso.
meeting-keeps-options-detail = Esta reunión conserva la configuración con la que se inició; la nueva se aplicará a la próxima. Si usted termina la reunión, todos los participantes saldrán de ella y podrá iniciarla de nuevo enseguida.
end-meeting = Terminar la reunión para todos
leave-meeting = Dejar que la reunión continúe
meeting-not-ended = La reunión no se ha terminado.

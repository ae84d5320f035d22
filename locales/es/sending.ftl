### The words of the page that sends a whole invitation, and of the invitation itself.

## The page.

title = Enviar una invitación
room-is = Sala «{ $room }»
not-shown = La invitación no se ha podido mostrar.
to-whom = ¿A quién va dirigida?
to-attendees = A participantes
to-attendees-detail = Entran por el enlace, sin cuenta.
to-attendees-by-telephone = Entran por el enlace o por teléfono, sin cuenta.
to-authenticated = A participantes que se identifican con { $provider }
to-authenticated-detail = Entran con el nombre de su propia cuenta.
to-authenticated-no-telephone = Entran con el nombre de su propia cuenta. No se ofrece el teléfono, porque por él nadie se identifica.
to-moderators = A moderadores
to-moderators-detail = Podrán iniciar y terminar la reunión, silenciar micrófonos, expulsar a participantes e invitar a otras personas.
when = ¿Cuándo?
when-detail = Opcional. Según la hora de su dispositivo: { $zone }.
date = Fecha
start = Hora de inicio
minutes = Duración, en minutos
date-and-time = Indique una fecha y una hora, o ninguna de las dos.
minutes-refused = Escriba una duración de { $least } a { $most } minutos.
message = El mensaje
the-invitation = el texto de la invitación
by-mail = Abrir en el correo
mail-subject-shortened = Los programas de correo no admiten mensajes tan largos: el asunto se acortará. Los enlaces están completos. Para enviarlo todo, copie la invitación.
mail-shortened = Los programas de correo no admiten mensajes tan largos: faltará «{ $missing }». Los enlaces están completos. Para enviarlo todo, copie la invitación.
mail-and-subject-shortened = Los programas de correo no admiten mensajes tan largos: el asunto se acortará y faltará «{ $missing }». Los enlaces están completos. Para enviarlo todo, copie la invitación.
calendar = Descargar para el calendario
calendar-needs-date = Para el calendario, indique una fecha y una hora.
share = Compartir
not-shared = La invitación no se ha podido compartir. Cópiela en su lugar.
print = Imprimir
qr = El código QR del enlace
qr-image = Código QR del enlace a la sala «{ $room }»
qr-download = Descargar el código QR (SVG)
part-not-shown = Esta parte de la página no se puede mostrar.

## The invitation.

mail-note = (Este mensaje se ha acortado.)
subject = Invitación a la reunión «{ $room }»
takes-place = { $when } ({ $zone }), duración: { $minutes } minutos
join-by = Para unirse a la reunión:
sign-in-with = Deberá identificarse con { $provider }.
as-moderator = Este enlace y este código dan permisos de moderador: iniciar y terminar la reunión, silenciar micrófonos, expulsar a participantes, invitar. Transmítalos solo a personas de confianza.
or-by-code = O con el código de acceso: { $code }
or-by-sip = O desde un terminal de videoconferencia: { $address }
by-telephone = Por teléfono:
then-pin = y después el PIN { $pin } #
call = Llamar al { $number } con el PIN

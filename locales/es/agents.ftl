### The texts of the rooms and their invitations.

## The rooms.

rooms = Mis salas de reunión
create-permanent-room = Crear una sala permanente
places-left =
    { $places ->
        [1] Puede crear una sala más.
       *[other] Puede crear { $places } salas más.
    }
create-first-room = Crear mi primera sala
no-room-yet = Todavía no tiene ninguna sala permanente
what-a-room-is = Una sala permanente le pertenece y sigue abierta de una reunión a otra: su código de acceso y sus enlaces de invitación no cambian. Créela una vez e invite después a quien quiera, cuando quiera.
rooms-missing = Una parte de sus salas no se ha podido cargar.
search-rooms = Buscar una sala
no-room-found = Ninguna sala coincide con «{ $query }».
rooms-found =
    { $found ->
        [one] { $found } sala encontrada
       *[other] { $found } salas encontradas
    }
clear-search = Borrar la búsqueda
sort-by = Ordenar por:
by-date = Fecha
by-name = Nombre
by-favourites = Favoritas
newest-first = de la más reciente a la más antigua
oldest-first = de la más antigua a la más reciente
from-a-to-z = de la A a la Z
from-z-to-a = de la Z a la A
favourites-first = primero las favoritas
favourites-last = al final las favoritas
order-refused = El orden elegido no se ha guardado.
favourite = Favorita: { $room }
favourite-refused = El cambio en las salas favoritas no se ha guardado.
met = Última reunión: { $when }
never-met = Creada { $when }
today = hoy
yesterday = ayer
day-before-yesterday = anteayer
days-ago = hace { $days } días
weeks-ago = hace { $weeks } semanas
months-ago = hace { $months } meses
years-ago = hace { $years } años
running =
    { $people ->
        [one] En curso – { $people } persona
       *[other] En curso – { $people } personas
    }
activity = En este momento: { $meetings }, { $participants }
activity-meetings =
    { $meetings ->
        [one] { $meetings } reunión
       *[other] { $meetings } reuniones
    }
activity-participants =
    { $participants ->
        [one] { $participants } participante
       *[other] { $participants } participantes
    }
still-signed-in = Su sesión sigue abierta con el nombre { $name }.
still-signed-in-detail = Para entrar con otra cuenta, cierre primero la sesión.
what-is-temporary = Con un clic, sin crear una sala. Podrá invitar desde la reunión, que se olvida en cuanto termina.
open-temporary = Abrir una nueva reunión temporal
temporary-short = Reunión temporal
enter-code-short = Introducir un código
in-new-window = (ventana nueva)
launch = Iniciar
launch-detail = «{ $room }» (ventana nueva)
launching = Abriendo la reunión…
launch-failed = La reunión no se ha iniciado.
window-blocked = La reunión se ha iniciado, pero su ventana no se ha podido abrir.
open-meeting = Abrir la reunión
invite = Invitar
invite-detail = participantes a «{ $room }»
edit = Modificar
edit-room = Modificar «{ $room }»
new-recording = Nueva grabación
recordings = Grabaciones
recordings-of = Grabaciones de «{ $room }»
files = Archivos
files-of = Archivos de «{ $room }»
delegates = Delegados
delegates-of = Delegados de «{ $room }»
owned-by = Sala de { $owner }
leave = Dejar de ser delegado
leave-room = Dejar de ser delegado de «{ $room }»
leave-sure = Ya no verá esta sala.
leave-detail = Para recuperarla, { $owner } tendrá que nombrarle de nuevo.
leave-refused = Usted sigue siendo delegado de esta sala.
left = Ya no es delegado de «{ $room }».
handover-offered = { $owner } le cede esta sala, si acepta.
handover-detail = Sus enlaces, su código y su PIN no cambian. El antiguo propietario pasa a ser delegado.
accept = Aceptar
decline = Rechazar
handover-refused = Su respuesta no se ha guardado.
handed-over = La sala «{ $room }» es suya.
declined = Sigue siendo delegado de «{ $room }».
delegates-lose =
    { $delegates ->
        [1] Su delegado ya no la ve.
       *[other] Sus { $delegates } delegados ya no la ven.
    }
delete = Eliminar
delete-room = Eliminar «{ $room }»
delete-refused = La sala no se ha eliminado.
meeting-runs = Hay una reunión en curso en esta sala.
meeting-runs-detail = Si elimina la sala, sus enlaces, su código y su PIN dejarán de funcionar; quienes ya están en la reunión permanecerán en ella.
delete-anyway = Eliminar de todos modos
keep-room = Conservar la sala
room-deleted-now = La sala «{ $room }» se ha eliminado. Puede deshacer la eliminación durante 10 minutos.
undo = Deshacer
restore-detail = la eliminación de «{ $room }»
room-restored = La sala «{ $room }» está disponible de nuevo.
restore-refused = La eliminación no se ha deshecho.

## The invitation.

send-invitation = Enviar una invitación completa
invitation-title = Invite a participantes a su reunión enviándoles, a elegir:
no-invitation = Los datos de invitación no se pueden mostrar.
room-is = Sala «{ $room }»
room-history = Historial de reuniones
new = Nuevo
authenticated-link = El enlace autenticado mediante { $provider }
authenticated-reminder = Las personas invitadas con este enlace deben tener una cuenta de { $account } para identificarse antes de acceder a la sesión. Elija esta opción si desea proteger el acceso a su reunión.
moderator-rights = Ver los permisos de «Moderador»
attendee-rights = Ver los permisos de «Participante»
pin-in-meeting = Por teléfono, el PIN cambia en cada reunión: se indica aquí, y en los detalles de la sesión, mientras la reunión está en curso.
pin-of-meeting = El PIN solo es válido para la reunión en curso.
temporary-elsewhere = Para invitar a una reunión temporal:
temporary-meeting = Abrir una reunión temporal

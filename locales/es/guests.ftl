### The texts of visitors and guests.

## Home, signed out.

visitor-title = Sus reuniones por videoconferencia
organise = Organizar reuniones
organise-with = Identifíquese con { $provider } para crear sus salas permanentes, iniciar sus reuniones e invitar a participantes.
sign-in-with = Identificarse con { $provider }
take-part-by-link = ¿Ha recibido un enlace de invitación? Ábralo: no es necesario identificarse aquí.
sign-in-to-see = Identifíquese para acceder a esta página.
how-to-sign-in = Cómo identificarse
not-signed-in = La identificación no se ha completado.
signed-out-here = Ha cerrado la sesión de este portal en este navegador.
sign-out-incomplete = El resto del cierre de sesión no se ha completado: es posible que su sesión siga abierta en { $provider }. Si otras personas utilizan este equipo, cierre todas las ventanas del navegador.

## Joining with a link.

join-a-meeting = Unirse a una reunión
joins-as-moderator = Va a unirse a esta reunión con permisos de moderador.
joins-as-attendee = Va a unirse a esta reunión con permisos de participante.
joins-as-owner = Esta sala es suya: entrará como moderador.
joins-under = Entrará con este nombre: { $name }.
is-it-your-room = ¿Es suya esta sala?
sign-in-as-owner = Identifíquese para entrar como moderador
authenticated-title = Identifíquese para entrar en la reunión
authenticated-detail = Este enlace está reservado a las personas que tienen una cuenta de { $provider }. Su nombre en la reunión será el de esa cuenta.
change-account = ¿No es usted? Cerrar sesión
name-suffix = Añadido a su nombre (opcional), por ejemplo su clase
forget-name = Olvidar mi nombre en este dispositivo
your-name = Su nombre
name-missing = Escriba el nombre con el que le verán los demás.
name-invisible-character = Este nombre contiene un carácter invisible: bórrelo y escríbalo con el teclado.
name-too-long =
    { $characters ->
        [one] Este nombre es demasiado largo: acórtelo a { $characters } carácter.
       *[other] Este nombre es demasiado largo: acórtelo a { $characters } caracteres.
    }
join = Unirse
joining = Abriendo la reunión…
not-joined = No ha entrado en la reunión.
not-started = La reunión todavía no ha empezado.
not-started-detail = Primero debe iniciarla un moderador. Vuelva a intentarlo dentro de unos instantes.
authenticated-not-open = Esta entrada no está disponible
link-unusable = Este enlace no es válido
link-incomplete = Falta el final de este enlace
link-incomplete-detail = Falta todo lo que sigue al signo «#», que es lo que lleva a la reunión. Abra el enlace desde el mensaje original, o pida a la persona que le invita el código de acceso de la reunión y escríbalo en la página de inicio.
link-renewed = Este enlace se ha renovado
room-deleted = Esta sala se ha eliminado
meeting-over = Esta reunión ha terminado

## Waiting.

waiting-hello = Hola, { $name }, podrá entrar en breve
waiting-detail = La reunión todavía no ha empezado. Entrará en cuanto un moderador la inicie, sin tener que hacer nada.
waiting-late = El servidor de videoconferencia tarda en responder: su navegador sigue intentándolo. Puede seguir esperando o volver a intentarlo.
waiting-missed = La reunión acaba de terminar. Si se reanuda, entrará sin tener que hacer nada.
waiting-again = Es posible que la reunión haya empezado: se vuelve a intentar cada pocos segundos.
waiting-keep-open = Mantenga abierta esta página.
waiting-forgotten = Vuelva a abrir su enlace de invitación
waiting-forgotten-detail = Esta página de espera pertenece a la pestaña en la que indicó su nombre: la dirección de la página no basta para entrar.

### What the backend refuses, by the kind of problem.

malformed = El servicio no ha entendido la solicitud. Recargue la página y vuelva a intentarlo.
sign-in-expired = Esta identificación ya no es válida. Vuelva a identificarse.
sign-in-required = Su sesión ya no está abierta. Vuelva a identificarse para continuar.
sign-in-refused = Su proveedor de identidad ha rechazado la identificación. Vuelva a intentarlo o póngase en contacto con él.
origin-refused = El servicio no acepta solicitudes procedentes de esta dirección. Abra el portal en su dirección habitual.
not-found = El servicio no reconoce esta solicitud. Recargue la página: es posible que haya una nueva versión.
room-not-found = Esta sala no existe o no es suya. Vuelva a la lista de sus salas.
recording-not-found = Esta grabación ya no existe en el servidor de videoconferencia. Actualice la lista de grabaciones.
account-unknown = Identifíquese primero una vez en el portal.
file-not-found = Este archivo ya no existe en esta sala. Actualice la lista de archivos.
file-limit = Esta sala ya tiene tantos archivos como se permite. Elimine uno antes de añadir otro; un archivo eliminado cuenta todavía unos diez minutos.
upload-offset = El servicio ha recibido otra parte de este archivo. Reanude el envío.
meeting-not-running = No hay ninguna reunión en curso en esta sala. La próxima recibirá los archivos.
file-too-large = Este archivo es demasiado grande: { $megabytes } MB como máximo. Redúzcalo, por ejemplo comprimiendo sus imágenes.
file-type-refused = Este archivo no es de un tipo admitido, o su contenido no es el que anuncia su nombre. Elija un PDF, una presentación, un documento, una hoja de cálculo o una imagen.
owner-only = Solo la persona propietaria de la sala puede hacerlo. Diríjase a ella.
delegate-not-found = Esta persona ya no es delegada de esta sala. Actualice la lista de personas delegadas.
delegate-limit = Esta sala ya tiene tantas personas delegadas como se permite. Quite una antes de añadir otra.
delegate-inactive = Esta persona todavía no ha abierto el portal. Podrá cederle la sala cuando lo haya hecho.
handover-not-offered = La persona propietaria ya no le ofrece esta sala. Diríjase a ella.
link-unknown = Este enlace no lleva a ninguna reunión. Compruebe que lo ha copiado entero o pídalo de nuevo a la persona que le invita.
attendee-sign-in-required = Este enlace requiere identificarse. Vuelva a abrirlo e identifíquese.
code-unknown = Este código no corresponde a ninguna reunión. Compruébelo o pídalo de nuevo a la persona que le invita.
ticket-unknown = Esta espera ha caducado. Vuelva a abrir su enlace de invitación.
proof-required = Su navegador no ha podido realizar la comprobación solicitada. Vuelva a intentarlo, identifíquese o pida un enlace de invitación.
too-many-codes = Se han introducido demasiados códigos erróneos desde su red. Vuelva a intentarlo { $later }, identifíquese o pida un enlace de invitación.
codes-suspended = Se han introducido demasiados códigos erróneos en este servicio: por ahora solo los acepta desde dispositivos que conoce. Identifíquese, pida un enlace de invitación o vuelva a intentarlo { $later }.
too-many-meetings = Ya ha abierto muchas reuniones temporales. Termine una o vuelva a intentarlo dentro de unos diez minutos.
daily-limit = Ha alcanzado el límite diario de creaciones o renovaciones. Vuelva a intentarlo mañana.
pin-taken = El PIN de esta sala ya se utiliza en otra reunión. El propietario puede renovarlo en la configuración avanzada de la sala.
meeting-over = Era una reunión temporal: este enlace ya no lleva a ninguna parte. Diríjase a la persona que le invitó.
link-renewed = El propietario de la sala ha sustituido este enlace por uno nuevo. Pídalo a la persona que le invita.
room-deleted = El propietario ha eliminado la sala: este enlace ya no lleva a ninguna reunión. Diríjase a la persona que le invita.
room-id-malformed = La dirección de la sala está incompleta o mal copiada. Abra la sala desde la lista de sus salas.
meeting-running = Hay una reunión en curso en esta sala.
deleted-by-you = Ha eliminado esta sala. Durante los 10 minutos siguientes, «Deshacer» la devuelve a la lista de sus salas.
restoration-over = Han pasado los 10 minutos: la sala se ha eliminado definitivamente. Cree una nueva.
conference-slow = El servidor de videoconferencia tarda demasiado en responder. Vuelva a intentarlo dentro de unos instantes.
idempotency-key-reused = Esta solicitud ya se ha enviado con otro contenido. Recargue la página y vuelva a intentarlo.
storage-full = El servicio no tiene espacio para guardar: no se ha cambiado nada. Mantenga abierta esta página y vuelva a intentarlo más tarde; si el problema continúa, avise a su servicio de asistencia.
too-large = Lo que ha escrito es demasiado largo. Acórtelo.
invalid = El servicio ha rechazado lo que ha escrito. Corríjalo.
internal = Se ha producido un error en el servicio. Vuelva a intentarlo dentro de unos instantes.
protection-unavailable = El servidor de videoconferencia no permite proteger las grabaciones.
entrance-unavailable = Este servicio no permite entrar con un enlace autenticado. Pida un enlace de participante a la persona que le invita.
conference-refused = El servidor de videoconferencia ha rechazado la solicitud. Vuelva a intentarlo dentro de unos instantes.
conference-unreachable = El servidor de videoconferencia no responde. Vuelva a intentarlo dentro de unos instantes.
provider-unreachable = El proveedor de identidad no responde. Vuelva a intentarlo dentro de unos instantes.
provider-unusable = El proveedor de identidad y este servicio no se entienden: de nada servirá volver a intentarlo. Comuníquelo al servicio de asistencia.
unavailable = El servicio no está disponible en este momento. Vuelva a intentarlo dentro de unos instantes.

## In how long.

later = más tarde
in-minutes =
    { $minutes ->
        [1] dentro de un minuto
       *[other] dentro de { $minutes } minutos
    }
in-hours =
    { $hours ->
        [1] dentro de una hora
       *[other] dentro de { $hours } horas
    }

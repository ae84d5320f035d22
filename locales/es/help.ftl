### The pages of help: rights, keyboard shortcuts, accessibility.

## The rights of each role.

rights = Permisos de moderadores y participantes
rights-of-moderators = Moderadores
who-is-moderator = Son moderadores el propietario de la sala y cualquier persona que entre con el código de acceso o el enlace de moderador.
moderator-starts = Iniciar la reunión y terminarla para todos.
moderator-leads = Silenciar micrófonos, dar o quitar permisos, dejar entrar a quienes esperan, expulsar.
moderator-shows = Presentar documentos, compartir la pantalla, abrir encuestas y grupos de trabajo, grabar si la sala lo permite.
moderator-invites = Ver los detalles de la sesión y transmitirlos: código, enlaces y teléfono.
rights-of-attendees = Participantes
who-is-attendee = Son participantes las personas que entran con el enlace de participante, con el enlace autenticado o por teléfono.
attendee-waits = Entrar en cuanto un moderador haya iniciado la reunión.
attendee-speaks = Tomar la palabra, activar la cámara y escribir en el chat, si la sala lo permite.
attendee-reacts = Levantar la mano, reaccionar, responder a las encuestas.
attendee-sees-no-invitation = Los participantes no ven ni el código ni los enlaces de la reunión.

## What keys do.

shortcuts-detail = Después de identificarse, basta con una tecla, fuera de los campos de texto y de las ventanas.
shortcuts-on = Utilizar los atajos en este dispositivo
shortcut-search = Buscar una sala, en la página de sus salas
shortcut-code = Introducir un código de acceso, en la página de sus salas
shortcut-new-room = Crear una sala permanente
shortcut-list = Mostrar esta lista
key-escape = Cerrar una ventana o un mensaje de ayuda
key-tab = Ir al elemento siguiente; con Mayús, al anterior

## How accessible the portal is.

accessibility-aim = Este portal aspira al nivel AA de las pautas WCAG 2.2 y al RGAA 4.1 francés, que se basa en WCAG 2.1. A falta de auditoría, todavía no declara ningún nivel de conformidad.
accessibility-tested = Lo que se comprueba en cada versión
tested-by-rules = Las reglas de axe-core, incluido el contraste, en cada pantalla, sus ventanas y sus mensajes de error, en todos los idiomas y en las dos apariencias, clara y oscura.
tested-by-keyboard = La invitación de principio a fin solo con el teclado: el foco se ve, entra en las ventanas y vuelve al punto de partida.
tested-small = Lo mismo con 320 píxeles de ancho, es decir, con una ampliación del 400 %, y con el texto espaciado: sin desplazamiento horizontal ni texto cortado.
tested-colours = Lo mismo cuando el sistema impone sus colores, cuyo contraste es entonces el suyo.
tested-languages = El título de cada página, los anuncios y el idioma declarado cuando se cambia.
tested-browsers = La invitación de principio a fin en Chromium, Firefox y WebKit.
accessibility-untested = Lo que todavía no se ha comprobado
untested-audit = Una auditoría del RGAA realizada por un tercero.
untested-readers = El uso con los lectores de pantalla NVDA, JAWS y VoiceOver por personas que los utilizan a diario.
untested-conference = La propia conferencia, que es otro programa y tiene su propia declaración.
accessibility-trouble = ¿Alguna dificultad?
accessibility-trouble-detail = Indique a los responsables de este servicio en qué página y con qué herramientas se produce, para que se corrija. Si no obtiene una respuesta satisfactoria, puede dirigirse al Defensor de los Derechos de Francia (Défenseur des droits).

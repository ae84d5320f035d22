### The texts that several features share.

## What several places say.

retry = Reintentar
reload = Recargar
take-up = Seguir editando
cancel = Cancelar
at-most = { $characters } caracteres como máximo
room-limit =
    { $limit ->
        [1] Ya tiene la única sala permitida: elimínela para crear otra.
       *[other] Ha alcanzado el límite de { $limit } salas: elimine una para crear otra.
    }
room-limit-reached = Ha alcanzado el número de salas permitido.

no-such-room = Esta dirección no corresponde a ninguna sala

## The frame around every page.

quick-access = Acceso rápido
skip-to-content = Ir al contenido
home-of = Inicio – { $service }
menu = Menú
tools = Herramientas
access = Condiciones de acceso
documentation = Documentación
sign-in = Identificarse
signed-out = Ha cerrado la sesión. Se está cargando la página siguiente…
sign-out = Cerrar sesión
not-signed-out = Su sesión sigue abierta.
choose-language = Elegir el idioma
language-not-loaded = Este idioma no se ha podido cargar. Compruebe su conexión a internet y vuelva a elegirlo; si el problema continúa, recargue la página.
notices = Avisos
new-version = Hay una nueva versión disponible.
professional-network = El acceso a la videoconferencia depende de las políticas de seguridad de su ministerio. Si el audio o el vídeo no funcionan, desconéctese de su red profesional de internet RIE y vuelva a intentarlo.
offline = No tiene conexión: lo que haga aquí no se podrá guardar.
footer-links = Pie de página
scheme = Apariencia:
scheme-of-system = Como el sistema
scheme-light = Clara
scheme-dark = Oscura
source-code = Código fuente
accessibility = Accesibilidad
shortcuts = Atajos de teclado
legal-notice = Aviso legal
personal-data = Datos personales y cookies
terms-of-use = Condiciones generales de uso
contact = Contacto

## The connection code.

enter-code = Introduzca el código de acceso de su reunión
first-digits = Tres primeras cifras
middle-digits = Tres cifras centrales
last-digits = Tres últimas cifras
code-has-letters = El código solo contiene cifras: borre lo demás.
code-too-long = Hay { $digits } cifras y el código tiene 9: borre las que sobran.
code-working = Comprobando su navegador, unos segundos o minutos…
code-refused = El código no se ha aceptado.
connect = Entrar

## What goes wrong.

meeting-not-entered = No ha entrado en la reunión
meeting-full = La reunión ha alcanzado su número máximo de participantes. Vuelva a intentarlo dentro de unos minutos o avise a la persona que le invitó.
meeting-not-running = La reunión ha terminado o todavía no se ha reanudado. Vuelva a unirse para esperar a que empiece.
meeting-not-let-in = Un moderador no le ha dejado entrar. Vuelva a unirse para pedírselo de nuevo o avise a la persona que le invitó.
meeting-failed = El servidor de videoconferencia no ha podido darle acceso. Vuelva a intentarlo; si el problema continúa, avise a la persona que le invitó.
go-back = Volver atrás
page-not-found = Página no encontrada
page-not-found-detail = No hay ninguna página en esta dirección. Compruebe que la ha copiado entera.
back-home = Volver al inicio
service-unavailable = El servicio no está disponible en este momento
rooms-of-last-visit = Sus salas en su última visita
rooms-of-last-visit-detail = En este dispositivo solo se guardan sus nombres: un día, o hasta que cierre la sesión. Volverán a estar disponibles en cuanto el servicio responda.
page-not-shown = Esta página no se puede mostrar.
page-not-arrived = Esta página no ha llegado
page-not-arrived-detail = Compruebe su conexión a internet y vuelva a intentarlo. Si el problema continúa, es posible que haya una nueva versión: recargue la página.
unreachable = El servicio no responde. Compruebe su conexión a internet y vuelva a intentarlo.
too-slow = El servicio tarda demasiado en responder. Vuelva a intentarlo dentro de unos instantes; es posible que su conexión sea lenta.
unexpected = El servicio ha dado una respuesta inesperada. Vuelva a intentarlo dentro de unos instantes; si el problema continúa, recargue la página.

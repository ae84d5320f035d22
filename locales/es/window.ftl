### The window of a session's details, before the wasm is there.

title = Detalles de la sesión
close = Cerrar
loading = Cargando…
failed = Error al cargar. Compruebe su conexión y vuelva a intentarlo.
retry = Reintentar

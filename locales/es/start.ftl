### What the page says before the app has started.

loading = Cargando…
not-started = El servicio no se ha podido iniciar
check-connection = Compruebe su conexión a internet y que su navegador esté actualizado, y vuelva a intentarlo.
no-webassembly = Su navegador no permite que este sitio utilice WebAssembly. Si su dispositivo está en modo de aislamiento, desactívelo para este sitio en los ajustes; si no, añada este sitio a las excepciones de la seguridad mejorada de su navegador o pídaselo a su servicio informático. Después, vuelva a intentarlo.
retry = Reintentar

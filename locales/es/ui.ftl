### The texts of the components.

close = Cerrar
copied = Copiado
copied-announcement = Copiado: { $what }
copy = Copiar
copy-by-hand = Su navegador no ha permitido copiar. El texto está seleccionado: cópielo con Ctrl+C o con una pulsación larga.
loading = Cargando…
new-window = ventana nueva

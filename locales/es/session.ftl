### The session's details.

unreachable = El servicio no responde. Compruebe su conexión a internet: se vuelve a intentar cada pocos segundos.
refused = La autorización para ver estos datos ya no es válida o no es la de esta reunión. Recargue la página de la reunión.
moderators-only = Solo los moderadores de la reunión ven estos datos. Pida a un moderador que le conceda ese rol.
over = Esta reunión ha terminado: ya no se puede invitar a nadie.
failed = Se ha producido un error en el servicio. Se vuelve a intentar cada pocos segundos.
welcome = Mensaje de bienvenida
moderators-message = Mensaje para los moderadores
renewed = Los datos de invitación han cambiado.

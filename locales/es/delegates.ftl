### The texts of the delegates of a room.

title = Delegados
not-shown = No se han podido mostrar los delegados.
what-delegates-do = Un delegado inicia las reuniones de la sala, modifica sus opciones y gestiona sus grabaciones. No puede eliminarla, ni renovar sus enlaces, ni nombrar a otros delegados.
nobody-yet = Esta sala aún no tiene delegados.
limit =
    { $limit ->
        [0] Las salas de este servicio no tienen delegados.
        [1] Una sala tiene un delegado como máximo. Para añadir otro, quítelo.
       *[other] Una sala tiene { $limit } delegados como máximo. Para añadir otro, quite uno.
    }

## Adding.

email = Correo electrónico de su colega
email-detail = El que usa para identificarse. Ejemplo: nombre.apellido@ejemplo.es
add = Añadir
email-missing = Escriba una dirección de correo electrónico.
not-an-email = Escriba una sola dirección, completa. Ejemplo: nombre.apellido@ejemplo.es
own-address = Es su propia dirección: escriba la de un colega.
added = { $delegate } figura entre los delegados.
not-added = No se ha añadido el delegado.

## A delegate.

waiting = Pendiente: será delegado cuando vuelva a abrir el portal
of = { $delegate }
to = a { $delegate }
remove = Quitar
removed = { $delegate } ya no es delegado de esta sala.
undo-detail = la retirada de { $delegate }
not-removed = No se ha quitado el delegado.
offer = Ceder la sala
withdraw = No ceder la sala
offered = Usted ofrece la sala a { $delegate }. Será suya en cuanto acepte; usted será entonces delegado. Los enlaces, el código y el PIN no cambian.
offer-refused = Su oferta no se ha guardado.

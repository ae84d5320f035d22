### Mails.

recording-ready-subject = Grabación disponible: { $room }
recording-ready = La grabación de una reunión de su sala «{ $room }» está lista.
see-recordings = Ver las grabaciones de la sala
asks-to-sign-in = El portal le pedirá que se identifique.
automatic = { $service } envía este mensaje automáticamente. No responda a él.

## Rooms and accounts that nobody uses.

unused-rooms-subject = Salas sin uso: se eliminarán a partir del { $date }
unused-account-subject = Cuenta sin uso: se eliminará a partir del { $date }
unused-rooms =
    { $rooms ->
        [1] La sala siguiente no se utiliza desde hace mucho tiempo. Se eliminará a partir del { $date }, con sus enlaces, su código de conexión y sus archivos:
       *[other] Las salas siguientes no se utilizan desde hace mucho tiempo. Se eliminarán a partir del { $date }, con sus enlaces, sus códigos de conexión y sus archivos:
    }
keep-rooms = Para conservar una sala, inicie en ella una reunión o modifíquela antes de esa fecha.
unused-account = Su cuenta en { $service } no se utiliza desde hace mucho tiempo. Se eliminará a partir del { $date }, con todas sus salas:
unused-account-alone = Su cuenta en { $service } no se utiliza desde hace mucho tiempo. Se eliminará a partir del { $date }.
keep-account = Para conservar su cuenta, identifíquese en el portal antes de esa fecha.
open-portal = Abrir el portal
day-of-month = { $day }
date =
    { $month ->
        [1] { $day } de enero de { $year }
        [2] { $day } de febrero de { $year }
        [3] { $day } de marzo de { $year }
        [4] { $day } de abril de { $year }
        [5] { $day } de mayo de { $year }
        [6] { $day } de junio de { $year }
        [7] { $day } de julio de { $year }
        [8] { $day } de agosto de { $year }
        [9] { $day } de septiembre de { $year }
        [10] { $day } de octubre de { $year }
        [11] { $day } de noviembre de { $year }
       *[other] { $day } de diciembre de { $year }
    }

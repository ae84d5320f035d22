### Mails.

recording-ready-subject = Grabación disponible: { $room }
recording-ready = La grabación de una reunión de su sala «{ $room }» está lista.
see-recordings = Ver las grabaciones de la sala
see-recordings-detail = El portal le pedirá que se identifique.
automatic = { $service } envía este mensaje automáticamente. No responda a él.

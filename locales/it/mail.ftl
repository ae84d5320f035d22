### Mails.

recording-ready-subject = Registrazione disponibile: { $room }
recording-ready = La registrazione di una riunione della sua sala «{ $room }» è pronta.
see-recordings = Vedi le registrazioni della sala
see-recordings-detail = Il portale le chiederà di identificarsi.
automatic = { $service } invia questo messaggio automaticamente. Non risponda.

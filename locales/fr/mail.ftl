### Mails.

# $room (String) The name of a room.
recording-ready-subject = Enregistrement disponible : { $room }
# $room (String) The name of a room.
recording-ready = L'enregistrement d'une réunion de votre salle « { $room } » est prêt.
see-recordings = Voir les enregistrements de la salle
see-recordings-detail = Le portail vous demandera de vous identifier.
# $service (String) The name of the service.
automatic = { $service } envoie ce message automatiquement. N'y répondez pas.

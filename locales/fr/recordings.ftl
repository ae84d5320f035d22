### The texts of the recordings of a room.

title = Enregistrements
not-shown = Les enregistrements n'ont pas pu être affichés.
none-yet = Cette salle n'a pas encore d'enregistrement.
none-yet-detail = Un enregistrement apparaît ici quelque temps après la fin de la réunion. Pour enregistrer vos réunions, autorisez-le dans les options de la salle.
room-options = Options de la salle
incomplete = Tous les enregistrements ne sont pas affichés
incomplete-detail = Cette salle en a trop. Supprimez ceux dont vous n'avez plus besoin : les autres apparaîtront à leur place.

## A recording.

under-a-minute = Moins d'une minute
processing = En préparation
processing-detail = Vous pourrez le lire dès qu'il sera prêt.
unpublished = Non publié
# $date (String)
expires = Sera supprimé automatiquement le { $date }
play-presentation = Lire la présentation
play-video = Lire la vidéo
play-podcast = Écouter le son
play-notes = Lire les notes
play-screenshare = Lire le partage d'écran
play-other = Lire
# $recording (String)
of-recording = « { $recording } » (nouvelle fenêtre)
download = Télécharger
copy-link = Copier le lien
the-link = le lien
# $recording (String)
to = vers « { $recording } »
published = Publié : le lien permet de le lire
protected = Protégé : chaque lien ne sert qu'une fois
# $recording (String)
of = « { $recording } »

## What is done with it.

rename = Renommer
new-name = Nouveau nom
name-missing = Saisissez un nom.
# $recording (String)
renamed = L'enregistrement s'appelle maintenant « { $recording } ».
rename-refused = L'enregistrement n'a pas été renommé.
change-refused = Votre changement n'a pas été enregistré.
# $recording (String)
deleted-now = L'enregistrement « { $recording } » est supprimé. Vous pouvez annuler pendant 10 minutes.
# $recording (String)
restored = L'enregistrement « { $recording } » est de retour.
delete-refused = L'enregistrement n'a pas été supprimé.

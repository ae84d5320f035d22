### The texts of the files of a room.

title = Fichiers
not-shown = Les fichiers n'ont pas pu être affichés.
what-files-do = Chaque réunion de la salle reçoit ces fichiers dès qu'elle commence.
none-yet = Cette salle n'a pas encore de fichier.
# $limit (Number)
limit =
    { $limit ->
        [1] Une salle a un fichier au plus. Pour en ajouter un autre, supprimez-le.
       *[other] Une salle a { $limit } fichiers au plus. Pour en ajouter un autre, supprimez-en un.
    }

## Adding.

add = Ajouter un fichier
# $size (String) A size with its unit.
add-detail = PDF, présentations, documents, feuilles de calcul et images, { $size } au plus par fichier.
# $file (String)
upload-begun = L'envoi de « { $file } » commence.
# $file (String)
upload-done = Le fichier « { $file } » est ajouté.
# $percent (Number)
sending = Envoi : { $percent } %
queued = En attente de l'envoi précédent
# $percent (Number)
cut = La connexion est coupée à { $percent } %. L'envoi reprendra tout seul.
resume = Reprendre
cancel = Annuler l'envoi
# $file (String)
cancelled = L'envoi de « { $file } » est annulé.
dismiss = Retirer de la liste
not-sent = Le fichier n'a pas été ajouté.
# $percent (Number)
unfinished = Envoi inachevé ({ $percent } %), commencé sur une autre page. Supprimez-le s'il ne continue pas.

## A file.

# $file (String)
of = « { $file } »
downloadable = Téléchargeable par les participants
first = Affiché en premier
up = Monter
down = Descendre
# $file (String)
# $place (Number)
moved = « { $file } » est maintenant le fichier n° { $place }.
present = Ajouter à la réunion en cours
# $file (String)
presented = « { $file } » est transmis à la réunion en cours.
not-presented = Le fichier n'a pas été ajouté à la réunion.
download = Télécharger
rename = Renommer
new-name = Nouveau nom
name-missing = Saisissez un nom.
# $file (String)
renamed = Le fichier s'appelle maintenant « { $file } ».
rename-refused = Le fichier n'a pas été renommé.
change-refused = Votre changement n'a pas été enregistré.
# $file (String)
deleted-now = Le fichier « { $file } » est supprimé. Vous pouvez annuler pendant 10 minutes.
# $file (String)
restored = Le fichier « { $file } » est de retour.
delete-refused = Le fichier n'a pas été supprimé.

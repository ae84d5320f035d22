### The form of a room.

## The form.

create-permanent-room = Créer une salle permanente
edit-room-title = Modifier la salle
room-name = Nom de la salle
create-room = Créer la salle
creating-room = Création de la salle…
save = Enregistrer
# $room (String)
room-created = La salle « { $room } » est créée.
room-saved = La salle est enregistrée.
given-up = Vos modifications n'ont pas été enregistrées.
room-not-created = La salle n'a pas été créée.
room-not-saved = La salle n'a pas été enregistrée.
room-not-shown = La salle ne peut pas être affichée.

## What is wrong with a field.

name-missing = Saisissez le nom de la salle.
address-unusable = Saisissez une adresse complète qui commence par https://, ou laissez ce champ vide.
invisible-character = Ce texte contient un caractère invisible : effacez-le et saisissez-le au clavier.
# $characters (Number)
too-long =
    { $characters ->
        [one] Ce texte est trop long : raccourcissez-le à { $characters } caractère.
       *[other] Ce texte est trop long : raccourcissez-le à { $characters } caractères.
    }
# $least (Number)
# $most (Number)
number-hint = Un nombre de { $least } à { $most }, ou rien pour ne pas limiter.
# $least (Number)
# $most (Number)
number-refused = Saisissez un nombre de { $least } à { $most }, ou laissez ce champ vide.

## The options.

welcoming = Accueil des participants
welcome = Message de bienvenue
welcome-hint = Tous le lisent en arrivant.
max-participants = Nombre maximum de participants
minutes = Durée maximum, en minutes
waiting-room = Salle d'attente : un modérateur fait entrer chaque participant
authenticated-bypass = Les personnes qui viennent par le lien authentifié entrent sans attendre
interactions = Interactions
mute-on-start = Couper les micros à l'arrivée
microphones = Les participants peuvent activer leur micro
cameras = Les participants peuvent activer leur caméra
cameras-for-moderators-only = Seuls les modérateurs voient les caméras des participants
private-chat = Discussion privée entre participants
public-chat = Discussion publique
shared-notes = Notes partagées
recording = Enregistrement
manual-recording = Les modérateurs peuvent lancer et arrêter l'enregistrement
automatic-recording = Enregistrer dès le début de la réunion
advanced = Paramètres avancés
moderators-message = Message aux modérateurs
moderators-message-hint = Seuls les modérateurs le lisent, dans les détails de la session.
logout-url = Adresse de sortie
logout-url-hint = La page qui s'ouvre quand on quitte la réunion, en https://. Sans adresse, c'est l'accueil de ce portail.

## Renewing.

renewals = Renouveler un accès
renewals-detail = L'ancien n'ouvre plus rien, les autres ne changent pas.
renew = Renouveler
renewed = C'est fait. Voici le nouveau :
not-renewed = Rien n'a été renouvelé.
renew-link-sure = Les personnes qui ont l'ancien lien ne pourront plus entrer.
renew-code-sure = Les personnes qui ont l'ancien code ne pourront plus entrer avec lui.
renew-pin-sure = L'ancien PIN ne servira plus pour les prochaines réunions ; celle qui serait en cours le garde.

## A meeting that runs.

saved-for-next-meeting = La salle est enregistrée. La réunion en cours garde les réglages avec lesquels elle a été lancée.
meeting-keeps-options = La salle est enregistrée, et une réunion est en cours.
meeting-keeps-options-detail = Cette réunion garde les réglages avec lesquels elle a été lancée ; les nouveaux vaudront pour la prochaine. Si vous la terminez, tous les participants en sortent et vous pouvez la relancer aussitôt.
end-meeting = Terminer la réunion pour tous
leave-meeting = Laisser la réunion se poursuivre
meeting-not-ended = La réunion n'a pas été terminée.

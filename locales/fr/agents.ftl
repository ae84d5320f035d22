### The texts of the rooms and their invitations.

## The rooms.

rooms = Mes salles de réunion
create-permanent-room = Créer une salle permanente
# $places (Number)
places-left =
    { $places ->
        [1] Vous pouvez encore créer une salle.
       *[other] Vous pouvez encore créer { $places } salles.
    }
create-first-room = Créer ma première salle
no-room-yet = Vous n'avez pas encore de salle permanente
what-a-room-is = Une salle permanente vous appartient et reste ouverte d'une réunion à l'autre : son code de connexion et ses liens d'invitation ne changent pas. Créez-la une fois, puis invitez qui vous voulez, quand vous voulez.
rooms-missing = Une partie de vos salles n'a pas pu être chargée.
search-rooms = Rechercher une salle
# $query (String)
no-room-found = Aucune salle ne correspond à « { $query } ».
# $found (Number)
rooms-found =
    { $found ->
        [one] { $found } salle trouvée
       *[other] { $found } salles trouvées
    }
clear-search = Effacer la recherche
sort-by = Trier par :
by-date = Date
by-name = Alphabétique
by-favourites = Favoris
newest-first = de la plus récente à la plus ancienne
oldest-first = de la plus ancienne à la plus récente
from-a-to-z = de A à Z
from-z-to-a = de Z à A
favourites-first = favoris en premier
favourites-last = favoris en dernier
order-refused = Votre tri n'a pas été enregistré.
# $room (String)
favourite = Favori : { $room }
favourite-refused = Le changement de favori n'a pas été enregistré.
# $when (String)
met = Dernière réunion : { $when }
# $when (String)
never-met = Créée { $when }
# These seven stand in the two texts above.
today = aujourd’hui
yesterday = hier
day-before-yesterday = avant-hier
# $days (Number) Three or more.
days-ago = il y a { $days } jours
# $weeks (Number) Two or more.
weeks-ago = il y a { $weeks } semaines
# $months (Number) Two or more.
months-ago = il y a { $months } mois
# $years (Number) Two or more.
years-ago = il y a { $years } ans
# $people (Number)
running =
    { $people ->
        [one] En cours – { $people } personne
       *[other] En cours – { $people } personnes
    }
# $meetings (String) The next text.
# $participants (String) The text after that.
activity = En ce moment : { $meetings }, { $participants }
# $meetings (Number)
activity-meetings =
    { $meetings ->
        [one] { $meetings } réunion
       *[other] { $meetings } réunions
    }
# $participants (Number)
activity-participants =
    { $participants ->
        [one] { $participants } participant
       *[other] { $participants } participants
    }
# $name (String)
still-signed-in = Vous êtes toujours identifié sous le nom { $name }.
still-signed-in-detail = Pour entrer avec un autre compte, déconnectez-vous d'abord.
what-is-temporary = En un clic, sans créer de salle. Vous inviterez depuis la réunion ; elle est oubliée dès qu'elle se termine.
open-temporary = Ouvrir une nouvelle réunion temporaire
temporary-short = Réunion temporaire
enter-code-short = Saisir un code
in-new-window = (nouvelle fenêtre)
launch = Lancer
# $room (String)
launch-detail = « { $room } » (nouvelle fenêtre)
launching = Ouverture de la réunion…
launch-failed = La réunion n'a pas été lancée.
window-blocked = La réunion est lancée, mais sa fenêtre n'a pas pu s'ouvrir.
open-meeting = Ouvrir la réunion
invite = Inviter
# $room (String)
invite-detail = des participants à « { $room } »
edit = Modifier
# $room (String)
edit-room = Modifier « { $room } »
new-recording = Nouvel enregistrement
recordings = Enregistrements
# $room (String)
recordings-of = Enregistrements de « { $room } »
files = Fichiers
# $room (String) The name of a room.
files-of = Fichiers de « { $room } »
delegates = Délégués
# $room (String)
delegates-of = Délégués de « { $room } »
# $owner (String)
owned-by = Propriétaire : { $owner }
leave = Ne plus être délégué
# $room (String)
leave-room = Ne plus être délégué de « { $room } »
leave-sure = Vous ne verrez plus cette salle.
# $owner (String)
leave-detail = Pour la retrouver, il faudra que { $owner } vous désigne de nouveau.
leave-refused = Vous êtes encore délégué de cette salle.
# $room (String)
left = Vous n'êtes plus délégué de « { $room } ».
# $owner (String)
handover-offered = { $owner } vous cède cette salle, si vous acceptez.
handover-detail = Ses liens, son code et son PIN ne changent pas. L'ancien propriétaire en devient délégué.
accept = Accepter
decline = Refuser
handover-refused = Votre réponse n'a pas été enregistrée.
# $room (String)
handed-over = La salle « { $room } » vous appartient.
# $room (String)
declined = Vous restez délégué de « { $room } ».
# $delegates (Number)
delegates-lose =
    { $delegates ->
        [1] Son délégué ne la voit plus.
       *[other] Ses { $delegates } délégués ne la voient plus.
    }
delete = Supprimer
# $room (String)
delete-room = Supprimer « { $room } »
delete-refused = La salle n'a pas été supprimée.
meeting-runs = Une réunion est en cours dans cette salle.
meeting-runs-detail = Si vous la supprimez, ses liens, son code et son PIN ne mènent plus à rien ; les personnes déjà présentes restent dans la réunion.
delete-anyway = Supprimer quand même
keep-room = Conserver la salle
# $room (String)
room-deleted-now = La salle « { $room } » est supprimée. Vous pouvez annuler pendant 10 minutes.
undo = Annuler
# $room (String)
restore-detail = la suppression de « { $room } »
# $room (String)
room-restored = La salle « { $room } » est de retour.
restore-refused = La suppression n'a pas été annulée.

## The invitation.

send-invitation = Envoyer une invitation complète
invitation-title = Invitez des participants à votre réunion en leur envoyant, au choix :
no-invitation = Les données d'invitation ne peuvent pas être affichées.
# $room (String)
room-is = Salle « { $room } »
room-history = Historique des réunions
new = Nouveau
# $provider (String)
authenticated-link = Le lien authentifié via { $provider }
# $account (String)
authenticated-reminder = Les personnes invitées avec ce lien doivent posséder un compte { $account } afin de pouvoir s'authentifier avant d'accéder à la session. Choisissez cette option si vous souhaitez sécuriser l'accès à votre réunion.
moderator-rights = Connaître les droits « Modérateur »
attendee-rights = Connaître les droits « Participant »
pin-in-meeting = Par téléphone, le PIN change à chaque réunion : il est donné ici, et dans les détails de la session, tant que la réunion est en cours.
pin-of-meeting = Le PIN ne vaut que pour la réunion en cours.
temporary-elsewhere = Pour inviter à une réunion temporaire :
temporary-meeting = Ouvrir une réunion temporaire

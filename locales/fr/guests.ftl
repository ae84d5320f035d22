### The texts of visitors and guests.

## Home, signed out.

visitor-title = Vos réunions en visioconférence
organise = Organiser des réunions
# $provider (String)
organise-with = Identifiez-vous avec { $provider } pour créer vos salles permanentes, lancer vos réunions et y inviter des participants.
# $provider (String)
sign-in-with = S'identifier avec { $provider }
take-part-by-link = Vous avez reçu un lien d'invitation ? Ouvrez-le : il n'est pas nécessaire de s'identifier ici.
sign-in-to-see = Identifiez-vous pour accéder à cette page.
how-to-sign-in = Comment s'identifier
not-signed-in = Vous n'avez pas été identifié.
signed-out-here = Vous êtes déconnecté de ce portail dans ce navigateur.
# $provider (String)
sign-out-incomplete = Le reste de la déconnexion n'a pas abouti : vous êtes peut-être encore identifié auprès de { $provider }. Si d'autres personnes se servent de cette machine, fermez toutes les fenêtres du navigateur.

## Joining with a link.

join-a-meeting = Rejoindre une réunion
joins-as-moderator = Vous rejoignez cette réunion avec les droits de modérateur.
joins-as-attendee = Vous rejoignez cette réunion avec les droits de participant.
joins-as-owner = Cette salle est la vôtre : vous y entrez comme modérateur.
# $name (String)
joins-under = Vous entrez sous ce nom : { $name }.
is-it-your-room = Cette salle est la vôtre ?
sign-in-as-owner = Identifiez-vous pour y entrer comme modérateur
authenticated-title = Identifiez-vous pour entrer dans la réunion
# $provider (String)
authenticated-detail = Ce lien est réservé aux personnes qui ont un compte { $provider }. Votre nom dans la réunion sera celui de ce compte.
change-account = Ce n'est pas vous ? Se déconnecter
name-suffix = Complément à votre nom (facultatif), par exemple votre classe
forget-name = Oublier mon nom sur cet appareil
your-name = Votre nom
name-missing = Saisissez le nom sous lequel les autres vous verront.
name-invisible-character = Ce nom contient un caractère invisible : effacez-le et saisissez-le au clavier.
# $characters (Number)
name-too-long =
    { $characters ->
        [one] Ce nom est trop long : raccourcissez-le à { $characters } caractère.
       *[other] Ce nom est trop long : raccourcissez-le à { $characters } caractères.
    }
join = Rejoindre
joining = Ouverture de la réunion…
not-joined = Vous n'êtes pas entré dans la réunion.
not-started = La réunion n'a pas encore commencé.
not-started-detail = Un modérateur doit d'abord la lancer. Réessayez dans quelques instants.
authenticated-not-open = Cette entrée n'est pas ouverte
link-unusable = Ce lien n'est pas valable
link-incomplete = La fin de ce lien s'est perdue
link-incomplete-detail = Tout ce qui suit le signe « # » manque, et c'est ce qui mène à la réunion. Ouvrez le lien depuis le message d'origine, ou demandez à la personne qui vous invite le code de connexion de la réunion, que vous saisirez sur la page d'accueil.
link-renewed = Ce lien a été renouvelé
room-deleted = Cette salle a été supprimée
meeting-over = Cette réunion est terminée

## Waiting.

# $name (String)
waiting-hello = Bonjour { $name }, vous pourrez bientôt entrer
waiting-detail = La réunion n'a pas encore commencé. Vous entrerez dès qu'un modérateur l'aura lancée, sans rien faire.
waiting-late = Le serveur de visioconférence tarde à répondre : votre navigateur est toujours en route. Vous pouvez attendre encore, ou réessayer.
waiting-missed = La réunion vient de se terminer. Si elle reprend, vous entrerez sans rien faire.
waiting-again = La réunion a peut-être commencé : un nouvel essai est fait toutes les quelques secondes.
waiting-keep-open = Gardez cette page ouverte.
waiting-forgotten = Ouvrez de nouveau votre lien d'invitation
waiting-forgotten-detail = Cette page d'attente appartient à l'onglet dans lequel vous avez donné votre nom : son adresse ne suffit pas pour entrer.

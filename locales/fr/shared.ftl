### The texts that several features share.

## What several places say.

retry = Réessayer
reload = Recharger
take-up = Reprendre la saisie
cancel = Annuler
# $characters (Number)
at-most = { $characters } caractères au maximum
# $limit (Number)
room-limit =
    { $limit ->
        [1] Vous avez la seule salle permise : supprimez-la pour en créer une autre.
       *[other] Vous avez atteint la limite de { $limit } salles : supprimez-en une pour en créer une autre.
    }
room-limit-reached = Vous avez atteint le nombre de salles permis.

no-such-room = Cette adresse n'est pas celle d'une salle

## The frame around every page.

quick-access = Accès rapide
skip-to-content = Aller au contenu
# $service (String)
home-of = Accueil – { $service }
menu = Menu
tools = Outils
access = Modalités d'accès
documentation = Documentation
sign-in = S'identifier
signed-out = Vous êtes déconnecté. La page suivante arrive…
sign-out = Se déconnecter
not-signed-out = Vous êtes encore identifié.
choose-language = Choisir la langue
language-not-loaded = Cette langue n'a pas pu être chargée. Vérifiez votre connexion à internet, puis choisissez-la de nouveau ; si cela persiste, rechargez la page.
notices = Avis
new-version = Une nouvelle version est disponible.
professional-network = L'accès à la visioconférence dépend des politiques de sécurité de votre ministère. Si l'audio ou la vidéo ne fonctionne pas, veuillez réessayer en vous déconnectant de votre réseau internet professionnel RIE.
offline = Vous êtes hors connexion : ce que vous faites ici ne peut pas être enregistré.
footer-links = Pied de page
scheme = Affichage :
scheme-of-system = Comme le système
scheme-light = Clair
scheme-dark = Sombre
source-code = Code source
accessibility = Accessibilité
shortcuts = Raccourcis clavier
legal-notice = Mentions légales
personal-data = Données personnelles et cookies
terms-of-use = Conditions générales d'utilisation
contact = Contact

## The connection code.

enter-code = Saisir le code de connexion de votre réunion
first-digits = Trois premiers chiffres
middle-digits = Trois chiffres du milieu
last-digits = Trois derniers chiffres
code-has-letters = Le code ne comporte que des chiffres : effacez le reste.
# $digits (Number) 10 or more.
code-too-long = Il y a { $digits } chiffres, le code en a 9 : effacez ceux qui sont en trop.
code-working = Vérification de votre navigateur, quelques secondes ou quelques minutes…
code-refused = Le code n'a pas été accepté.
connect = Connexion

## What goes wrong.

meeting-not-entered = Vous n'êtes pas entré dans la réunion
meeting-full = Elle a atteint son nombre maximal de participants. Réessayez dans quelques minutes, ou prévenez la personne qui vous a invité.
meeting-not-running = Elle est terminée, ou n'a pas encore recommencé. Rejoignez-la de nouveau pour attendre qu'elle commence.
meeting-not-let-in = Un modérateur ne vous a pas laissé entrer. Rejoignez-la de nouveau pour le lui redemander, ou prévenez la personne qui vous a invité.
meeting-failed = Le serveur de visioconférence n'a pas pu vous faire entrer. Réessayez ; si cela persiste, prévenez la personne qui vous a invité.
go-back = Revenir en arrière
page-not-found = Page introuvable
page-not-found-detail = Il n'y a pas de page à cette adresse. Vérifiez que vous l'avez recopiée en entier.
back-home = Revenir à l'accueil
service-unavailable = Le service est momentanément indisponible
rooms-of-last-visit = Vos salles à votre dernière visite
rooms-of-last-visit-detail = Seuls leurs noms sont gardés sur cet appareil : un jour, ou jusqu'à ce que vous vous déconnectiez. Elles seront de nouveau là dès que le service répondra.
page-not-shown = Cette page ne peut pas être affichée.
page-not-arrived = Cette page n'est pas arrivée
page-not-arrived-detail = Vérifiez votre connexion à internet, puis réessayez. Si cela persiste, une nouvelle version est peut-être disponible : rechargez.
unreachable = Le service ne répond pas. Vérifiez votre connexion à internet, puis réessayez.
too-slow = Le service met trop de temps à répondre. Réessayez dans quelques instants ; votre connexion est peut-être lente.
unexpected = Le service a donné une réponse inattendue. Réessayez dans quelques instants ; si cela persiste, rechargez la page.

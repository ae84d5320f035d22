### The pages of help: rights, keyboard shortcuts, accessibility.

## The rights of each role.

rights = Droits des modérateurs et des participants
rights-of-moderators = Modérateurs
who-is-moderator = Sont modérateurs le propriétaire de la salle et toute personne qui entre avec le code de connexion ou le lien modérateur.
moderator-starts = Lancer la réunion, et la terminer pour tous.
moderator-leads = Couper les micros, donner ou retirer des droits, faire entrer les personnes qui attendent, exclure.
moderator-shows = Présenter des documents, partager l'écran, lancer des sondages et des groupes de travail, enregistrer si la salle le permet.
moderator-invites = Voir les détails de la session et les transmettre : code, liens et téléphone.
rights-of-attendees = Participants
who-is-attendee = Sont participants les personnes qui entrent avec le lien participant, le lien authentifié ou par téléphone.
attendee-waits = Entrer dès qu'un modérateur a lancé la réunion.
attendee-speaks = Prendre la parole, activer la caméra et écrire dans la discussion, si la salle le permet.
attendee-reacts = Lever la main, réagir, répondre aux sondages.
attendee-sees-no-invitation = Les participants ne voient ni le code ni les liens de la réunion.

## What keys do.

shortcuts-detail = Une touche suffit, hors des champs de saisie et des fenêtres, une fois que vous vous êtes identifié.
shortcuts-on = Utiliser les raccourcis sur cet appareil
shortcut-search = Rechercher une salle, sur la page de vos salles
shortcut-code = Saisir un code de connexion, sur la page de vos salles
shortcut-new-room = Créer une salle permanente
shortcut-list = Afficher cette liste
key-escape = Fermer une fenêtre ou une bulle d'aide
key-tab = Aller à l'élément suivant ; avec Maj, au précédent

## How accessible the portal is.

accessibility-aim = Ce portail vise le niveau AA des règles WCAG 2.2, et le RGAA 4.1, qui repose sur WCAG 2.1. Faute d'audit, il ne déclare pas encore de niveau de conformité.
accessibility-tested = Ce qui est vérifié à chaque version
tested-by-rules = Les règles d'axe-core, contraste compris, sur chaque écran, ses fenêtres et ses messages d'erreur, dans toutes les langues et les deux schémas.
tested-by-keyboard = L'invitation d'un bout à l'autre au clavier seul : le focus se voit, entre dans les fenêtres et revient d'où il est parti.
tested-small = Les mêmes à 320 pixels de large, soit un agrandissement de 400 %, et avec un texte espacé : sans défilement horizontal ni texte coupé.
tested-colours = Les mêmes quand le système impose ses couleurs, dont le contraste est alors le sien.
tested-languages = Le titre de chaque page, les annonces, et la langue déclarée quand on en change.
tested-browsers = L'invitation d'un bout à l'autre dans Chromium, Firefox et WebKit.
accessibility-untested = Ce qui n'a pas encore été vérifié
untested-audit = Un audit du RGAA par un tiers.
untested-readers = L'usage avec les lecteurs d'écran NVDA, JAWS et VoiceOver par des personnes qui s'en servent chaque jour.
untested-conference = La conférence elle-même, qui est un autre logiciel et a sa propre déclaration.
accessibility-trouble = Une difficulté ?
accessibility-trouble-detail = Dites à ceux qui tiennent ce service sur quelle page et avec quels outils, pour qu'elle soit corrigée. Si vous n'obtenez pas de réponse satisfaisante, vous pouvez saisir le Défenseur des droits.

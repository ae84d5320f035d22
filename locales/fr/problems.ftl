### What the backend refuses, by the kind of problem.

malformed = Le service n'a pas compris la demande. Rechargez la page, puis réessayez.
sign-in-expired = Cette identification n'est plus valable. Identifiez-vous à nouveau.
sign-in-required = Vous n'êtes plus identifié. Identifiez-vous à nouveau pour continuer.
sign-in-refused = Votre fournisseur d'identité a refusé l'identification. Réessayez, ou adressez-vous à lui.
origin-refused = Le service n'accepte pas de demande venant de cette adresse. Ouvrez le portail à son adresse habituelle.
not-found = Le service ne connaît pas cette demande. Rechargez la page : une nouvelle version est peut-être disponible.
room-not-found = Cette salle n'existe pas ou n'est pas à vous. Revenez à la liste de vos salles.
recording-not-found = Cet enregistrement n'existe plus sur le serveur de visioconférence. Actualisez la liste des enregistrements.
account-unknown = Identifiez-vous une première fois sur le portail.
file-not-found = Ce fichier n'existe plus dans cette salle. Actualisez la liste des fichiers.
file-limit = Cette salle a déjà autant de fichiers que possible. Supprimez-en un avant d'en ajouter un autre ; un fichier supprimé compte encore une dizaine de minutes.
upload-offset = Le service a reçu une autre partie de ce fichier. Reprenez l'envoi.
meeting-not-running = Aucune réunion n'est en cours dans cette salle. Les fichiers seront donnés à la prochaine.
# $megabytes (Number)
file-too-large = Ce fichier est trop gros : { $megabytes } Mo au plus. Réduisez-le, par exemple en compressant ses images.
file-type-refused = Ce fichier n'est pas d'un type accepté, ou son contenu n'est pas celui que son nom annonce. Choisissez un PDF, une présentation, un document, une feuille de calcul ou une image.
owner-only = Seul le propriétaire de la salle peut faire cela. Adressez-vous à lui.
delegate-not-found = Cette personne n'est plus déléguée de cette salle. Actualisez la liste des délégués.
delegate-limit = Cette salle a déjà autant de délégués que possible. Retirez-en un avant d'en ajouter un autre.
delegate-inactive = Cette personne n'a pas encore ouvert le portail. Vous pourrez lui céder la salle dès qu'elle l'aura fait.
handover-not-offered = Le propriétaire ne vous propose plus cette salle. Adressez-vous à lui.
link-unknown = Ce lien ne mène à aucune réunion. Vérifiez que vous l'avez copié en entier, ou demandez-le de nouveau à la personne qui vous invite.
attendee-sign-in-required = Ce lien demande de s'identifier. Ouvrez-le de nouveau et identifiez-vous.
code-unknown = Ce code n'ouvre aucune réunion. Vérifiez-le, ou demandez-le de nouveau à la personne qui vous invite.
ticket-unknown = Cette attente a expiré. Ouvrez de nouveau votre lien d'invitation.
proof-required = Votre navigateur n'a pas pu faire la vérification demandée. Réessayez, identifiez-vous, ou demandez un lien d'invitation.
# $later (String) One of the texts of the next group.
too-many-codes = Trop de codes erronés ont été saisis depuis votre réseau. Réessayez { $later }, identifiez-vous, ou demandez un lien d'invitation.
# $later (String) One of the texts of the next group.
codes-suspended = Trop de codes erronés ont été saisis sur ce service : il n'en accepte pour l'instant que des appareils qu'il connaît. Identifiez-vous, demandez un lien d'invitation, ou réessayez { $later }.
too-many-meetings = Vous avez déjà ouvert beaucoup de réunions temporaires. Terminez-en une, ou réessayez dans une dizaine de minutes.
daily-limit = Vous avez atteint la limite de créations ou de renouvellements d'une journée. Réessayez demain.
pin-taken = Le PIN de cette salle sert déjà à une autre réunion. Son propriétaire peut le renouveler dans les paramètres avancés de la salle.
meeting-over = C'était une réunion temporaire : ce lien ne mène plus à rien. Adressez-vous à la personne qui vous a invité.
link-renewed = Le propriétaire de la salle a remplacé ce lien par un nouveau. Demandez-le à la personne qui vous invite.
room-deleted = Son propriétaire l'a supprimée : ce lien ne mène plus à aucune réunion. Adressez-vous à la personne qui vous invite.
room-id-malformed = L'adresse de la salle est incomplète ou mal recopiée. Ouvrez la salle depuis la liste de vos salles.
meeting-running = Une réunion est en cours dans cette salle.
deleted-by-you = Vous avez supprimé cette salle. Dans les 10 minutes qui suivent, « Annuler » la fait revenir dans la liste de vos salles.
restoration-over = Les 10 minutes sont passées : la salle est supprimée pour de bon. Créez-en une nouvelle.
conference-slow = Le serveur de visioconférence met trop de temps à répondre. Réessayez dans quelques instants.
idempotency-key-reused = Cette demande a déjà été envoyée avec un autre contenu. Rechargez la page, puis réessayez.
storage-full = Le service n'a plus de place pour enregistrer : rien n'a été changé. Gardez cette page ouverte et réessayez plus tard ; si cela persiste, prévenez votre assistance.
too-large = Ce que vous avez saisi est trop long. Raccourcissez-le.
invalid = Le service a refusé ce que vous avez saisi. Corrigez-le.
internal = Le service a rencontré une erreur. Réessayez dans quelques instants.
protection-unavailable = Le serveur de visioconférence ne permet pas de protéger les enregistrements.
entrance-unavailable = Ce service ne permet pas d'entrer avec un lien authentifié. Demandez un lien participant à la personne qui vous invite.
conference-refused = Le serveur de visioconférence a refusé la demande. Réessayez dans quelques instants.
conference-unreachable = Le serveur de visioconférence ne répond pas. Réessayez dans quelques instants.
provider-unreachable = Le fournisseur d'identité ne répond pas. Réessayez dans quelques instants.
provider-unusable = Le fournisseur d'identité et ce service ne se comprennent pas : réessayer n'y changera rien. Signalez-le à l'assistance de ce service.
unavailable = Le service est momentanément indisponible. Réessayez dans quelques instants.

## In how long.

later = plus tard
# $minutes (Number)
in-minutes =
    { $minutes ->
        [1] dans une minute
       *[other] dans { $minutes } minutes
    }
# $hours (Number)
in-hours =
    { $hours ->
        [1] dans une heure
       *[other] dans { $hours } heures
    }

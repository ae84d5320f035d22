### The session's details.

unreachable = Le service ne répond pas. Vérifiez votre connexion à internet : un nouvel essai a lieu toutes les quelques secondes.
refused = L'autorisation de voir ces données n'est plus valable, ou n'est pas celle de cette réunion. Rechargez la page de la réunion.
moderators-only = Seuls les modérateurs de la réunion voient ces données. Demandez à un modérateur de vous promouvoir.
over = Cette réunion est terminée : il n'y a plus personne à y inviter.
failed = Le service a rencontré une erreur. Un nouvel essai a lieu toutes les quelques secondes.
welcome = Message d'accueil
moderators-message = Message aux modérateurs
renewed = Les données d'invitation ont changé.

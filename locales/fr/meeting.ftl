### The moderators' message.

to-invite = Pour inviter à cette réunion
as-of-the-start = Ces données datent du début de la réunion.
with-moderator-rights = Avec droits modérateurs
with-restricted-rights = Avec droits restreints
# $code (String)
code = Code de connexion : { $code }
# $link (String)
moderator-link = Lien modérateur : { $link }
# $link (String)
attendee-link = Lien participant : { $link }
# $number (String)
# $pin (String)
telephone = Tél. : { $number } – PIN : { $pin } #
up-to-date = Voir les données à jour
temporary-meeting = Réunion temporaire
# $owner (String)
hidden-meeting = Réunion – { $owner }
add-presentations = Ajouter des fichiers à la salle

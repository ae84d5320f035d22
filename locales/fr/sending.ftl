### The words of the page that sends a whole invitation, and of the invitation itself.

## The page.

title = Envoyer une invitation
# $room (String)
room-is = Salle « { $room } »
not-shown = L'invitation n'a pas pu être affichée.
to-whom = À qui s'adresse-t-elle ?
to-attendees = À des participants
to-attendees-detail = Ils entrent par le lien, sans compte.
to-attendees-by-telephone = Ils entrent par le lien ou par téléphone, sans compte.
# $provider (String)
to-authenticated = À des participants qui s'identifient avec { $provider }
to-authenticated-detail = Ils entrent sous le nom de leur compte.
to-authenticated-no-telephone = Ils entrent sous le nom de leur compte. Le téléphone n'est pas proposé, car on n'y est pas identifié.
to-moderators = À des modérateurs
to-moderators-detail = Ils pourront lancer la réunion et y mettre fin, couper les micros, exclure des participants et inviter à leur tour.
when = Quand ?
# $zone (String)
when-detail = Facultatif. À l'heure de votre appareil : { $zone }.
date = Date
start = Heure de début
minutes = Durée, en minutes
date-and-time = Indiquez une date et une heure, ou ni l'une ni l'autre.
# $least (Number)
# $most (Number)
minutes-refused = Saisissez une durée de { $least } à { $most } minutes.
message = Le message
the-invitation = l'invitation
by-mail = Ouvrir dans la messagerie
mail-subject-shortened = Les messageries n'acceptent pas de message aussi long : l'objet y sera raccourci. Les liens y sont entiers. Pour tout envoyer, copiez l'invitation.
# $missing (String) The lines that are left out.
mail-shortened = Les messageries n'acceptent pas de message aussi long : il y manquera « { $missing } ». Les liens y sont entiers. Pour tout envoyer, copiez l'invitation.
# $missing (String) The lines that are left out.
mail-and-subject-shortened = Les messageries n'acceptent pas de message aussi long : l'objet y sera raccourci, et il y manquera « { $missing } ». Les liens y sont entiers. Pour tout envoyer, copiez l'invitation.
calendar = Télécharger pour l'agenda
calendar-needs-date = Pour l'agenda, indiquez une date et une heure.
share = Partager
not-shared = L'invitation n'a pas pu être partagée. Copiez-la plutôt.
print = Imprimer
qr = Le code QR du lien
# $room (String)
qr-image = Code QR du lien vers la salle « { $room } »
qr-download = Télécharger le code QR (SVG)
part-not-shown = Cette partie de la page ne peut pas être affichée.

## The invitation.

mail-note = (Ce message a été raccourci.)
# $room (String)
subject = Invitation à la réunion « { $room } »
# $when (String)
# $zone (String)
# $minutes (Number)
takes-place = { $when } ({ $zone }), durée : { $minutes } minutes
join-by = Rejoindre la réunion :
# $provider (String)
sign-in-with = Vous vous identifierez avec { $provider }.
as-moderator = Ce lien et ce code donnent les droits de modérateur : lancer la réunion et y mettre fin, couper les micros, exclure des participants, inviter. Ne les transmettez qu'à des personnes de confiance.
# $code (String)
or-by-code = Ou par le code de connexion : { $code }
# $address (String)
or-by-sip = Ou par un terminal de visioconférence : { $address }
by-telephone = Par téléphone :
# $pin (String)
then-pin = puis le PIN { $pin } #
# $number (String)
call = Appeler le { $number } avec le PIN

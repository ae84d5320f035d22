### The texts of the delegates of a room.

title = Délégués
not-shown = Les délégués n'ont pas pu être affichés.
what-delegates-do = Un délégué lance les réunions de la salle, en modifie les options et en gère les enregistrements. Il ne peut ni la supprimer, ni en renouveler les liens, ni désigner d'autres délégués.
nobody-yet = Cette salle n'a pas encore de délégué.
# $limit (Number)
limit =
    { $limit ->
        [0] Les salles de ce service n'ont pas de délégués.
        [1] Une salle a un délégué au plus. Pour en ajouter un autre, retirez-le.
       *[other] Une salle a { $limit } délégués au plus. Pour en ajouter un autre, retirez-en un.
    }

## Adding.

email = Adresse électronique de votre collègue
email-detail = Celle avec laquelle il s'identifie. Exemple : prenom.nom@exemple.fr
add = Ajouter
email-missing = Saisissez une adresse électronique.
not-an-email = Saisissez une seule adresse, en entier. Exemple : prenom.nom@exemple.fr
own-address = C'est votre adresse : saisissez celle d'un collègue.
# $delegate (String)
added = { $delegate } fait partie des délégués.
not-added = Le délégué n'a pas été ajouté.

## A delegate.

waiting = En attente : sera délégué dès qu'il aura ouvert le portail
# $delegate (String)
of = { $delegate }
# $delegate (String)
to = à { $delegate }
remove = Retirer
# $delegate (String)
removed = { $delegate } n'est plus délégué de cette salle.
# $delegate (String)
undo-detail = le retrait ({ $delegate })
not-removed = Le délégué n'a pas été retiré.
offer = Céder la salle
withdraw = Ne plus céder la salle
# $delegate (String)
offered = Vous proposez la salle à { $delegate }. Elle lui appartiendra dès que cette personne aura accepté ; vous en serez alors délégué. Les liens, le code et le PIN ne changent pas.
offer-refused = Votre proposition n'a pas été enregistrée.

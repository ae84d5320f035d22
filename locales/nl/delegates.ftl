### The texts of the delegates of a room.

title = Gemachtigden
not-shown = De gemachtigden konden niet worden getoond.
what-delegates-do = Een gemachtigde start de vergaderingen van de ruimte, wijzigt de opties en beheert de opnamen, maar kan de ruimte niet verwijderen, geen links vernieuwen en geen andere gemachtigden aanwijzen.
nobody-yet = Deze ruimte heeft nog geen gemachtigden.
limit =
    { $limit ->
        [0] Ruimtes van deze dienst hebben geen gemachtigden.
        [1] Een ruimte heeft hoogstens één gemachtigde. Verwijder die om een andere toe te voegen.
       *[other] Een ruimte heeft hoogstens { $limit } gemachtigden. Verwijder er een om een andere toe te voegen.
    }

## Adding.

email = E-mailadres van uw collega
email-detail = Het adres waarmee uw collega inlogt. Voorbeeld: voornaam.naam@voorbeeld.nl
add = Toevoegen
email-missing = Vul een e-mailadres in.
not-an-email = Vul één volledig adres in. Voorbeeld: voornaam.naam@voorbeeld.nl
own-address = Dit is uw eigen adres: vul dat van een collega in.
added = { $delegate } hoort bij de gemachtigden.
not-added = De gemachtigde is niet toegevoegd.

## A delegate.

waiting = In afwachting: geldt zodra deze persoon het portaal weer opent
of = { $delegate }
to = aan { $delegate }
remove = Verwijderen
removed = { $delegate } is geen gemachtigde van deze ruimte meer.
undo-detail = van { $delegate }
not-removed = De gemachtigde is niet verwijderd.
offer = Ruimte overdragen
withdraw = Ruimte niet overdragen
offered = U biedt de ruimte aan { $delegate } aan. Die wordt eigenaar na aanvaarding; u bent dan gemachtigde. Links, code en pincode blijven gelijk.
offer-refused = Uw aanbod is niet opgeslagen.

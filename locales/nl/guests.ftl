### The texts of visitors and guests.

## Home, signed out.

visitor-title = Uw videovergaderingen
organise = Vergaderingen organiseren
organise-with = Log in met { $provider } om uw vaste ruimtes te maken, uw vergaderingen te starten en er deelnemers voor uit te nodigen.
sign-in-with = Inloggen met { $provider }
take-part-by-link = Hebt u een uitnodigingslink gekregen? Open die link: u hoeft hier niet in te loggen.
sign-in-to-see = Log in om deze pagina te openen.
how-to-sign-in = Hoe u inlogt
not-signed-in = U bent niet ingelogd.
signed-out-here = U bent in deze browser uitgelogd van dit portaal.
sign-out-incomplete = Het uitloggen is niet helemaal gelukt: misschien bent u nog ingelogd bij { $provider }. Gebruiken anderen dit apparaat ook, sluit dan alle vensters van de browser.

## Joining with a link.

join-a-meeting = Deelnemen aan een vergadering
joins-as-moderator = U neemt aan deze vergadering deel met moderatorrechten.
joins-as-attendee = U neemt aan deze vergadering deel met deelnemersrechten.
joins-as-owner = Deze ruimte is van u: u neemt deel als moderator.
joins-under = U neemt deel onder deze naam: { $name }.
is-it-your-room = Is deze ruimte van u?
sign-in-as-owner = Log in om als moderator deel te nemen
authenticated-title = Log in om aan de vergadering deel te nemen
authenticated-detail = Deze link is alleen voor mensen met een account van { $provider }. Uw naam in de vergadering is de naam van dat account.
change-account = Bent u dit niet? Uitloggen
name-suffix = Toevoeging aan uw naam (niet verplicht), bijvoorbeeld uw klas
forget-name = Mijn naam vergeten op dit apparaat
your-name = Uw naam
name-missing = Vul de naam in waaronder de anderen u zien.
name-invisible-character = Deze naam bevat een onzichtbaar teken: wis de naam en typ hem in met het toetsenbord.
name-too-long =
    { $characters ->
        [one] Deze naam is te lang: kort hem in tot { $characters } teken.
       *[other] Deze naam is te lang: kort hem in tot { $characters } tekens.
    }
join = Deelnemen
joining = De vergadering wordt geopend…
not-joined = U neemt nog niet deel aan de vergadering.
not-started = De vergadering is nog niet begonnen.
not-started-detail = Een moderator moet de vergadering eerst starten. Probeer het straks opnieuw.
authenticated-not-open = Deze toegang is niet beschikbaar
link-unusable = Deze link is niet geldig
link-incomplete = Het einde van deze link ontbreekt
link-incomplete-detail = Alles na het teken ‘#’ ontbreekt, en juist dat leidt naar de vergadering. Open de link vanuit het oorspronkelijke bericht, of vraag de toegangscode van de vergadering aan de persoon die u uitnodigt. Die code vult u in op de startpagina.
link-renewed = Deze link is vernieuwd
room-deleted = Deze ruimte is verwijderd
meeting-over = Deze vergadering is afgelopen

## Waiting.

waiting-hello = Goedendag { $name }, u kunt zo dadelijk deelnemen
waiting-detail = De vergadering is nog niet begonnen. Zodra een moderator de vergadering start, neemt u vanzelf deel.
waiting-late = Het duurt lang voordat de vergaderserver antwoordt: uw browser is nog onderweg. U kunt nog wachten of het opnieuw proberen.
waiting-missed = De vergadering is net afgelopen. Als ze weer begint, neemt u vanzelf deel.
waiting-again = Misschien is de vergadering al begonnen: om de paar seconden volgt een nieuwe poging.
waiting-keep-open = Houd deze pagina open.
waiting-forgotten = Open uw uitnodigingslink opnieuw
waiting-forgotten-detail = Deze wachtpagina hoort bij het tabblad waarin u uw naam hebt opgegeven: het adres alleen is niet genoeg om deel te nemen.

### The words of the page that sends a whole invitation, and of the invitation itself.

## The page.

title = Uitnodiging sturen
room-is = Ruimte ‘{ $room }’
not-shown = De uitnodiging kon niet worden getoond.
to-whom = Voor wie is de uitnodiging?
to-attendees = Voor deelnemers
to-attendees-detail = Zij nemen deel via de link, zonder account.
to-attendees-by-telephone = Zij nemen deel via de link of per telefoon, zonder account.
to-authenticated = Voor deelnemers die inloggen met { $provider }
to-authenticated-detail = Zij nemen deel onder de naam van hun account.
to-authenticated-no-telephone = Zij nemen deel onder de naam van hun account. Per telefoon kan niet, omdat niemand daar kan inloggen.
to-moderators = Voor moderators
to-moderators-detail = Zij kunnen de vergadering starten en beëindigen, microfoons uitzetten, deelnemers verwijderen en zelf uitnodigen.
when = Wanneer?
when-detail = Niet verplicht. Volgens de tijd van uw apparaat: { $zone }.
date = Datum
start = Begintijd
minutes = Duur, in minuten
date-and-time = Vul een datum en een tijd in, of geen van beide.
minutes-refused = Vul een duur van { $least } tot en met { $most } minuten in.
message = Het bericht
the-invitation = de uitnodiging
by-mail = Openen in mailprogramma
mail-subject-shortened = Mailprogramma's nemen zo'n lang bericht niet aan: het onderwerp wordt ingekort. De links blijven volledig. Kopieer de uitnodiging om alles te sturen.
mail-shortened = Mailprogramma's nemen zo'n lang bericht niet aan: ‘{ $missing }’ valt weg. De links blijven volledig. Kopieer de uitnodiging om alles te sturen.
mail-and-subject-shortened = Mailprogramma's nemen zo'n lang bericht niet aan: het onderwerp wordt ingekort en ‘{ $missing }’ valt weg. De links blijven volledig. Kopieer de uitnodiging om alles te sturen.
calendar = Downloaden voor de agenda
calendar-needs-date = Vul voor de agenda een datum en een tijd in.
share = Delen
not-shared = Het delen van de uitnodiging is niet gelukt. U kunt de uitnodiging wel kopiëren.
print = Afdrukken
qr = QR-code van de link
qr-image = QR-code van de link naar de ruimte ‘{ $room }’
qr-download = QR-code downloaden (SVG)
part-not-shown = Dit deel van de pagina kan niet worden getoond.

## The invitation.

mail-note = (Dit bericht is ingekort.)
subject = Uitnodiging voor de vergadering ‘{ $room }’
takes-place = { $when } ({ $zone }), duur: { $minutes } minuten
join-by = Deelnemen aan de vergadering:
sign-in-with = U logt in met { $provider }.
as-moderator = Deze link en deze code geven moderatorrechten: de vergadering starten en beëindigen, microfoons uitzetten, deelnemers verwijderen, uitnodigen. Geef ze alleen door aan mensen die u vertrouwt.
or-by-code = Of met de toegangscode: { $code }
or-by-sip = Of met een videovergadersysteem: { $address }
by-telephone = Per telefoon:
then-pin = daarna de pincode { $pin } #
call = Bel { $number } met de pincode

### The words of the page that sends a whole invitation, and of the invitation itself.

## The page.

title = Invia un invito
room-is = Sala «{ $room }»
not-shown = Non è stato possibile visualizzare l'invito.
to-whom = A chi è rivolto?
to-attendees = A partecipanti
to-attendees-detail = Entrano con il link, senza account.
to-attendees-by-telephone = Entrano con il link o per telefono, senza account.
to-authenticated = A partecipanti che accedono con { $provider }
to-authenticated-detail = Entrano con il nome del loro account.
to-authenticated-no-telephone = Entrano con il nome del loro account. Il telefono non viene proposto, perché non permette di autenticarsi.
to-moderators = A moderatori
to-moderators-detail = Potranno avviare e terminare la riunione, disattivare i microfoni, espellere partecipanti e invitare a loro volta.
when = Quando?
when-detail = Facoltativo. All'ora del suo dispositivo: { $zone }.
date = Data
start = Ora di inizio
minutes = Durata, in minuti
date-and-time = Indichi una data e un'ora, oppure nessuna delle due.
minutes-refused = Inserisca una durata da { $least } a { $most } minuti.
message = Il messaggio
the-invitation = l'invito
by-mail = Apri nella posta elettronica
mail-subject-shortened = I programmi di posta non accettano messaggi così lunghi: l'oggetto verrà accorciato. I link sono completi. Per inviare tutto, copi l'invito.
mail-shortened = I programmi di posta non accettano messaggi così lunghi: mancherà «{ $missing }». I link sono completi. Per inviare tutto, copi l'invito.
mail-and-subject-shortened = I programmi di posta non accettano messaggi così lunghi: l'oggetto verrà accorciato e mancherà «{ $missing }». I link sono completi. Per inviare tutto, copi l'invito.
calendar = Scarica per il calendario
calendar-needs-date = Per il calendario, indichi una data e un'ora.
share = Condividi
not-shared = Non è stato possibile condividere l'invito. Può invece copiarlo.
print = Stampa
qr = Il codice QR del link
qr-image = Codice QR del link alla sala «{ $room }»
qr-download = Scarica il codice QR (SVG)
part-not-shown = Non è possibile visualizzare questa parte della pagina.

## The invitation.

mail-note = (Questo messaggio è stato accorciato.)
subject = Invito alla riunione «{ $room }»
takes-place = { $when } ({ $zone }), durata: { $minutes } minuti
join-by = Per partecipare alla riunione:
sign-in-with = Dovrà accedere con { $provider }.
as-moderator = Questo link e questo codice danno i diritti di moderatore: avviare e terminare la riunione, disattivare i microfoni, espellere partecipanti, invitare. Li trasmetta solo a persone di fiducia.
or-by-code = Oppure con il codice di accesso: { $code }
or-by-sip = Oppure da un terminale di videoconferenza: { $address }
by-telephone = Per telefono:
then-pin = poi il PIN { $pin } #
call = Chiama il { $number } con il PIN

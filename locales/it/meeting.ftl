### The moderators' message.

to-invite = Per invitare a questa riunione
as-of-the-start = Questi dati sono quelli dell'inizio della riunione.
with-moderator-rights = Con diritti di moderatore
with-restricted-rights = Con diritti limitati
code = Codice di accesso: { $code }
moderator-link = Link per moderatori: { $link }
attendee-link = Link per partecipanti: { $link }
telephone = Tel.: { $number } – PIN: { $pin } #
up-to-date = Vedi i dati aggiornati
temporary-meeting = Riunione temporanea
hidden-meeting = Riunione – { $owner }
add-presentations = Aggiungi file alla sala

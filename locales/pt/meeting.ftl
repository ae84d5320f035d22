### The moderators' message.

to-invite = Para convidar para esta reunião
as-of-the-start = Estes dados são os do início da reunião.
with-moderator-rights = Com permissões de moderador
with-restricted-rights = Com permissões limitadas
code = Código de acesso: { $code }
moderator-link = Link de moderador: { $link }
attendee-link = Link de participante: { $link }
telephone = Tel.: { $number } – PIN: { $pin } #
up-to-date = Ver os dados atualizados
temporary-meeting = Reunião temporária
hidden-meeting = Reunião – { $owner }
add-presentations = Adicionar ficheiros à sala

### The words for what lets others in.

with-moderator-rights = Com permissões de moderador
with-restricted-rights = Com permissões limitadas
connection-code = O código de acesso
moderator-link = O link de moderador
sip-address = O link SIP
attendee-link = O link de participante
dial-in = Acesso por telefone
pin = PIN
moderator-reminder = Lembrete: qualquer pessoa que disponha deste link ou código poderá participar na reunião com permissões de moderador.
attendee-reminder = Lembrete: qualquer pessoa que disponha deste link poderá participar na reunião com permissões de participante.

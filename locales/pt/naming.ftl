### What lets others in, named within a sentence.

code = o código de acesso
moderator-link = o link de moderador
attendee-link = o link de participante
authenticated-link = o link autenticado
dial-in = o acesso por telefone
sip-address = o link SIP
pin = o PIN do telefone

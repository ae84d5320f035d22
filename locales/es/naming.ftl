### What lets others in, named within a sentence.

code = el código de acceso
moderator-link = el enlace de moderador
attendee-link = el enlace de participante
authenticated-link = el enlace autenticado
dial-in = el acceso por teléfono
sip-address = el enlace SIP
pin = el PIN del teléfono

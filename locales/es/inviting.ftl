### The words for what lets others in.

with-moderator-rights = Con permisos de moderador
with-restricted-rights = Con permisos limitados
connection-code = El código de acceso
moderator-link = El enlace de moderador
sip-address = El enlace SIP
attendee-link = El enlace de participante
dial-in = Acceso por teléfono
pin = PIN
moderator-reminder = Recuerde: cualquier persona que disponga de este enlace o código podrá unirse a la reunión con permisos de moderador.
attendee-reminder = Recuerde: cualquier persona que disponga de este enlace podrá unirse a la reunión con permisos de participante.

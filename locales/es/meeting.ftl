### The moderators' message.

to-invite = Para invitar a esta reunión
as-of-the-start = Estos datos son los del inicio de la reunión.
with-moderator-rights = Con permisos de moderador
with-restricted-rights = Con permisos limitados
code = Código de acceso: { $code }
moderator-link = Enlace de moderador: { $link }
attendee-link = Enlace de participante: { $link }
telephone = Tel.: { $number } – PIN: { $pin } #
up-to-date = Ver los datos actualizados
temporary-meeting = Reunión temporal
hidden-meeting = Reunión – { $owner }
add-presentations = Añadir archivos a la sala

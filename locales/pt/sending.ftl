### The words of the page that sends a whole invitation, and of the invitation itself.

## The page.

title = Enviar um convite
room-is = Sala «{ $room }»
not-shown = Não foi possível mostrar o convite.
to-whom = A quem se destina?
to-attendees = A participantes
to-attendees-detail = Entram pelo link, sem conta.
to-attendees-by-telephone = Entram pelo link ou por telefone, sem conta.
to-authenticated = A participantes que se autenticam com { $provider }
to-authenticated-detail = Entram com o nome da respetiva conta.
to-authenticated-no-telephone = Entram com o nome da respetiva conta. O telefone não é proposto, porque não permite a autenticação.
to-moderators = A moderadores
to-moderators-detail = Poderão iniciar e terminar a reunião, silenciar microfones, expulsar participantes e convidar outras pessoas.
when = Quando?
when-detail = Opcional. De acordo com a hora do seu dispositivo: { $zone }.
date = Data
start = Hora de início
minutes = Duração, em minutos
date-and-time = Indique uma data e uma hora, ou nenhuma das duas.
minutes-refused = Introduza uma duração de { $least } a { $most } minutos.
message = A mensagem
the-invitation = o convite
by-mail = Abrir no correio eletrónico
mail-subject-shortened = Os programas de correio não aceitam mensagens tão longas: o assunto será encurtado. Os links estão completos. Para enviar tudo, copie o convite.
mail-shortened = Os programas de correio não aceitam mensagens tão longas: faltará «{ $missing }». Os links estão completos. Para enviar tudo, copie o convite.
mail-and-subject-shortened = Os programas de correio não aceitam mensagens tão longas: o assunto será encurtado e faltará «{ $missing }». Os links estão completos. Para enviar tudo, copie o convite.
calendar = Descarregar para o calendário
calendar-needs-date = Para o calendário, indique uma data e uma hora.
share = Partilhar
not-shared = Não foi possível partilhar o convite. Em vez disso, copie-o.
print = Imprimir
qr = O código QR do link
qr-image = Código QR do link para a sala «{ $room }»
qr-download = Descarregar o código QR (SVG)
part-not-shown = Não é possível mostrar esta parte da página.

## The invitation.

mail-note = (Esta mensagem foi encurtada.)
subject = Convite para a reunião «{ $room }»
takes-place = { $when } ({ $zone }), duração: { $minutes } minutos
join-by = Para participar na reunião:
sign-in-with = Terá de se autenticar com { $provider }.
as-moderator = Este link e este código dão permissões de moderador: iniciar e terminar a reunião, silenciar microfones, expulsar participantes, convidar. Transmita-os apenas a pessoas de confiança.
or-by-code = Ou com o código de acesso: { $code }
or-by-sip = Ou a partir de um terminal de videoconferência: { $address }
by-telephone = Por telefone:
then-pin = e depois o PIN { $pin } #
call = Ligar para { $number } com o PIN

### Mails.

recording-ready-subject = Aufzeichnung verfügbar: { $room }
recording-ready = Die Aufzeichnung einer Konferenz in Ihrem Raum „{ $room }“ ist fertig.
see-recordings = Aufzeichnungen des Raums ansehen
see-recordings-detail = Das Portal fordert Sie auf, sich anzumelden.
automatic = { $service } versendet diese Nachricht automatisch. Bitte antworten Sie nicht darauf.

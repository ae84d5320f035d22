### The session's details.

unreachable = Il servizio non risponde. Verifichi la connessione a internet: viene fatto un nuovo tentativo ogni pochi secondi.
refused = L'autorizzazione a vedere questi dati non è più valida, o non è quella di questa riunione. Ricarichi la pagina della riunione.
moderators-only = Solo i moderatori della riunione vedono questi dati. Chieda a un moderatore di assegnarle questo ruolo.
over = Questa riunione è terminata: non è più possibile invitare nessuno.
failed = Il servizio ha riscontrato un errore. Viene fatto un nuovo tentativo ogni pochi secondi.
welcome = Messaggio di benvenuto
moderators-message = Messaggio ai moderatori
renewed = I dati d'invito sono cambiati.

### Mails.

recording-ready-subject = Gravação disponível: { $room }
recording-ready = A gravação de uma reunião da sua sala «{ $room }» está pronta.
see-recordings = Ver as gravações da sala
see-recordings-detail = O portal vai pedir-lhe que se identifique.
automatic = { $service } envia esta mensagem automaticamente. Não responda.

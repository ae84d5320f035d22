### Mails.

recording-ready-subject = Gravação disponível: { $room }
recording-ready = A gravação de uma reunião da sua sala «{ $room }» está pronta.
see-recordings = Ver as gravações da sala
asks-to-sign-in = O portal vai pedir-lhe que se identifique.
automatic = { $service } envia esta mensagem automaticamente. Não responda.

## Rooms and accounts that nobody uses.

unused-rooms-subject = Salas não utilizadas: eliminação a partir de { $date }
unused-account-subject = Conta não utilizada: eliminação a partir de { $date }
unused-rooms =
    { $rooms ->
        [1] A sala seguinte não é utilizada há muito tempo. Será eliminada a partir de { $date }, com as suas ligações, o seu código de ligação e os seus ficheiros:
       *[other] As salas seguintes não são utilizadas há muito tempo. Serão eliminadas a partir de { $date }, com as suas ligações, os seus códigos de ligação e os seus ficheiros:
    }
keep-rooms = Para conservar uma sala, inicie nela uma reunião ou modifique-a antes dessa data.
unused-account = A sua conta em { $service } não é utilizada há muito tempo. Será eliminada a partir de { $date }, com todas as suas salas:
unused-account-alone = A sua conta em { $service } não é utilizada há muito tempo. Será eliminada a partir de { $date }.
keep-account = Para conservar a sua conta, identifique-se no portal antes dessa data.
open-portal = Abrir o portal
day-of-month = { $day }
date =
    { $month ->
        [1] { $day } de janeiro de { $year }
        [2] { $day } de fevereiro de { $year }
        [3] { $day } de março de { $year }
        [4] { $day } de abril de { $year }
        [5] { $day } de maio de { $year }
        [6] { $day } de junho de { $year }
        [7] { $day } de julho de { $year }
        [8] { $day } de agosto de { $year }
        [9] { $day } de setembro de { $year }
        [10] { $day } de outubro de { $year }
        [11] { $day } de novembro de { $year }
       *[other] { $day } de dezembro de { $year }
    }

### The session's details.

unreachable = O serviço não responde. Verifique a sua ligação à internet: é feita uma nova tentativa a cada poucos segundos.
refused = A autorização para ver estes dados já não é válida ou não é a desta reunião. Recarregue a página da reunião.
moderators-only = Só os moderadores da reunião veem estes dados. Peça a um moderador que lhe atribua essa função.
over = Esta reunião terminou: já não é possível convidar ninguém.
failed = Ocorreu um erro no serviço. É feita uma nova tentativa a cada poucos segundos.
welcome = Mensagem de boas-vindas
moderators-message = Mensagem para os moderadores
renewed = Os dados do convite mudaram.

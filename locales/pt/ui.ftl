### The texts of the components.

close = Fechar
copied = Copiado
copied-announcement = Copiado: { $what }
copy = Copiar
copy-by-hand = O seu navegador não permitiu copiar. O texto está selecionado: copie-o com Ctrl+C ou premindo longamente.
loading = A carregar…
new-window = nova janela

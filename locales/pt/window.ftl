### The window of a session's details, before the wasm is there.

title = Detalhes da sessão
close = Fechar
loading = A carregar…
failed = O carregamento falhou. Verifique a sua ligação e tente novamente.
retry = Repetir

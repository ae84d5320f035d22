### What the page says before the app has started.

loading = A carregar…
not-started = Não foi possível iniciar o serviço
check-connection = Verifique a sua ligação à internet e se o seu navegador está atualizado, e tente novamente.
no-webassembly = O seu navegador não permite que este site utilize WebAssembly. Se o seu dispositivo estiver no modo de bloqueio (Lockdown Mode), desative-o para este site nas definições; caso contrário, adicione este site às exceções da segurança melhorada do seu navegador ou peça-o ao seu serviço informático. Depois, tente novamente.
retry = Repetir

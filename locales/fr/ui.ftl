### The texts of the components.

close = Fermer
copied = Copié
# $what (String)
copied-announcement = Copié : { $what }
copy = Copier
copy-by-hand = Votre navigateur n'a pas permis la copie. Le texte est sélectionné : copiez-le avec Ctrl+C, ou par un appui long.
loading = Chargement en cours…
new-window = nouvelle fenêtre

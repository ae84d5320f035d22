//! The texts of the components, in French.

use super::UiTexts;

pub static TEXTS: UiTexts = UiTexts {
    close: "Fermer",
    copied: "Copié",
    copied_announcement: |what| format!("Copié\u{a0}: {what}"),
    copy: "Copier",
    copy_by_hand: "Votre navigateur n'a pas permis la copie. Le texte est sélectionné\u{a0}: copiez-le avec Ctrl+C, ou par un appui long.",
    loading: "Chargement en cours…",
    new_window: "nouvelle fenêtre",
};

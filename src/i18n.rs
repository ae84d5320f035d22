//! Localisation: the texts of the portal, by feature. The texts of the shared components are in `parvis_ui`.

pub mod agents;
pub mod delegates;
pub mod files;
pub mod forms;
pub mod guests;
pub mod help;
pub mod history;
pub mod problems;
pub mod recordings;
pub mod sending;
pub mod shared;

pub mod further;
mod language_files;
mod languages;

pub use language_files::NotLoaded;
pub use languages::{Languages, language_untracked};
pub use parvis_ui::i18n::{I18n, Text};
pub use shared::{Texts, compose, say};

/// The texts in French, for tests.
#[cfg(test)]
pub fn in_french() -> &'static parvis_texts::Catalogue {
    use parvis_texts::Catalogue;

    let lines = include_str!(concat!(env!("OUT_DIR"), "/fr.txt"));
    Box::leak(Box::new(Catalogue::new("fr", lines)))
}

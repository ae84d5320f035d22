//! The texts of the portal, by feature. What the components and the overlay say is `parvis_ui`'s.

pub mod agents;
pub mod forms;
pub mod guests;
pub mod sending;
pub mod shared;

use parvis_contract::language::Language;

pub use parvis_ui::i18n::{I18n, Locale, Text};
pub use shared::{Texts, compose, say};

/// The language that the person uses at this moment, as the backend is told.
pub fn language_now(i18n: I18n) -> Language {
    match i18n.locale_now() {
        Locale::Fr => Language::Fr,
        Locale::En => Language::En,
    }
}

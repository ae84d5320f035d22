//! The texts of the portal, by feature. What the components and the overlay say is `parvis_ui`'s.

pub mod agents;
pub mod forms;
pub mod guests;
pub mod sending;
pub mod shared;

pub use parvis_ui::i18n::{I18n, Locale, Text};
pub use shared::{Texts, compose, say};

//! What all parts of the app show.

pub mod en;
pub mod fr;
mod texts;

pub use texts::Texts;

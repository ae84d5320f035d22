//! Localisation: catalogues of texts, their parameters and plural forms.
//!
//! Translators write `locales/<language>/<feature>.ftl` in the syntax of Fluent. [`compile`] checks that
//! every language has the same texts, and generates for each program a file of lines for each language, or two
//! of them, and a struct with a method for each text. A program loads the lines as a [`Catalogue`]; the struct
//! maps each text to its line.

#[cfg(feature = "compile")]
pub mod compile;

mod catalogue;
#[cfg(any(target_arch = "wasm32", feature = "plural-rules"))]
mod forms;
#[cfg(any(target_arch = "wasm32", feature = "plural-rules"))]
mod plural_rules;

pub use catalogue::{Catalogue, Number};
#[cfg(any(target_arch = "wasm32", feature = "plural-rules"))]
pub use forms::Argument;

//! Localisation: the texts of one language, as they are downloaded, and how they are filled in.
//!
//! `locales/<language>/<feature>.ftl` is what people write, in the syntax of Fluent. [`compile`] checks that every
//! language says the same and makes of it, for each program, a file of lines for each language and a struct with
//! a method for each text. A program loads one file of lines as a [`Catalogue`]; the struct knows which line is
//! which text.

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

//! Reads JSON into the types of the contract and of this app.
//!
//! `serde_json` reads all JSON, and says what is wrong where; here, nobody reads that. `serde-json-core` reads values
//! whose type is known beforehand, and is smaller (`docs/decisions/0007-what-a-page-weighs.md`).

use serde::de::DeserializeOwned;

/// Reads a value. `None` if the text is no JSON, or that of another type; faults in fields that are passed over are not
/// noticed.
///
/// The type may have texts, whole numbers, switches, lists, options, structs and enums with their tag outside. Maps,
/// `serde_json::Value` and serde's `flatten`, `tag` and `untagged` cannot be read; nor can a pair of escapes that
/// stands for one character (`\ud83d\ude00`), which nothing here writes, as JSON is UTF-8. Lists within lists are not
/// bounded, so a text of strangers has to be short.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    // An escape is longer than the character that it stands for.
    let mut unescaped = vec![0; text.len()];
    let read = serde_json_core::from_str_escaped(text, &mut unescaped);
    read.ok().map(|(value, _)| value)
}

#[cfg(test)]
mod tests;

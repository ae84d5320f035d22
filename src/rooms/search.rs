//! Search in the names of rooms, without regard to accents and case.

use js_sys::JsString;

/// Whether each word of `query` is in `name`, both [folded](fold).
pub fn matches(query: &str, name: &str) -> bool {
    query.split_whitespace().all(|word| name.contains(word))
}

/// Folds a text for the search: removes accents, case and invisible characters. It uses the browser's tables,
/// so that none have to be downloaded.
pub fn fold(text: &str) -> String {
    let plain = String::from(JsString::from(text).normalize("NFKD").to_lower_case());
    let mut folded = String::with_capacity(plain.len());
    for c in plain.chars() {
        match c {
            // Combining accents; and invisible characters, which may be pasted with a word, and which no name
            // contains.
            '\u{300}'..='\u{36f}'
            | '\u{ad}'
            | '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{feff}' => {}
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            '’' => folded.push('\''),
            c => folded.push(c),
        }
    }
    folded.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_to_be_found_in_any_place_and_order() {
        for (query, expected) in [
            ("", true),
            ("conseil", true),
            ("ecole cons", true),
            ("conseil 3", false),
            ("  ", true),
        ] {
            assert_eq!(matches(query, "conseil d'ecole 12"), expected, "{query}");
        }
    }
}

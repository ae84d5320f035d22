//! Parsing and formatting of typed numbers.

/// Parses a number; an empty text is no number. A number too long for the type is an error like any other.
pub fn parse_number(text: &str) -> Result<Option<i64>, ()> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| ())
}

/// Formats a number so that [`parse_number`] reads it.
pub fn format_number(number: Option<i64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_parsed_as_people_type_them() {
        for (text, number) in [
            ("", Ok(None)),
            ("  ", Ok(None)),
            ("30", Ok(Some(30))),
            (" 1 000 ", Ok(Some(1_000))),
            ("-5", Ok(Some(-5))),
            ("dix", Err(())),
            ("3,5", Err(())),
            ("99999999999999999999", Err(())),
        ] {
            assert_eq!(parse_number(text), number, "{text:?}");
        }
        assert_eq!(format_number(Some(30)), "30");
    }
}

//! Connection codes and telephone PINs, as people type them and as servers and files have them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parvis_contract::code::{ConnectionCode, DIGITS, Pin};

fuzz_target!(|text: &str| {
    check_code(text);
    check_pin(text);
});

fn check_code(text: &str) {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let Ok(code) = ConnectionCode::parse(text) else {
        let others = text.chars().filter(|c| !c.is_ascii_digit());
        let is_only_spaced = others.into_iter().all(char::is_whitespace);
        assert!(
            digits.len() != DIGITS || !is_only_spaced,
            "nine digits are refused"
        );
        return;
    };
    assert_eq!(digits.len(), DIGITS);
    assert_eq!(code.to_string(), digits, "the digits are others");
    // A letter, a digit of another script or a symbol is never left out.
    assert!(
        text.chars()
            .all(|c| c.is_ascii_digit() || !c.is_alphanumeric())
    );

    for separator in [' ', '\u{a0}', '\u{202f}', '-', '.', '/'] {
        let shown = code.grouped(separator);
        assert_eq!(ConnectionCode::parse(&shown), Ok(code), "{shown}");
    }
    let json = serde_json::to_string(&code).expect("JSON");
    assert_eq!(json, format!("{digits:?}"));
    assert_eq!(
        serde_json::from_str::<ConnectionCode>(&json).ok(),
        Some(code)
    );
    let restored = ConnectionCode::from_number(code.number());
    assert_eq!(
        restored.ok(),
        Some(code).filter(|_| !digits.starts_with('0'))
    );
    assert!(
        !format!("{code:?}").contains(&digits),
        "a log would show it"
    );
}

fn check_pin(text: &str) {
    let is_pin = (1..=20).contains(&text.len()) && text.chars().all(|c| c.is_ascii_digit());
    let Ok(pin) = Pin::parse(text) else {
        assert!(!is_pin, "a PIN is refused");
        return;
    };
    assert!(is_pin);
    assert_eq!(pin.as_str(), text);
    assert_eq!(pin.to_string(), text);

    let shown = pin.grouped(' ');
    assert_eq!(shown.replace(' ', ""), text);
    let mut groups = shown.split(' ');
    assert!(
        groups
            .next()
            .is_some_and(|first| (1..=3).contains(&first.len()))
    );
    assert!(groups.all(|group| group.len() == 3), "{shown}");
    let json = serde_json::to_string(&pin).expect("JSON");
    assert_eq!(serde_json::from_str::<Pin>(&json).ok().as_ref(), Some(&pin));
    if let Some(number) = pin.number() {
        assert_eq!(Pin::from_number(number).as_ref(), Ok(&pin));
        assert_eq!(number.to_string(), text);
    }
    assert!(!format!("{pin:?}").contains(text), "a log would show it");
}

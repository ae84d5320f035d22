//! Parsing the addresses of links, `/rejoindre/<word>#<secret>`, tolerating what mail programs and filters do
//! to them.
//!
//! Mail filters write `%23` for `#` and append parameters; mail programs include a following full stop, bracket
//! or quotation mark, and break addresses across lines; people copy spaces with them.

use crate::role::LinkKind;

/// The path before the word.
const PREFIX: &str = "/rejoindre/";
/// How many times an address may be percent-encoded.
const ENCODED_AT_MOST: usize = 3;

/// The kind and the secret of an address, from its path and its fragment with or without `#`. The secret is
/// empty if it is missing. `None` if the address is not that of a link.
#[must_use]
pub fn received(path: &str, fragment: &str) -> Option<(LinkKind, String)> {
    let path = decoded(path);
    let rest = path.strip_prefix(PREFIX)?;
    let kind = LinkKind::ALL
        .into_iter()
        .find(|kind| rest.starts_with(kind.word()))?;
    let rest = &rest[kind.word().len()..];
    let secret = secret_in(rest);
    let secret = if secret.is_empty() {
        secret_in(fragment)
    } else {
        secret
    };
    Some((kind, secret))
}

/// The secret in the text after the link's word.
#[must_use]
pub fn secret_in(text: &str) -> String {
    let text = decoded(text);
    let seen = text.chars().filter(|&c| !is_blank(c));
    let begun = seen.skip_while(|&c| !is_of_secret(c));
    begun.take_while(|&c| is_of_secret(c)).collect()
}

/// Whether a character belongs to the base64url alphabet.
fn is_of_secret(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// Whether a character is white space, or is inserted to allow a line break.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Decodes percent-encoding until nothing changes. Invalid UTF-8 becomes replacement characters, which no link
/// has.
fn decoded(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..ENCODED_AT_MOST {
        let once = decoded_once(&text);
        if once == text {
            break;
        }
        text = once;
    }
    text
}

fn decoded_once(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        if let (b'%', [high, low, tail @ ..]) = (first, after)
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            bytes.push(high * 16 + low);
            rest = tail;
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    let digit = char::from(byte).to_digit(16)?;
    u8::try_from(digit).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SECRET: &str = "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_AbCdEfGhIjKlMn";

    #[track_caller]
    fn leads_in(path: &str, fragment: &str) {
        let expected = Some((LinkKind::Attendee, SECRET.to_owned()));
        assert_eq!(received(path, fragment), expected, "{path}{fragment}");
    }

    #[test]
    fn a_link_that_arrives_as_it_was_sent_leads_in() {
        leads_in("/rejoindre/participant", &format!("#{SECRET}"));
        leads_in("/rejoindre/participant/", &format!("#{SECRET}"));
    }

    #[test]
    fn a_sign_that_a_mail_filter_has_encoded_leads_in() {
        leads_in(&format!("/rejoindre/participant%23{SECRET}"), "");
        leads_in(&format!("/rejoindre/participant%2523{SECRET}"), "");
        leads_in(&format!("/rejoindre/participant%252523{SECRET}"), "");
        leads_in(&format!("/rejoindre/participant/%23{SECRET}"), "");
        leads_in("/rejoindre/participant", &format!("#%23{SECRET}"));
    }

    #[test]
    fn a_sign_that_was_taken_away_is_missed_by_nobody() {
        leads_in(&format!("/rejoindre/participant{SECRET}"), "");
        leads_in(&format!("/rejoindre/participant/{SECRET}"), "");
    }

    #[test]
    fn what_hangs_on_a_link_is_no_part_of_it() {
        for tail in [
            ".",
            ",",
            ")",
            ">",
            "\"",
            "'",
            "»",
            "\u{a0}»",
            "]",
            ";",
            "&data=05%7C02%7C",
            "%26data%3D05",
            "?utm_source=x",
            "%3E",
            "%22",
            "%E2%80%9D",
            "%C2%A0",
            "\u{2019}",
            "#x",
            "/",
        ] {
            leads_in("/rejoindre/participant", &format!("#{SECRET}{tail}"));
            leads_in(&format!("/rejoindre/participant%23{SECRET}{tail}"), "");
        }
    }

    #[test]
    fn a_line_that_breaks_in_a_link_does_not_break_it() {
        let (begin, end) = SECRET.split_at(20);
        for blank in [
            "%0D%0A",
            "%0A",
            "%20",
            " ",
            "\u{200b}",
            "%E2%80%8B",
            "\u{ad}",
        ] {
            leads_in("/rejoindre/participant", &format!("#{begin}{blank}{end}"));
        }
    }

    #[test]
    fn a_link_without_its_end_is_told_from_an_address_that_is_none() {
        let lost = Some((LinkKind::Moderator, String::new()));
        assert_eq!(received("/rejoindre/moderateur", ""), lost);
        assert_eq!(received("/rejoindre/moderateur", "#"), lost);
        assert_eq!(received("/rejoindre/moderateur/", ""), lost);
        assert_eq!(received("/rejoindre/moderateur%23", ""), lost);
        for path in [
            "/",
            "/rejoindre/",
            "/rejoindre/inconnu",
            "/salles/nouvelle",
            "/%2",
        ] {
            assert_eq!(received(path, &format!("#{SECRET}")), None, "{path}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(path in any::<String>(), fragment in any::<String>()) {
            let _ = received(&format!("/rejoindre/participant{path}"), &fragment);
            prop_assert!(secret_in(&fragment).chars().all(is_of_secret));
        }

        #[test]
        fn a_secret_is_read_as_it_is(secret in "[A-Za-z0-9_-]{1,60}") {
            prop_assert_eq!(secret_in(&secret), secret);
        }
    }
}

//! `mailto:` address of the invitation (RFC 6068). Some mail programs cut addresses after 2,000 characters,
//! which would break a link, so the message is shortened here.

use super::message::{Line, Message};

/// The longest address that all known mail programs accept, in characters.
const MAX_LENGTH: usize = 2_000;

/// The minimum length of the subject, in characters.
const MIN_SUBJECT_LENGTH: usize = 20;

/// An invitation for a mail program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The `mailto:` address.
    pub address: String,
    /// Whether the subject is shortened.
    pub is_subject_cut: bool,
    /// The sentences that are left out, from top to bottom.
    pub left_out: Vec<String>,
}

impl Mail {
    /// Fits the message into an address. Sentences are left out from the end, and `note` says so there; links
    /// are never cut.
    pub fn of(message: &Message, note: &str) -> Self {
        let mut lines = message.lines.clone();
        let mut left_out = Vec::new();
        loop {
            let subject = fit_subject(&message.subject, &body(&lines, &left_out, note));
            let last = lines.iter().rposition(|line| matches!(line, Line::Text(_)));
            match (subject, last) {
                (None, Some(last)) => left_out.insert(0, lines.remove(last).text()),
                // Links are kept even if they alone exceed the limit.
                (subject, _) => {
                    let subject =
                        subject.unwrap_or_else(|| truncate(&message.subject, MIN_SUBJECT_LENGTH));
                    return Self {
                        address: address(&subject, &body(&lines, &left_out, note)),
                        is_subject_cut: subject != message.subject,
                        left_out,
                    };
                }
            }
        }
    }

    /// Whether the mail is shorter than the message.
    pub fn is_shortened(&self) -> bool {
        self.is_subject_cut || !self.left_out.is_empty()
    }
}

fn body(lines: &[Line], left_out: &[String], note: &str) -> String {
    let mut lines: Vec<String> = lines.iter().map(Line::text).collect();
    if !left_out.is_empty() {
        lines.push(note.to_owned());
    }
    lines.join("\r\n")
}

/// The longest form of the subject that fits with the body; `None` if it would be too short.
fn fit_subject(subject: &str, body: &str) -> Option<String> {
    let fits = |subject: &str| address(subject, body).len() <= MAX_LENGTH;
    if fits(subject) {
        return Some(subject.to_owned());
    }
    let length = subject.chars().count();
    (MIN_SUBJECT_LENGTH..length)
        .rev()
        .map(|kept| truncate(subject, kept))
        .find(|subject| fits(subject))
}

/// The first characters of a text, with an ellipsis if it is cut.
fn truncate(text: &str, kept: usize) -> String {
    if text.chars().count() <= kept {
        return text.to_owned();
    }
    let kept: String = text.chars().take(kept).collect();
    format!("{}…", kept.trim_end())
}

fn address(subject: &str, body: &str) -> String {
    format!(
        "mailto:?subject={}&body={}",
        percent_encode(subject),
        percent_encode(body)
    )
}

/// Percent-encodes all but the unreserved characters (RFC 3986, 2.3).
fn percent_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(3 * text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            const HEX: [u8; 16] = *b"0123456789ABCDEF";
            let digits = [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
            encoded.push('%');
            encoded.extend(digits.map(char::from));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "https://visio.exemple.fr/rejoindre/participant#secret";

    fn message(name: &str, sentences: &[&str]) -> Message {
        let mut lines = vec![Line::Link {
            before: "Rejoindre :".to_owned(),
            shown: LINK.to_owned(),
            href: LINK.to_owned(),
            after: String::new(),
        }];
        lines.extend(sentences.iter().map(|text| Line::Text((*text).to_owned())));
        Message {
            subject: format!("Invitation à la réunion {name}"),
            lines,
        }
    }

    #[test]
    fn a_message_that_fits_is_not_shortened() {
        let mail = Mail::of(&message("Équipe", &["À tout à l'heure"]), "(raccourci)");
        assert!(!mail.is_shortened());
        assert_eq!(
            mail.address,
            "mailto:?subject=Invitation%20%C3%A0%20la%20r%C3%A9union%20%C3%89quipe&body=Rejoindre%20%3A%20\
             https%3A%2F%2Fvisio.exemple.fr%2Frejoindre%2Fparticipant%23secret%0D%0A%C3%80%20tout%20%C3%A0%20\
             l%27heure"
        );
    }

    #[test]
    fn a_long_name_is_cut_in_the_subject_and_the_text_stays_whole() {
        let name = "🧑🏽‍💻é".repeat(37);
        let mail = Mail::of(&message(&name, &["À tout à l'heure"]), "(raccourci)");
        assert!(mail.is_subject_cut && mail.left_out.is_empty());
        assert!(mail.address.len() <= MAX_LENGTH);
        assert!(mail.address.contains(&percent_encode(LINK)));
        assert!(mail.address.contains(&percent_encode("tout à l'heure")));
        assert!(mail.address.contains("%E2%80%A6&body="));
    }

    #[test]
    fn sentences_are_left_out_from_the_end_and_the_mail_says_so() {
        let long = "é".repeat(250);
        let message = message("Équipe", &["Première", &long, &long]);
        let mail = Mail::of(&message, "(raccourci)");
        assert_eq!(mail.left_out, [long]);
        assert!(mail.address.len() <= MAX_LENGTH);
        assert!(mail.address.contains(&percent_encode("Première")));
        assert!(mail.address.ends_with(&percent_encode("\r\n(raccourci)")));
    }

    #[test]
    fn links_stay_whole_whatever_else_there_is() {
        let long = "é".repeat(500);
        let message = message(&"🎉".repeat(150), &[&long, &long, &long]);
        let mail = Mail::of(&message, "(raccourci)");
        assert_eq!(mail.left_out.len(), 3);
        assert!(mail.address.len() <= MAX_LENGTH);
        assert!(mail.address.contains(&percent_encode(LINK)));
    }
}

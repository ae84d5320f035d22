//! Message of the invitation: its content, as plain text and as rich text.

use parvis_contract::invitation::{DialIn, Invitation};
use serde::{Deserialize, Serialize};

use crate::i18n::sending::SendingTexts;

/// The people whom an invitation is for. It decides how the message lets them join.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Audience {
    /// They join with the participant link, or by telephone.
    Attendees,
    /// They join with the authenticated link alone.
    Authenticated,
    /// They join with the moderator link, or with the connection code.
    Moderators,
}

impl Audience {
    /// The audience in identifiers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Attendees => "attendees",
            Self::Authenticated => "authenticated",
            Self::Moderators => "moderators",
        }
    }

    /// Their link; the participant link if the instance has no authenticated ones.
    pub fn link(self, invitation: &Invitation) -> &str {
        let authenticated = invitation.authenticated_link.as_deref();
        match self {
            Self::Attendees => &invitation.attendee_link,
            Self::Authenticated => authenticated.unwrap_or(&invitation.attendee_link),
            Self::Moderators => &invitation.moderator_link,
        }
    }

    /// Their telephone number, if they may call: nobody can sign in by telephone.
    pub fn dial_in(self, invitation: &Invitation) -> Option<&DialIn> {
        match self {
            Self::Authenticated => None,
            Self::Attendees | Self::Moderators => invitation.dial_in.as_ref(),
        }
    }
}

/// A line of the message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A sentence.
    Text(String),
    /// A link with the text around it.
    Link {
        /// The text before the link.
        before: String,
        /// The visible text of the link.
        shown: String,
        /// The target of the link.
        href: String,
        /// The text after the link; may be empty.
        after: String,
    },
}

/// An invitation as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The subject.
    pub subject: String,
    /// The lines, from top to bottom.
    pub lines: Vec<Line>,
}

impl Message {
    /// Composes the invitation for an audience. `when` is a sentence about the date, if there is one.
    pub fn compose(
        texts: SendingTexts,
        invitation: &Invitation,
        audience: Audience,
        provider: &str,
        when: Option<String>,
    ) -> Self {
        let link = audience.link(invitation);
        let mut lines = Vec::new();
        lines.extend(when.map(Line::Text));
        lines.push(Line::Link {
            before: texts.join_by().to_owned(),
            shown: link.to_owned(),
            href: link.to_owned(),
            after: String::new(),
        });
        match audience {
            Audience::Attendees => {}
            Audience::Authenticated => lines.push(Line::Text(texts.sign_in_with(provider))),
            Audience::Moderators => {
                let code = invitation.code.grouped(' ');
                lines.push(Line::Text(texts.or_by_code(&code)));
                let sip = invitation
                    .sip
                    .as_deref()
                    .map(|address| texts.or_by_sip(address));
                lines.extend(sip.map(Line::Text));
                lines.push(Line::Text(texts.as_moderator().to_owned()));
            }
        }
        lines.extend(audience.dial_in(invitation).map(|dial_in| Line::Link {
            before: texts.by_telephone().to_owned(),
            shown: dial_in.number.clone(),
            href: telephone_address(dial_in),
            after: texts.then_pin(&dial_in.pin.grouped(' ')),
        }));
        Self {
            subject: texts.subject(&invitation.room_name),
            lines,
        }
    }

    /// As plain text: the subject, an empty line, and the lines.
    pub fn text(&self) -> String {
        format!("{}\n\n{}", self.subject, self.body())
    }

    /// As plain text, without the subject.
    pub fn body(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(Line::text).collect();
        lines.join("\n")
    }

    /// As rich text (HTML), with links.
    pub fn html(&self) -> String {
        let lines: String = self.lines.iter().map(Line::html).collect();
        format!(
            "<p><strong>{}</strong></p>{lines}",
            escape_html(&self.subject)
        )
    }
}

impl Line {
    /// As plain text.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Link {
                before,
                shown,
                after,
                ..
            } => format!("{before} {shown} {after}").trim_end().to_owned(),
        }
    }

    fn html(&self) -> String {
        match self {
            Self::Text(text) => format!("<p>{}</p>", escape_html(text)),
            Self::Link {
                before,
                shown,
                href,
                after,
            } => {
                let [before, shown, href, after] =
                    [before, shown, href, after].map(|part| escape_html(part));
                format!("<p>{before} <a href=\"{href}\">{shown}</a> {after}</p>")
            }
        }
    }
}

/// A `tel:` address that dials the number and, after a pause, the PIN with the final `#`.
///
/// Source: RFC 3966; telephones treat a comma as a pause.
pub fn telephone_address(dial_in: &DialIn) -> String {
    let number: String = dial_in
        .number
        .chars()
        .filter(|character| character.is_ascii_digit() || *character == '+')
        .collect();
    format!("tel:{number},,{}%23", dial_in.pin)
}

fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use parvis_contract::code::{ConnectionCode, Pin};

    use super::*;
    use crate::i18n::in_french;

    fn invitation() -> Invitation {
        Invitation {
            room_name: "Jury <A> & \"B\"".to_owned(),
            code: ConnectionCode::parse("123456789").expect("a code"),
            sip: Some("123456789@sip.exemple.fr".to_owned()),
            moderator_link: "https://visio.exemple.fr/rejoindre/moderateur#M".to_owned(),
            attendee_link: "https://visio.exemple.fr/rejoindre/participant#P".to_owned(),
            authenticated_link: Some("https://visio.exemple.fr/rejoindre/authentifie#A".to_owned()),
            dial_in: Some(DialIn {
                number: "+33 1 23 45 67 89".to_owned(),
                pin: Pin::parse("987654321").expect("a PIN"),
            }),
            pin_changes: false,
        }
    }

    fn message(audience: Audience) -> Message {
        let texts = SendingTexts(in_french());
        Message::compose(texts, &invitation(), audience, "EduConnect", None)
    }

    #[track_caller]
    fn check(audience: Audience, given: &[&str], kept: &[&str]) {
        let message = message(audience);
        for way in [message.text(), message.html()] {
            for datum in given {
                assert!(way.contains(datum), "{datum} is missing: {way}");
            }
            for datum in kept {
                assert!(!way.contains(datum), "{datum} is given away: {way}");
            }
        }
    }

    #[test]
    fn each_audience_gets_its_own_ways_to_join_and_no_others() {
        let pin = "987 654 321";
        let code = "123 456 789";
        check(
            Audience::Attendees,
            &["participant#P", pin],
            &["#M", "#A", code, "sip."],
        );
        check(
            Audience::Authenticated,
            &["authentifie#A", "EduConnect"],
            &["#M", "#P", code, pin, "sip."],
        );
        check(
            Audience::Moderators,
            &[
                "moderateur#M",
                code,
                "123456789@sip.exemple.fr",
                "droits de modérateur",
            ],
            &["#P", "#A"],
        );
    }

    #[test]
    fn rich_text_escapes_the_name() {
        let html = message(Audience::Attendees).html();
        assert!(
            html.contains("Jury &lt;A&gt; &amp; &quot;B&quot;"),
            "{html}"
        );
        assert!(html.contains("<a href=\"https://visio.exemple.fr/rejoindre/participant#P\">"));
    }

    #[test]
    fn one_tap_dials_the_number_and_the_pin() {
        let invitation = invitation();
        let dial_in = invitation.dial_in.expect("a telephone");
        assert_eq!(
            telephone_address(&dial_in),
            "tel:+33123456789,,987654321%23"
        );
    }
}

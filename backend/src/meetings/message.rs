//! The message for moderators in the meeting: the owner's text and the invitation. The conference server shows
//! it only to moderators.

use parvis_contract::invitation::{DialIn, Invitation};
use parvis_contract::language::Language;

use crate::conference::html;
use crate::texts::MeetingTexts;

/// The content of the message.
pub(super) struct Message<'a> {
    /// The owner's text; may be empty.
    pub own_words: &'a str,
    /// The invitation data at the start of the meeting.
    pub invitation: &'a Invitation,
    /// The address of the page with the current session details. The plug-in reads it from the message.
    pub details: &'a str,
    /// The owner's language; one text is shown to everybody.
    pub language: Language,
}

/// A placeholder that the conference server replaces with the PIN in force, which may differ from the one in
/// `create`.
const PIN_IN_FORCE: &str = "%%CONFNUM%%";

/// The message as HTML with the few elements that the conference server allows. It is complete, for clients
/// that load no plug-in. It excludes the authenticated link, which only the owner passes on.
pub(super) fn for_moderators(message: &Message<'_>) -> String {
    let mut lines = Vec::new();
    if !message.own_words.is_empty() {
        lines.extend([html(message.own_words), String::new()]);
    }
    lines.extend(ways_in(message));
    lines.join("<br>")
}

fn ways_in(message: &Message<'_>) -> Vec<String> {
    let texts = MeetingTexts::of(message.language);
    let Invitation {
        code,
        moderator_link,
        attendee_link,
        dial_in,
        ..
    } = message.invitation;
    let bold = |text: &str| format!("<b>{}</b>", html(text));
    let telephone = dial_in
        .as_ref()
        .map(|DialIn { number, .. }| texts.telephone(&html(number), PIN_IN_FORCE));
    let mut lines = vec![
        bold(texts.to_invite()),
        html(texts.as_of_the_start()),
        link(texts.up_to_date(), message.details),
        String::new(),
        bold(texts.with_moderator_rights()),
        texts.code(&code.grouped(' ')),
        texts.moderator_link(&address(moderator_link)),
        String::new(),
        bold(texts.with_restricted_rights()),
        texts.attendee_link(&address(attendee_link)),
    ];
    lines.extend(telephone);
    lines
}

/// A link whose text is its address.
fn address(address: &str) -> String {
    let address = html(address);
    format!("<a href=\"{address}\">{address}</a>")
}

/// A link with this text. Conference servers remove addresses that are not encrypted and keep the text: it is
/// the address then, for people to copy and for the plug-in to find.
fn link(words: &str, to: &str) -> String {
    let words = html(words);
    if to.starts_with("https:") {
        format!("<a href=\"{}\">{words}</a>", html(to))
    } else {
        format!("{words} {}", address(to))
    }
}

#[cfg(test)]
mod tests {
    use parvis_contract::code::{ConnectionCode, Pin};

    use super::*;

    fn message(own_words: &str, origin: &str, language: Language) -> String {
        let link = |kind: &str| format!("{origin}/rejoindre/{kind}#secret");
        let invitation = Invitation {
            room_name: "Conseil".to_owned(),
            code: ConnectionCode::parse("411464571").expect("a code"),
            sip: None,
            moderator_link: link("moderateur"),
            attendee_link: link("participant"),
            authenticated_link: Some(link("authentifie")),
            dial_in: Some(DialIn {
                number: "+33 1 23 45 67 89".to_owned(),
                pin: Pin::parse("123456789").expect("a PIN"),
            }),
            pin_changes: false,
        };
        for_moderators(&Message {
            own_words,
            invitation: &invitation,
            details: &format!("{origin}/embed/session-details.html#token=AQE"),
            language,
        })
    }

    #[test]
    fn each_language_says_everything_but_the_authenticated_link() {
        for language in Language::ALL {
            let text = message("<Ordre> & jour", "https://visio.example.fr", language);
            for part in [
                "&lt;Ordre&gt; &amp; jour<br>",
                "411 464 571",
                "<a href=\"https://visio.example.fr/rejoindre/moderateur#secret\">https://visio",
                "<a href=\"https://visio.example.fr/rejoindre/participant#secret\">https://visio",
                "+33 1 23 45 67 89",
                "%%CONFNUM%% #",
                "<a href=\"https://visio.example.fr/embed/session-details.html#token=AQE\">",
            ] {
                assert!(text.contains(part), "{part} in {text}");
            }
            assert!(!text.contains("authentifie"), "{text}");
        }
        let said = |language| message("", "https://x.fr", language);
        assert!(said(Language::Fr).contains("début de la réunion"));
        assert!(said(Language::En).contains("meeting started"));
    }

    #[test]
    fn an_address_that_would_be_taken_away_stands_in_the_text() {
        let text = message("", "http://localhost:8080", Language::Fr);
        let address = ">http://localhost:8080/embed/session-details.html#token=AQE</a><br>";
        assert!(text.contains(address), "{text}");
    }
}

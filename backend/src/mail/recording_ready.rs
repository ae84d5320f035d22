//! The mail that a recording of a room is ready.

use maud::{DOCTYPE, html};
use parvis_contract::language::Language;
use uuid::Uuid;

use crate::storage::outgoing_mails::NewMail;
use crate::texts::MailTexts;

/// What the mail tells. It names no address that plays the recording: mails are passed on.
pub(crate) struct RecordingReadyMail<'a> {
    /// The name of the room.
    pub room_name: &'a str,
    /// The address of the page with the room's recordings.
    pub page: &'a str,
    /// The name of the service.
    pub service_name: &'a str,
    /// The reader's language.
    pub language: Language,
}

impl RecordingReadyMail<'_> {
    /// The mail.
    pub(crate) fn compose(&self, id: Uuid, recipient: String) -> NewMail {
        let Self {
            room_name,
            page,
            service_name,
            language,
        } = *self;
        let texts = MailTexts::of(language);
        let subject = texts.recording_ready_subject(room_name);
        let sentence = texts.recording_ready(room_name);
        let automatic = texts.automatic(service_name);
        let (see, detail) = (texts.see_recordings(), texts.asks_to_sign_in());
        let plain_text = format!("{sentence}\n\n{see}\n{page}\n{detail}\n\n-- \n{automatic}\n");
        let html = html! {
            (DOCTYPE)
            html lang=(language.tag()) {
                head {
                    meta charset="utf-8";
                    title { (subject) }
                }
                body {
                    p { (sentence) }
                    p {
                        a href=(page) { (see) }
                        br;
                        (detail)
                    }
                    p { small { (automatic) } }
                }
            }
        };
        NewMail {
            id,
            recipient,
            subject,
            plain_text,
            html: html.into_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(room_name: &str, language: Language) -> NewMail {
        let mail = RecordingReadyMail {
            room_name,
            page: "https://visio.example.fr/salles/7/enregistrements",
            service_name: "Visio & co",
            language,
        };
        mail.compose(Uuid::from_u128(1), "alix@example.fr".to_owned())
    }

    #[test]
    fn each_language_names_the_room_and_leads_to_its_recordings() {
        for language in Language::ALL {
            let mail = mail("Conseil", language);
            assert!(mail.subject.contains("Conseil"), "{}", mail.subject);
            for part in [
                "Conseil",
                "\nhttps://visio.example.fr/salles/7/enregistrements\n",
                "Visio & co",
            ] {
                assert!(mail.plain_text.contains(part), "{}", mail.plain_text);
            }
            for part in [
                "Conseil",
                "href=\"https://visio.example.fr/salles/7/enregistrements\"",
                "Visio &amp; co",
                &format!("lang=\"{}\"", language.tag()),
            ] {
                assert!(mail.html.contains(part), "{}", mail.html);
            }
        }
        let sentence = |language| mail("Conseil", language).plain_text;
        assert!(sentence(Language::Fr).contains("est prêt"));
        assert!(sentence(Language::En).contains("is ready"));
    }

    #[test]
    fn no_name_of_a_room_becomes_markup() {
        let mail = mail("<b>\"R\" & D</b>", Language::En);
        assert!(!mail.html.contains("<b>"), "{}", mail.html);
        let escaped = "&lt;b&gt;&quot;R&quot; &amp; D&lt;/b&gt;";
        assert!(mail.html.contains(escaped), "{}", mail.html);
        assert!(mail.plain_text.contains("<b>\"R\" & D</b>"));
    }
}

//! The mail that a recording of a room is ready.

use maud::html;
use parvis_contract::language::Language;
use uuid::Uuid;

use super::letter::Letter;
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
        let sentence = texts.recording_ready(room_name);
        let letter = Letter {
            subject: texts.recording_ready_subject(room_name),
            text: format!("{sentence}\n\n"),
            html: html! { p { (sentence) } },
            link: (texts.see_recordings(), page),
            service_name,
            language,
        };
        letter.finish(id, recipient)
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

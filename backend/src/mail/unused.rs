//! The mail that unused rooms, or an unused account with its rooms, will be deleted.

use maud::{Markup, html};
use parvis_contract::language::Language;
use uuid::Uuid;

use super::letter::Letter;
use crate::clock::Moment;
use crate::storage::outgoing_mails::NewMail;
use crate::texts::MailTexts;

/// What the mail tells.
pub(crate) struct UnusedMail<'a> {
    /// The names of rooms that will be deleted because nobody uses them.
    pub rooms: &'a [String],
    /// If the account will be deleted, the names of all its rooms.
    pub account: Option<&'a [String]>,
    /// The first day on which that happens, in UTC.
    pub date: Moment,
    /// The address of the portal.
    pub portal: &'a str,
    /// The name of the service.
    pub service_name: &'a str,
    /// The reader's language.
    pub language: Language,
}

/// What is said of some rooms, their names, and what to do to keep them.
struct Section<'a> {
    sentence: String,
    names: &'a [String],
    advice: &'static str,
}

impl UnusedMail<'_> {
    /// The mail.
    pub(crate) fn compose(&self, id: Uuid, recipient: String) -> NewMail {
        let texts = MailTexts::of(self.language);
        let date = self.date(texts);
        let subject = match self.account {
            Some(_) => texts.unused_account_subject(&date),
            None => texts.unused_rooms_subject(&date),
        };
        let sections = self.sections(texts, &date);
        let letter = Letter {
            subject,
            text: sections.iter().map(Section::plain_text).collect(),
            html: html! { @for section in &sections { (section.html()) } },
            link: (texts.open_portal(), self.portal),
            service_name: self.service_name,
            language: self.language,
        };
        letter.finish(id, recipient)
    }

    fn sections(&self, texts: MailTexts, date: &str) -> Vec<Section<'_>> {
        let of_account = self.account.map(|names| Section {
            sentence: if names.is_empty() {
                texts.unused_account_alone(self.service_name, date)
            } else {
                texts.unused_account(self.service_name, date)
            },
            names,
            advice: texts.keep_account(),
        });
        let of_rooms = (!self.rooms.is_empty()).then(|| Section {
            sentence: texts.unused_rooms(date, self.rooms.len()),
            names: self.rooms,
            advice: texts.keep_rooms(),
        });
        of_account.into_iter().chain(of_rooms).collect()
    }

    fn date(&self, texts: MailTexts) -> String {
        let (year, month, day) = self.date.date();
        let day = texts.day_of_month(u32::from(day));
        texts.date(&day, u32::from(month), &year.to_string())
    }
}

impl Section<'_> {
    fn plain_text(&self) -> String {
        let Self {
            sentence, advice, ..
        } = self;
        let names = self.names.iter().map(|name| format!("- {name}\n"));
        let names: String = names.collect();
        let gap = if names.is_empty() { "" } else { "\n" };
        format!("{sentence}\n{gap}{names}\n{advice}\n\n")
    }

    fn html(&self) -> Markup {
        html! {
            p { (self.sentence) }
            @if !self.names.is_empty() {
                ul {
                    @for name in self.names { li { (name) } }
                }
            }
            p { (self.advice) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATE: Moment = Moment(1_772_323_200_000);

    fn mail(rooms: &[&str], account: Option<&[&str]>, language: Language) -> NewMail {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let rooms: Vec<String> = owned(rooms);
        let account: Option<Vec<String>> = account.map(owned);
        let mail = UnusedMail {
            rooms: &rooms,
            account: account.as_deref(),
            date: DATE,
            portal: "https://visio.example.fr/",
            service_name: "Visio & co",
            language,
        };
        mail.compose(Uuid::from_u128(1), "alix@example.fr".to_owned())
    }

    #[test]
    fn each_language_names_the_rooms_and_the_day() {
        for (language, day) in Language::ALL.into_iter().zip([
            "1er\u{a0}mars\u{a0}2026",
            "1\u{a0}March\u{a0}2026",
            "1.\u{a0}März\u{a0}2026",
            "1\u{a0}de\u{a0}marzo\u{a0}de\u{a0}2026",
            "1º\u{a0}marzo\u{a0}2026",
            "1\u{a0}maart\u{a0}2026",
            "1\u{a0}de\u{a0}março\u{a0}de\u{a0}2026",
        ]) {
            let mail = mail(&["Conseil", "<b>"], None, language);
            assert!(mail.subject.contains(day), "{}", mail.subject);
            for part in [
                "\n- Conseil\n- <b>\n",
                day,
                "\nhttps://visio.example.fr/\n",
                "Visio & co",
            ] {
                assert!(mail.plain_text.contains(part), "{}", mail.plain_text);
            }
            for part in [
                "<li>Conseil</li><li>&lt;b&gt;</li>",
                day,
                "href=\"https://visio.example.fr/\"",
                "Visio &amp; co",
                &format!("lang=\"{}\"", language.tag()),
            ] {
                assert!(mail.html.contains(part), "{}", mail.html);
            }
        }
    }

    #[test]
    fn an_account_and_rooms_of_it_are_told_apart() {
        let both = mail(&["Ancienne"], Some(&["Ancienne", "Autre"]), Language::En);
        assert!(both.subject.contains("account"), "{}", both.subject);
        let text = both.plain_text;
        assert_eq!(text.matches("- Ancienne\n").count(), 2, "{text}");
        assert_eq!(text.matches("- Autre\n").count(), 1, "{text}");
        let alone = mail(&[], Some(&[]), Language::En);
        assert!(!alone.html.contains("<ul>"), "{}", alone.html);
        assert!(!alone.plain_text.contains("rooms"), "{}", alone.plain_text);
    }
}

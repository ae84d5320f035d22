//! What all mails have in common: the link that they end with, and who sends them.

use maud::{DOCTYPE, Markup, html};
use parvis_contract::language::Language;
use uuid::Uuid;

use crate::storage::outgoing_mails::NewMail;
use crate::texts::MailTexts;

/// A mail before its end.
pub(super) struct Letter<'a> {
    pub subject: String,
    /// What it says, as plain text that ends with an empty line.
    pub text: String,
    /// The same as HTML.
    pub html: Markup,
    /// The label and the address of the link, which asks people to sign in.
    pub link: (&'a str, &'a str),
    /// The name of the service.
    pub service_name: &'a str,
    /// The reader's language.
    pub language: Language,
}

impl Letter<'_> {
    /// The mail.
    pub fn finish(self, id: Uuid, recipient: String) -> NewMail {
        let Self {
            subject,
            text,
            html: content,
            link: (label, page),
            service_name,
            language,
        } = self;
        let texts = MailTexts::of(language);
        let (detail, automatic) = (texts.asks_to_sign_in(), texts.automatic(service_name));
        let html = html! {
            (DOCTYPE)
            html lang=(language.tag()) {
                head {
                    meta charset="utf-8";
                    title { (subject) }
                }
                body {
                    (content)
                    p {
                        a href=(page) { (label) }
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
            plain_text: format!("{text}{label}\n{page}\n{detail}\n\n-- \n{automatic}\n"),
            html: html.into_string(),
        }
    }
}

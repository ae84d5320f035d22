//! Every text of the part for those who are signed in. The other part does not download them.

mod en;
mod fr;
mod texts;

use leptos::prelude::*;

use super::{I18n, Locale, Text};

pub use texts::AgentTexts;

/// The text that `pick` names, in the language in use.
pub fn say(pick: fn(&'static AgentTexts) -> &'static str) -> Text {
    compose(move |texts| pick(texts).to_owned())
}

/// A text that `compose` makes of the texts of the language in use.
pub fn compose(compose: impl Fn(&'static AgentTexts) -> String + Send + Sync + 'static) -> Text {
    let i18n = I18n::get();
    Signal::derive(move || compose(texts(i18n.locale())))
}

/// The texts of the language in use at this moment, for code that runs once.
pub fn texts_now(i18n: I18n) -> &'static AgentTexts {
    texts(i18n.locale_now())
}

fn texts(locale: Locale) -> &'static AgentTexts {
    match locale {
        Locale::Fr => &fr::TEXTS,
        Locale::En => &en::TEXTS,
    }
}

//! Every text of the part for guests. The other part does not download them.

mod en;
mod fr;
mod texts;

use leptos::prelude::*;

use super::{I18n, Locale, Text};

pub use texts::GuestTexts;

/// The text that `pick` names, in the language in use.
pub fn say(pick: fn(&'static GuestTexts) -> &'static str) -> Text {
    compose(move |texts| pick(texts).to_owned())
}

/// A text that `compose` makes of the texts of the language in use.
pub fn compose(compose: impl Fn(&'static GuestTexts) -> String + Send + Sync + 'static) -> Text {
    let i18n = I18n::get();
    Signal::derive(move || compose(texts(i18n.locale())))
}

fn texts(locale: Locale) -> &'static GuestTexts {
    match locale {
        Locale::Fr => &fr::TEXTS,
        Locale::En => &en::TEXTS,
    }
}

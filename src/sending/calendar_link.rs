//! The link that downloads the calendar file.

use leptos::prelude::*;
use parvis_ui::dynamic;

use super::calendar;
use super::choices::InvitationChoices;
use super::file::download_link;
use super::when::needs_date;
use crate::i18n::sending::{SendingTexts, say};

/// The link, or what the calendar needs. In the context are the [`InvitationChoices`].
#[component]
pub fn CalendarLink() -> impl IntoView {
    let choices = expect_context::<InvitationChoices>();
    dynamic(move || {
        let link = calendar_file(choices).and_then(|file| {
            download_link(
                "invitation.ics",
                "text/calendar;charset=utf-8",
                &file,
                "fr-btn fr-btn--secondary fr-btn--sm",
                say(SendingTexts::calendar),
            )
        });
        link.unwrap_or_else(needs_date)
    })
}

/// The calendar file; `None` without a date, or with one out of the range of calendars.
fn calendar_file(choices: InvitationChoices) -> Option<String> {
    let span = choices.span.get()?;
    let audience = choices.audience.get();
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds of a clock")]
    let now = js_sys::Date::now() as i64;
    // A meeting of a room is one entry, however often its file is opened. Each audience has an entry of
    // its own, because a calendar would pass the links of one on to the other.
    let uid = format!(
        "{}-{}-{}@parvis",
        choices.room,
        audience.word(),
        span.starts_at
    );
    choices.message.with(|message| {
        choices
            .invitation
            .with_value(|invitation| calendar::file(invitation, audience, message, span, now, &uid))
    })
}

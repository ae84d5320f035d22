//! Date and duration of the meeting: fields, validation, and the sentence in the message.

use js_sys::{Array, Date, JsString, Object, Reflect};
use leptos::prelude::*;
use parvis_contract::options::MINUTES;
use parvis_ui::dynamic;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, Node};

use crate::dates::Moment;
use crate::i18n::Text;
use crate::i18n::sending::{SendingTexts, compose, say};

/// When a meeting takes place: an instant, so that every calendar shows it in its own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Milliseconds since 1970, in universal time.
    pub starts_at: i64,
    /// The duration.
    pub minutes: i64,
}

/// The fields. All of them are optional.
#[derive(Clone, Copy)]
pub struct When {
    date: RwSignal<String>,
    start: RwSignal<String>,
    minutes: RwSignal<String>,
}

/// The values of the fields, as kept in the draft.
#[derive(PartialEq, Serialize, Deserialize)]
pub struct WhenValues {
    date: String,
    start: String,
    minutes: String,
}

impl Default for WhenValues {
    /// No date, and an hour.
    fn default() -> Self {
        Self {
            date: String::new(),
            start: String::new(),
            minutes: "60".to_owned(),
        }
    }
}

impl When {
    /// Creates the fields, with the values of the draft if there is one.
    pub fn new(values: Option<WhenValues>) -> Self {
        let values = values.unwrap_or_default();
        Self {
            date: RwSignal::new(values.date),
            start: RwSignal::new(values.start),
            minutes: RwSignal::new(values.minutes),
        }
    }

    /// The current values; `None` once the fields are removed.
    pub fn values(self) -> Option<WhenValues> {
        Some(WhenValues {
            date: self.date.try_get_untracked()?,
            start: self.start.try_get_untracked()?,
            minutes: self.minutes.try_get_untracked()?,
        })
    }

    /// The span, once all fields are filled in and valid.
    pub fn span(self) -> Option<Span> {
        let (date, start) = (self.date.get(), self.start.get());
        let minutes = self.valid_minutes()?;
        if date.is_empty() || start.is_empty() {
            return None;
        }
        // Without a time zone, this is parsed as local time.
        let starts_at = Date::new(&format!("{date}T{start}").into()).get_time();
        #[allow(
            clippy::cast_possible_truncation,
            reason = "a time of a calendar, or none"
        )]
        starts_at.is_finite().then_some(Span {
            starts_at: starts_at as i64,
            minutes,
        })
    }

    /// Whether there is a date without a time, or a time without a date.
    fn is_incomplete(self) -> bool {
        self.date.with(String::is_empty) != self.start.with(String::is_empty)
    }

    /// Whether the duration is invalid, which matters once there is a date or a time.
    fn has_invalid_duration(self) -> bool {
        let is_dated = !(self.date.with(String::is_empty) && self.start.with(String::is_empty));
        is_dated && self.valid_minutes().is_none()
    }

    fn valid_minutes(self) -> Option<i64> {
        let minutes = self.minutes.with(|minutes| minutes.trim().parse().ok())?;
        MINUTES.contains(&minutes).then_some(minutes)
    }
}

/// A sentence about a span, in the language of this tag and the device's time zone.
pub fn format_span(texts: SendingTexts, span: Span, language: &'static str) -> String {
    #[allow(
        clippy::cast_precision_loss,
        reason = "milliseconds are far below 2^53"
    )]
    let when = Moment::at(span.starts_at as f64, language).exact();
    texts.takes_place(&capitalise(&when), &time_zone(), span.minutes)
}

/// The name of the device's time zone, such as `Europe/Paris`.
fn time_zone() -> String {
    let format = js_sys::Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    let time_zone = Reflect::get(&format.resolved_options(), &"timeZone".into());
    time_zone
        .ok()
        .and_then(|time_zone| time_zone.as_string())
        .unwrap_or_default()
}

/// Makes the first character a capital. The browser does it, as `char::to_uppercase` would add Unicode's table to the
/// download.
fn capitalise(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(String::from).unwrap_or_default();
    let capital = String::from(JsString::from(first).to_upper_case());
    capital + characters.as_str()
}

/// The fields for date, time and duration.
#[component]
pub fn WhenFields(when: When) -> impl IntoView {
    // An incomplete date is not reported while the person moves from one field to the next.
    let has_lost_focus = RwSignal::new(false);
    let focus_left = move |event: FocusEvent| {
        let inside = |next: Node| {
            let group = event
                .current_target()
                .and_then(|group| group.dyn_into::<Node>().ok());
            group.is_some_and(|group| group.contains(Some(&next)))
        };
        let next = event
            .related_target()
            .and_then(|next| next.dyn_into::<Node>().ok());
        if !next.is_some_and(inside) {
            has_lost_focus.set(true);
        }
    };
    let incomplete = Memo::new(move |_| has_lost_focus.get() && when.is_incomplete());
    let invalid_duration = Memo::new(move |_| when.has_invalid_duration());
    let error = dynamic(move || {
        if incomplete.get() {
            view! { <p class="fr-message fr-message--error">{say(SendingTexts::date_and_time)}</p> }
                .into_any()
        } else if invalid_duration.get() {
            let sentence =
                |texts: SendingTexts| texts.minutes_refused(*MINUTES.start(), *MINUTES.end());
            view! { <p class="fr-message fr-message--error">{compose(sentence)}</p> }.into_any()
        } else {
            ().into_any()
        }
    });
    view! {
        <fieldset
            class="sending__group"
            aria-describedby="when-detail"
            data-chunk="calendar"
            on:focusout=focus_left
        >
            <legend class="sending__legend">{say(SendingTexts::when)}</legend>
            <p class="fr-hint-text" id="when-detail">
                {compose(|texts| texts.when_detail(&time_zone()))}
            </p>
            <div class="sending__fields">
                {field("date", "date", say(SendingTexts::date), when.date, incomplete)}
                {field("start", "time", say(SendingTexts::start), when.start, incomplete)} <div>
                    <label class="fr-label" for="minutes">
                        {say(SendingTexts::minutes)}
                    </label>
                    <input
                        class="fr-input"
                        id="minutes"
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        aria-describedby="when-error"
                        aria-invalid=move || invalid_duration.get().to_string()
                        prop:value=when.minutes
                        on:input=move |event| when.minutes.set(event_target_value(&event))
                    />
                </div>
            </div>
            <div id="when-error" aria-live="polite">
                {error}
            </div>
        </fieldset>
    }
}

/// Shown in place of the link to the calendar file, while there is no date that a calendar can have.
pub fn needs_date() -> AnyView {
    let hint = say(SendingTexts::calendar_needs_date);
    view! { <p class="fr-hint-text sending__needs">{hint}</p> }.into_any()
}

fn field(
    id: &'static str,
    kind: &'static str,
    label: Text,
    value: RwSignal<String>,
    incomplete: Memo<bool>,
) -> AnyView {
    view! {
        <div>
            <label class="fr-label" for=id>
                {label}
            </label>
            <input
                class="fr-input"
                id=id
                type=kind
                autocomplete="off"
                aria-describedby="when-error"
                aria-invalid=move || (incomplete.get() && value.with(String::is_empty)).to_string()
                value=value.get_untracked()
                // The value is never written back: that would empty a field whose parts are being typed.
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}

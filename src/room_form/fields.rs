//! Fields for the options of a room, in sections.

use std::ops::RangeInclusive;

use leptos::prelude::*;
use parvis_contract::field::{FieldError, FieldReason};
use parvis_contract::options::{
    LONGEST_ADDRESS, LONGEST_MESSAGE, MINUTES, PARTICIPANTS, RoomOptions,
    RoomOptionsStoreFields as _,
};
use parvis_contract::room::{RoomDetails, RoomName};
use parvis_ui::{FoldOut, Switch, TextArea, TextField, dynamic};
use reactive_stores::{Field, Store};

use super::field_errors::{FieldErrors, field_id};
use super::numbers::{format_number, parse_number};
use super::values::form_values;
use crate::i18n::Text;
use crate::i18n::forms::{FormTexts, compose, say};
use crate::portal::Portal;

form_values!(max_participants, minutes);

type TextFn = fn(FormTexts) -> &'static str;

/// All options.
#[component]
pub fn OptionFields(
    /// The options of the form.
    #[prop(into)]
    options: Field<RoomOptions>,
    /// The numbers, as typed.
    values: Store<FormValues>,
    field_errors: FieldErrors,
    /// Further content of the section with advanced options.
    advanced: Option<ViewFn>,
) -> impl IntoView {
    // Without authenticated links, the option would have no effect.
    let may_bypass = Portal::get().instance(|instance| instance.attendees_provider.is_some());
    let bypass = dynamic(move || {
        if may_bypass && options.waiting_room().get() {
            let value = options.authenticated_bypass();
            switch(
                "authenticated_bypass",
                value,
                FormTexts::authenticated_bypass,
            )
        } else {
            ().into_any()
        }
    });
    view! {
        <Section title=FormTexts::welcoming>
            <TextArea
                id="room-welcome"
                label=say(FormTexts::welcome)
                hint=at_most(LONGEST_MESSAGE, FormTexts::welcome_hint)
                value=options.welcome()
                error=refusal(
                    field_errors,
                    "welcome",
                    |texts, reason| { texts.text_refused(reason, LONGEST_MESSAGE) },
                )
            />
            {number(
                ("room-max_participants", "max_participants"),
                FormTexts::max_participants,
                values.max_participants().into(),
                PARTICIPANTS,
                field_errors,
            )}
            {number(
                ("room-minutes", "minutes"),
                FormTexts::minutes,
                values.minutes().into(),
                MINUTES,
                field_errors,
            )}
            {switch("waiting_room", options.waiting_room(), FormTexts::waiting_room)}
            {bypass}
        </Section>
        <Section title=FormTexts::interactions>
            {switch("mute_on_start", options.mute_on_start(), FormTexts::mute_on_start)}
            {switch("microphones", options.microphones(), FormTexts::microphones)}
            {switch("cameras", options.cameras(), FormTexts::cameras)}
            {switch(
                "cameras_for_moderators_only",
                options.cameras_for_moderators_only(),
                FormTexts::cameras_for_moderators_only,
            )} {switch("private_chat", options.private_chat(), FormTexts::private_chat)}
            {switch("public_chat", options.public_chat(), FormTexts::public_chat)}
            {switch("shared_notes", options.shared_notes(), FormTexts::shared_notes)}
        </Section>
        <Section title=FormTexts::recording>
            {switch("manual_recording", options.manual_recording(), FormTexts::manual_recording)}
            {switch(
                "automatic_recording",
                options.automatic_recording(),
                FormTexts::automatic_recording,
            )}
        </Section>
        <Section title=FormTexts::advanced>
            <TextArea
                id="room-moderators_message"
                label=say(FormTexts::moderators_message)
                hint=at_most(LONGEST_MESSAGE, FormTexts::moderators_message_hint)
                value=options.moderators_message()
                error=refusal(
                    field_errors,
                    "moderators_message",
                    |texts, reason| { texts.text_refused(reason, LONGEST_MESSAGE) },
                )
            />
            <TextField
                id="room-logout_url"
                label=say(FormTexts::logout_url)
                hint=say(FormTexts::logout_url_hint)
                value=options.logout_url()
                error=refusal(
                    field_errors,
                    "logout_url",
                    |texts, reason| { texts.address_refused(reason, LONGEST_ADDRESS) },
                )
                autocomplete="off"
                inputmode="url"
                optional=true
            />
            {advanced.map(|advanced| advanced.run())}
        </Section>
    }
}

/// A section that expands.
#[component]
fn Section(title: TextFn, children: Children) -> impl IntoView {
    view! { <FoldOut summary=say(title)>{children()}</FoldOut> }
}

/// The field of a number that may be absent: its element and its name, and the bounds of the number.
fn number(
    (id, field): (&'static str, &'static str),
    label: TextFn,
    value: Field<String>,
    bounds: RangeInclusive<i64>,
    field_errors: FieldErrors,
) -> AnyView {
    let (least, most) = bounds.into_inner();
    let refused = compose(move |texts| match field_errors.of(field) {
        Some(_) => texts.number_refused(least, most),
        None => String::new(),
    });
    view! {
        <TextField
            id
            label=say(label)
            hint=compose(move |texts| texts.number_hint(least, most))
            value
            error=refused
            autocomplete="off"
            inputmode="numeric"
            optional=true
        />
    }
    .into_any()
}

fn switch(field: &'static str, value: impl Into<Field<bool>>, label: TextFn) -> AnyView {
    let value = value.into();
    let on_change = move |is_on| value.set(is_on);
    view! {
        <Switch
            id=field_id(field)
            label=say(label)
            value=Signal::derive(move || value.get())
            on_change
        />
    }
    .into_any()
}

fn at_most(characters: usize, hint: TextFn) -> Text {
    compose(move |texts| format!("{} {}.", hint(texts), texts.shared().at_most(characters)))
}

/// Why a field is refused, as a text; empty if it is valid.
fn refusal(
    field_errors: FieldErrors,
    field: &'static str,
    text_of: fn(FormTexts, FieldReason) -> String,
) -> Text {
    compose(move |texts| match field_errors.of(field) {
        Some(reason) => text_of(texts, reason),
        None => String::new(),
    })
}

//! Row of a recording in the list.

use leptos::prelude::*;
use parvis_contract::field::FieldReason;
use parvis_contract::recording::{RecordingName, RecordingState};
use parvis_ui::{Button, Switch, dynamic};

use super::list::{DELETE, RESTORE, RecordingRow, Recordings};
use super::play::Formats;
use super::state::shown_name;
use crate::dates::Moment;
use crate::i18n::agents::{self, AgentTexts};
use crate::i18n::forms::FormTexts;
use crate::i18n::recordings::{RecordingTexts, compose, say};
use crate::i18n::{I18n, Text};
use crate::rows::{NameField, RENAME};
use crate::units;

/// A recording with its facts and actions; or, once it is deleted, a button that restores it.
#[component]
pub fn RecordingLine(recordings: Recordings, row: RecordingRow) -> impl IntoView {
    let state = Memo::new(move |_| {
        let is_deleted = row.read(|recording| *recording.deleted.shown());
        (row.is_gone(), is_deleted)
    });
    let content = dynamic(move || match state.get() {
        (true, _) => view! { <p class="room__gone">{name_of(row)}</p> }.into_any(),
        (false, true) => view! { <Deleted recordings row /> }.into_any(),
        (false, false) => view! { <Active recordings row /> }.into_any(),
    });
    view! { <li class="recording">{content} {row.refusal()}</li> }
}

#[component]
fn Active(recordings: Recordings, row: RecordingRow) -> impl IntoView {
    let is_renaming = Memo::new(move |_| row.read(|recording| recording.typed.is_some()));
    let detail = compose(move |texts| format!("({})", texts.of(&row.read(shown_name))));
    let form = dynamic(move || {
        if is_renaming.get() {
            name_field(recordings, row, detail)
        } else {
            ().into_any()
        }
    });
    view! {
        <div class="recording__head">
            <h2 class="recording__name">{name_of(row)}</h2>
            <button
                type="button"
                id=row.element_id(RENAME)
                class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--edit"
                aria-label=compose(move |texts| {
                    format!("{} {}", texts.rename(), texts.of(&row.read(shown_name)))
                })
                data-tip=say(RecordingTexts::rename)
                on:click=move |_| row.open_name()
            ></button>
            <button
                type="button"
                id=row.element_id(DELETE)
                class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--delete"
                aria-label=agents::compose(move |texts| texts.delete_room(&row.read(shown_name)))
                data-tip=agents::say(AgentTexts::delete)
                on:click=move |_| recordings.delete(row)
            ></button>
        </div>
        {form}
        <Facts row />
        <Formats recordings row />
        <Switches recordings row detail />
    }
}

/// The field with the new name.
fn name_field(recordings: Recordings, row: RecordingRow, detail: Text) -> AnyView {
    let refused = RwSignal::new(None::<FieldReason>);
    let error = compose(move |texts| match refused.get() {
        None => String::new(),
        Some(FieldReason::Empty) => texts.name_missing().to_owned(),
        Some(other) => FormTexts(texts.0).text_refused(other, RecordingName::MAX),
    });
    let texts = NameField {
        label: say(RecordingTexts::new_name),
        detail,
        save: compose(|texts| FormTexts(texts.0).save().to_owned()),
        refused,
        error,
    };
    let save = move |typed: &str| {
        recordings.rename(row, RecordingName::parse(typed)?.into());
        Ok(())
    };
    row.name_field(texts, save)
}

/// When it was made, its length and size, its state, and when it is deleted.
#[component]
fn Facts(row: RecordingRow) -> impl IntoView {
    let i18n = I18n::get();
    let facts = compose(move |texts| {
        let tag = i18n.tag();
        row.read(|recording| {
            let recording = &recording.remote;
            let length = match recording.minutes {
                0 => texts.under_a_minute().to_owned(),
                minutes => units::length(minutes, tag),
            };
            let size = recording.size.map(|bytes| units::size(bytes, tag));
            let when = Moment::of(&recording.started_at, tag).exact();
            let parts = [Some(when), Some(length), size];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    });
    let expires = compose(move |texts| {
        let expires_at = row.read(|recording| recording.remote.expires_at.clone());
        expires_at.map_or_else(String::new, |at| {
            texts.expires(&Moment::of(&at, i18n.tag()).day())
        })
    });
    let state = Memo::new(move |_| {
        row.read(|recording| {
            let is_processing = recording.remote.state == RecordingState::Processing;
            (is_processing, *recording.published.shown())
        })
    });
    let badge = dynamic(move || match state.get() {
        (true, _) => view! {
            <p class="fr-badge fr-badge--info fr-badge--sm fr-badge--no-icon">
                {say(RecordingTexts::processing)}
            </p>
            <p class="fr-hint-text">{say(RecordingTexts::processing_detail)}</p>
        }
        .into_any(),
        (false, false) => {
            view! { <p class="fr-badge fr-badge--sm">{say(RecordingTexts::unpublished)}</p> }
                .into_any()
        }
        (false, true) => ().into_any(),
    });
    let expiry = dynamic(move || {
        if expires.with(String::is_empty) {
            ().into_any()
        } else {
            view! { <p class="fr-hint-text">{expires}</p> }.into_any()
        }
    });
    view! {
        <p class="recording__facts">{facts}</p>
        {badge}
        {expiry}
    }
}

/// Whether it is published, and whether it is protected where the server can.
#[component]
fn Switches(recordings: Recordings, row: RecordingRow, detail: Text) -> impl IntoView {
    let shown = Memo::new(move |_| {
        row.read(|recording| {
            let can_publish = recording.remote.state != RecordingState::Processing;
            (can_publish, recording.remote.is_protected.is_some())
        })
    });
    dynamic(move || {
        let (can_publish, can_protect) = shown.get();
        let publish = can_publish.then(|| {
            let value = move || row.read(|recording| *recording.published.shown());
            view! {
                <Switch
                    id=row.element_id("published")
                    label=say(RecordingTexts::published)
                    detail
                    value=Signal::derive(value)
                    on_change=move |is_on| recordings.publish(row, is_on)
                />
            }
            .into_any()
        });
        let protect = (can_publish && can_protect).then(|| {
            let value = move || row.read(|recording| *recording.protected.shown());
            view! {
                <Switch
                    id=row.element_id("protected")
                    label=say(RecordingTexts::protected)
                    detail
                    value=Signal::derive(value)
                    on_change=move |is_on| recordings.protect(row, is_on)
                />
            }
            .into_any()
        });
        view! {
            {publish}
            {protect}
        }
        .into_any()
    })
}

/// The name, with what is pending.
fn name_of(row: RecordingRow) -> Text {
    Signal::derive(move || row.read(shown_name))
}

#[component]
fn Deleted(recordings: Recordings, row: RecordingRow) -> impl IntoView {
    let sentence = compose(move |texts| texts.deleted_now(&row.read(shown_name)));
    let detail = agents::compose(move |texts| texts.restore_detail(&row.read(shown_name)));
    let restore = Callback::new(move |()| recordings.restore(row));
    view! {
        <div class="room__line room__line--deleted">
            <p class="room__gone">{sentence}</p>
            <Button
                class="fr-btn fr-btn--secondary"
                id=row.element_id(RESTORE)
                text=agents::say(AgentTexts::undo)
                detail
                on_press=restore
            />
        </div>
    }
}

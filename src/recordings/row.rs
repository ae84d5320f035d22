//! Row of a recording in the list.

use leptos::prelude::*;
use parvis_contract::recording::RecordingState;
use parvis_ui::{Button, dynamic, focus_soon};

use super::entry::{Entry, EntryState, RowKind};
use super::facts;
use super::list::Recordings;
use super::play::Formats;
use super::rename::RenameForm;
use crate::dates::Moment;
use crate::i18n::agents::{self, AgentTexts};
use crate::i18n::recordings::{RecordingTexts, compose, say};
use crate::i18n::{I18n, Text};
use crate::problem_alert::ProblemAlert;

/// A recording with its facts and actions; or, once it is deleted, a button that restores it.
#[component]
pub fn RecordingRow(recordings: Recordings, entry: Entry) -> impl IntoView {
    let row_kind = Memo::new(move |_| entry.read(EntryState::row_kind));
    let content = dynamic(move || match row_kind.get() {
        RowKind::Active => view! { <Active recordings entry /> }.into_any(),
        RowKind::Deleted => view! { <Deleted recordings entry /> }.into_any(),
        RowKind::Removed => {
            let name: Text = Signal::derive(move || entry.name());
            view! { <p class="room__gone">{name}</p> }.into_any()
        }
    });
    let refused = dynamic(move || match entry.read(|state| state.refused.clone()) {
        Some(refused) => {
            view! { <ProblemAlert what=say(refused.what) error=refused.error /> }.into_any()
        }
        None => ().into_any(),
    });
    view! { <li class="recording">{content} {refused}</li> }
}

#[component]
fn Active(recordings: Recordings, entry: Entry) -> impl IntoView {
    let name: Text = Signal::derive(move || entry.name());
    let is_renaming = Memo::new(move |_| entry.read(|state| state.typed.is_some()));
    let rename = move |_| {
        entry.update(|state| state.typed = Some(state.name.shown().clone()));
        focus_soon(entry.element_id("name"));
    };
    let form = dynamic(move || {
        if is_renaming.get() {
            view! { <RenameForm recordings entry /> }.into_any()
        } else {
            ().into_any()
        }
    });
    let detail = compose(move |texts| texts.of(&entry.name()));
    view! {
        <div class="recording__head">
            <h2 class="recording__name">{name}</h2>
            <button
                type="button"
                id=entry.element_id("rename")
                class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--edit"
                aria-label=compose(move |texts| {
                    format!("{} {}", texts.rename(), texts.of(&entry.name()))
                })
                data-tip=say(RecordingTexts::rename)
                on:click=rename
            ></button>
            <button
                type="button"
                id=entry.element_id("delete")
                class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--delete"
                aria-label=agents::compose(move |texts| texts.delete_room(&entry.name()))
                data-tip=agents::say(AgentTexts::delete)
                on:click=move |_| recordings.delete(entry)
            ></button>
        </div>
        {form}
        <Facts entry />
        <Formats entry />
        <Switches recordings entry detail />
    }
}

/// When it was made, its length and size, its state, and when it is deleted.
#[component]
fn Facts(entry: Entry) -> impl IntoView {
    let i18n = I18n::get();
    let facts = compose(move |texts| {
        let tag = i18n.tag();
        entry.read(|state| {
            let recording = &state.remote;
            let length = match recording.minutes {
                0 => texts.under_a_minute().to_owned(),
                minutes => facts::length(minutes, tag),
            };
            let size = recording.size.map(|bytes| facts::size(bytes, tag));
            let when = Moment::of(&recording.started_at, tag).exact();
            let parts = [Some(when), Some(length), size];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    });
    let expires = compose(move |texts| {
        let expires_at = entry.read(|state| state.remote.expires_at.clone());
        expires_at.map_or_else(String::new, |at| {
            texts.expires(&Moment::of(&at, i18n.tag()).day())
        })
    });
    let state = Memo::new(move |_| {
        entry.read(|state| {
            let is_processing = state.remote.state == RecordingState::Processing;
            (is_processing, *state.published.shown())
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
fn Switches(recordings: Recordings, entry: Entry, detail: Text) -> impl IntoView {
    let shown = Memo::new(move |_| {
        entry.read(|state| {
            let can_publish = state.remote.state != RecordingState::Processing;
            (can_publish, state.remote.is_protected.is_some())
        })
    });
    dynamic(move || {
        let (can_publish, can_protect) = shown.get();
        let publish = can_publish.then(|| {
            switch(
                entry.element_id("published"),
                say(RecordingTexts::published),
                detail,
                Signal::derive(move || entry.read(|state| *state.published.shown())),
                Callback::new(move |is_on| recordings.publish(entry, is_on)),
            )
        });
        let protect = (can_publish && can_protect).then(|| {
            switch(
                entry.element_id("protected"),
                say(RecordingTexts::protected),
                detail,
                Signal::derive(move || entry.read(|state| *state.protected.shown())),
                Callback::new(move |is_on| recordings.protect(entry, is_on)),
            )
        });
        view! {
            {publish}
            {protect}
        }
        .into_any()
    })
}

/// A switch whose value is sent at once.
fn switch(
    id: String,
    label: Text,
    detail: Text,
    value: Signal<bool>,
    on_change: Callback<bool>,
) -> AnyView {
    view! {
        <div class="switch">
            <input
                class="switch__box"
                id=id.clone()
                type="checkbox"
                prop:checked=move || value.get()
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <label class="fr-label switch__label" for=id>
                {label}
                <span class="fr-sr-only">" "{detail}</span>
            </label>
        </div>
    }
    .into_any()
}

#[component]
fn Deleted(recordings: Recordings, entry: Entry) -> impl IntoView {
    let sentence = compose(move |texts| texts.deleted_now(&entry.name()));
    let detail = agents::compose(move |texts| texts.restore_detail(&entry.name()));
    let restore = Callback::new(move |()| recordings.restore(entry));
    view! {
        <div class="room__line room__line--deleted">
            <p class="room__gone">{sentence}</p>
            <Button
                class="fr-btn fr-btn--secondary"
                id=entry.element_id("restore")
                text=agents::say(AgentTexts::undo)
                detail
                on_press=restore
            />
        </div>
    }
}

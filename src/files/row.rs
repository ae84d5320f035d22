//! Row of a file in the list.

use leptos::prelude::*;
use parvis_contract::field::FieldReason;
use parvis_contract::file::{FileName, LONGEST_FILE_NAME};
use parvis_ui::{Button, Switch, dynamic, spawn};

use super::list::{DELETE, DOWN, FileRow, Files, RESTORE, UP};
use super::state::shown_name;
use crate::api::ApiError;
use crate::i18n::agents::{self, AgentTexts};
use crate::i18n::files::{FileTexts, compose, say};
use crate::i18n::forms::FormTexts;
use crate::i18n::{I18n, Text};
use crate::problem_alert::ProblemIfAny;
use crate::rows::{NameField, RENAME};
use crate::units::size;

/// What the row is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Active,
    /// Being sent from another page, or given up there.
    Unfinished,
    Deleted,
    Gone,
}

/// A file with its facts and actions; or, once it is deleted, a button that restores it.
#[component]
pub fn FileLine(
    files: Files,
    row: FileRow,
    /// Whether the room's meeting runs.
    is_running: Memo<bool>,
) -> impl IntoView {
    let kind = Memo::new(move |_| {
        row.read(|file| match (file.remote.received, file.deleted.shown()) {
            _ if row.is_gone() => RowKind::Gone,
            (Some(_), true) => RowKind::Gone,
            (Some(_), false) => RowKind::Unfinished,
            (None, true) => RowKind::Deleted,
            (None, false) => RowKind::Active,
        })
    });
    let content = dynamic(move || match kind.get() {
        RowKind::Gone => view! { <p class="room__gone">{name_of(row)}</p> }.into_any(),
        RowKind::Unfinished => view! { <Unfinished files row /> }.into_any(),
        RowKind::Deleted => view! { <Deleted files row /> }.into_any(),
        RowKind::Active => view! { <Active files row is_running /> }.into_any(),
    });
    view! { <li class="file">{content} {row.refusal()}</li> }
}

#[component]
fn Active(files: Files, row: FileRow, is_running: Memo<bool>) -> impl IntoView {
    let is_renaming = Memo::new(move |_| row.read(|file| file.typed.is_some()));
    let detail = compose(move |texts| format!("({})", texts.of(&row.read(shown_name))));
    let form = dynamic(move || {
        if is_renaming.get() {
            name_field(files, row, detail)
        } else {
            ().into_any()
        }
    });
    view! {
        <div class="file__head">
            <h2 class="file__name">{name_of(row)}</h2>
            <MoveButtons files row />
            <button
                type="button"
                id=row.element_id(RENAME)
                class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--edit"
                aria-label=with_name(row, FileTexts::rename)
                data-tip=say(FileTexts::rename)
                on:click=move |_| row.open_name()
            ></button>
            <button
                type="button"
                id=row.element_id(DELETE)
                class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--delete"
                aria-label=agents::compose(move |texts| texts.delete_room(&row.read(shown_name)))
                data-tip=agents::say(AgentTexts::delete)
                on:click=move |_| files.delete(row)
            ></button>
        </div>
        {form}
        <Facts files row detail />
        <Switch
            id=row.element_id("first")
            label=say(FileTexts::first)
            detail
            value=Signal::derive(move || row.read(|file| *file.is_first.shown()))
            on_change=move |is_on| files.set_first(row, is_on)
        />
        <Switch
            id=row.element_id("downloadable")
            label=say(FileTexts::downloadable)
            detail
            value=Signal::derive(move || row.read(|file| *file.is_downloadable.shown()))
            on_change=move |is_on| files.set_downloadable(row, is_on)
        />
        <Present files row detail is_running />
    }
}

/// The field with the new name.
fn name_field(files: Files, row: FileRow, detail: Text) -> AnyView {
    let refused = RwSignal::new(None::<FieldReason>);
    let error = compose(move |texts| match refused.get() {
        None => String::new(),
        Some(FieldReason::Empty) => texts.name_missing().to_owned(),
        Some(other) => FormTexts(texts.0).text_refused(other, LONGEST_FILE_NAME),
    });
    let texts = NameField {
        label: say(FileTexts::new_name),
        detail,
        save: compose(|texts| FormTexts(texts.0).save().to_owned()),
        refused,
        error,
    };
    let save = move |typed: &str| {
        let kind = row.read_untracked(|file| file.remote.kind);
        files.rename(row, &FileName::parse(typed, kind)?);
        Ok(())
    };
    row.name_field(texts, save)
}

/// The buttons that move the file. At an end of the list, the button that leads beyond it does nothing.
#[component]
fn MoveButtons(files: Files, row: FileRow) -> impl IntoView {
    let place = Memo::new(move |_| row.read(|file| *file.place.shown()));
    let is_last = Memo::new(move |_| place.get().saturating_add(1) >= files.places());
    let up = move |_| {
        if let Some(before) = place.get_untracked().checked_sub(1) {
            files.move_to(row, before);
        }
    };
    let down = move |_| {
        if !is_last.get_untracked() {
            files.move_to(row, place.get_untracked() + 1);
        }
    };
    view! {
        <button
            type="button"
            id=row.element_id(UP)
            class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--up"
            aria-label=with_name(row, FileTexts::up)
            aria-disabled=move || (place.get() == 0).to_string()
            data-tip=say(FileTexts::up)
            on:click=up
        ></button>
        <button
            type="button"
            id=row.element_id(DOWN)
            class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--down"
            aria-label=with_name(row, FileTexts::down)
            aria-disabled=move || is_last.get().to_string()
            data-tip=say(FileTexts::down)
            on:click=down
        ></button>
    }
}

/// The type and the size, and a link that downloads the file.
#[component]
fn Facts(files: Files, row: FileRow, detail: Text) -> impl IntoView {
    let i18n = I18n::get();
    let facts = Signal::derive(move || {
        row.read(|file| {
            let kind = file.remote.kind.extension().to_ascii_uppercase();
            format!("{kind} · {}", size(file.remote.size, i18n.tag()))
        })
    });
    let id = row.read_untracked(|file| file.remote.id);
    view! {
        <p class="file__facts">
            {facts} " · "
            <a
                class="fr-link fr-link--sm"
                href=files.api.file_address(files.room, id)
                download
                rel="external"
            >
                {say(FileTexts::download)}
                <span class="fr-sr-only">" "{detail}</span>
            </a>
        </p>
    }
}

/// Gives the file to the meeting while it runs.
#[component]
fn Present(files: Files, row: FileRow, detail: Text, is_running: Memo<bool>) -> impl IntoView {
    let problem = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let present = Callback::new(move |()| {
        problem.set(None);
        busy.set(true);
        spawn(async move {
            let result = files.present(row).await;
            // The page may have been left.
            busy.try_set(false);
            problem.try_set(result.err());
        });
    });
    dynamic(move || {
        if !is_running.get() {
            return ().into_any();
        }
        view! {
            <div class="file__actions">
                <Button
                    class="fr-btn fr-btn--secondary fr-btn--sm"
                    text=say(FileTexts::present)
                    detail
                    busy
                    on_press=present
                />
            </div>
            <ProblemIfAny what=say(FileTexts::not_presented) error=problem />
        }
        .into_any()
    })
}

/// The name, with what is pending.
fn name_of(row: FileRow) -> Text {
    Signal::derive(move || row.read(shown_name))
}

/// What a button does, and to which file.
fn with_name(row: FileRow, what: fn(FileTexts) -> &'static str) -> Text {
    compose(move |texts| format!("{} {}", what(texts), texts.of(&row.read(shown_name))))
}

/// An upload that this page does not send.
#[component]
fn Unfinished(files: Files, row: FileRow) -> impl IntoView {
    let sentence = compose(move |texts| {
        let (received, size) = row.read(|file| (file.remote.received, file.remote.size));
        texts.unfinished(received.unwrap_or_default().saturating_mul(100) / size.max(1))
    });
    view! {
        <div class="file__head">
            <h2 class="file__name">{name_of(row)}</h2>
            <button
                type="button"
                class="fr-btn fr-btn--tertiary-no-outline icon-button icon-button--delete"
                aria-label=agents::compose(move |texts| texts.delete_room(&row.read(shown_name)))
                data-tip=agents::say(AgentTexts::delete)
                on:click=move |_| files.give_up(row)
            ></button>
        </div>
        <p class="fr-hint-text">{sentence}</p>
    }
}

#[component]
fn Deleted(files: Files, row: FileRow) -> impl IntoView {
    let sentence = compose(move |texts| texts.deleted_now(&row.read(shown_name)));
    let detail = agents::compose(move |texts| texts.restore_detail(&row.read(shown_name)));
    let restore = Callback::new(move |()| files.restore(row));
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

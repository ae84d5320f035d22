//! Form of a room: values, validation, submission and the draft.

use crate::i18n::Texts;
use crate::i18n::forms::FormTexts;
use leptos::prelude::*;
use parvis_contract::options::RoomOptions;
use parvis_contract::room::RoomName;
use parvis_ui::{SubmitButton, TextField, ToastLink, Toasts};
use reactive_stores::Store;

use super::field_errors::FieldErrors;
use super::fields::{FormValues, FormValuesStoreFields as _, OptionFields};
use crate::address::Address;
use crate::api::ApiError;
use crate::draft::{self, Draft};
use crate::i18n::agents;
use crate::i18n::forms::{compose, say, texts_untracked};
use crate::i18n::{I18n, Text, say as shared_say};
use crate::json;
use crate::problem_alert::ProblemIfAny;
use crate::rooms::RoomList;

/// The state of a submission.
#[derive(Clone, Copy)]
pub struct Submission {
    /// Waiting for the response.
    pub busy: RwSignal<bool>,
    /// Why the backend refused.
    pub problem: RwSignal<Option<ApiError>>,
    /// The change is saved, and the draft need not be kept.
    pub done: RwSignal<bool>,
    /// What failed, for the error message.
    failed: Text,
}

impl Submission {
    /// The state before submission.
    pub fn new(failed: Text) -> Self {
        Self {
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            done: RwSignal::new(false),
            failed,
        }
    }
}

/// Asks for a room's name and options. The draft is restored after signing in again.
#[component]
pub fn RoomForm(
    /// The form's address.
    address: Address,
    /// The initial values.
    initial: FormValues,
    /// Whether the name cannot be changed.
    #[prop(optional)]
    has_fixed_name: bool,
    /// The text of the submit button.
    submit_text: Text,
    /// The state of the submission.
    submission: Submission,
    /// Further content of the section with advanced options.
    #[prop(optional, into)]
    advanced: Option<ViewFn>,
    /// Gets a valid name and valid options.
    on_submit: Callback<(RoomName, RoomOptions)>,
) -> impl IntoView {
    let Submission {
        busy,
        problem,
        done,
        failed,
    } = submission;
    let list = RoomList::get();
    let toasts = Toasts::get();
    let draft = draft::take(address).and_then(|draft| json::read(&draft));
    let values = Store::new(draft.unwrap_or_else(|| initial.clone()));
    if has_fixed_name {
        // The draft may be from before the owner has renamed the room.
        values.name().set(initial.name.clone());
    }
    let changed = Callback::new(move |()| {
        if done.try_get_untracked()? {
            return None;
        }
        let values = values.try_get_untracked()?;
        if values == initial {
            return None;
        }
        serde_json::to_string(&values).ok()
    });
    let draft = Draft::new(address, changed);
    draft.on_restore(Callback::new(move |text: String| {
        if let Some(discarded) = json::read(&text) {
            values.set(discarded);
        }
    }));
    let field_errors = FieldErrors::none();

    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        problem.set(None);
        match values.get_untracked().check() {
            Ok(valid) => {
                field_errors.set(Vec::new());
                draft.mark_submitted();
                on_submit.run(valid);
            }
            Err(refused) => field_errors.set(refused),
        }
    };
    let i18n = I18n::get();
    // The toast has a link that restores the discarded draft.
    let cancel = move |event: web_sys::MouseEvent| {
        // A link that opens in another tab leaves the form as it is.
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        // What is being saved is not discarded: it is kept until the response.
        if busy.get_untracked() {
            return;
        }
        if draft.discard() {
            let restore_link = ToastLink {
                text: || shared_say(Texts::take_up),
                href: address.path(),
                prepare: draft::restore_discarded,
            };
            toasts.show(
                texts_untracked(i18n).given_up().to_owned(),
                Some(restore_link),
            );
        }
    };
    let hint = compose(|texts| texts.shared().at_most(RoomName::MAX));
    let error = compose(move |texts| match field_errors.of("name") {
        Some(reason) => texts.name_refused(reason, RoomName::MAX),
        None => String::new(),
    });
    let name = if has_fixed_name {
        let name = values.with_untracked(|values| values.name.clone());
        view! { <p class="form-name">{agents::compose(move |texts| texts.room_is(&name))}</p> }
            .into_any()
    } else {
        view! {
            <TextField
                id="room-name"
                label=say(FormTexts::room_name)
                hint
                value=values.name()
                error
                autocomplete="off"
            />
        }
        .into_any()
    };
    view! {
        <form class="room-form" novalidate on:submit=submit>
            {name}
            <OptionFields options=values.options() values field_errors advanced />
            <ProblemIfAny what=failed error=problem />
            <div class="form-actions">
                <SubmitButton busy text=submit_text />
                <a class="fr-btn fr-btn--secondary" href=list.path() on:click=cancel>
                    {say(|texts| texts.shared().cancel())}
                </a>
            </div>
        </form>
    }
}

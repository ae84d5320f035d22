//! Join form ("Votre nom", "Rejoindre").

use crate::i18n::guests::GuestTexts;
use leptos::ev;
use leptos::prelude::*;
use parvis_contract::field::FieldReason;
use parvis_contract::join::ResolvedLink;
use parvis_contract::problem::ProblemKind;
use parvis_ui::{Alert, AlertKind, SubmitButton, focus_on, listen_to_window};
use reactive_stores::Store;

use super::name_field::{NameField, NameSource};
use super::remembered::{self, NAME_ID};
use crate::address::{Navigator, waiting_path};
use crate::api::{Api, ApiError};
use crate::i18n::guests::{compose, say};
use crate::join_attempt::{JoinEvent, PendingJoin, join};
use crate::page_load;
use crate::portal::Portal;
use crate::problem_alert::ProblemAlert;

/// The state of the form.
#[derive(Clone, PartialEq)]
enum FormState {
    /// Nothing is sent.
    Ready,
    /// Waiting for the backend's response, or for the conference to load.
    Joining,
    /// The meeting has not started, and the browser cannot store what waiting needs.
    NotStarted,
    /// The backend refused.
    Refused(ApiError),
}

/// Asks for a name if one is needed, and joins the meeting of the link.
#[component]
pub fn JoinForm(
    /// The link as the backend has resolved it.
    link: ResolvedLink,
    /// The link's secret.
    secret: String,
    /// Resolves the link again.
    resolve_again: Callback<()>,
) -> impl IntoView {
    let api = Api::get();
    let navigator = Navigator::get();
    let account = Portal::get().account_name();
    let name_source = match (link.is_owner, link.vouched_name) {
        (true, _) => NameSource::Owner(account.clone().unwrap_or_default()),
        (false, Some(name)) => NameSource::Verified(name),
        (false, None) => NameSource::Typed,
    };
    let name = Store::new(match &name_source {
        NameSource::Typed => account.or_else(remembered::name).unwrap_or_default(),
        NameSource::Owner(_) | NameSource::Verified(_) => String::new(),
    });
    let name_error = RwSignal::new(None::<FieldReason>);
    let state = RwSignal::new(FormState::Ready);

    // The page may be restored from the back/forward cache: the form is then ready again.
    let is_verified = matches!(name_source, NameSource::Verified(_));
    listen_to_window(ev::pageshow, move |event| {
        if is_verified && event.persisted() {
            // Another account may be signed in by now.
            page_load::reload();
        }
        state.set(FormState::Ready);
    });

    let kind = link.kind;
    let send = move |request: PendingJoin| {
        state.set(FormState::Joining);
        let pending = request.clone();
        let is_mounted = move || state.try_get_untracked().is_some();
        join(api, &request, is_mounted, move |event| {
            match event {
                JoinEvent::NotLoaded(error)
                    if state.try_get_untracked() == Some(FormState::Joining) =>
                {
                    state.set(FormState::Refused(error));
                }
                JoinEvent::Redirecting | JoinEvent::NotLoaded(_) => {}
                JoinEvent::Waiting { ticket } if pending.store(&ticket) => {
                    navigator.open(&waiting_path(&ticket));
                }
                JoinEvent::Waiting { .. } => state.set(FormState::NotStarted),
                // The session has expired: the link is resolved again, and asks for signing in.
                JoinEvent::Refused(error)
                    if error.kind() == Some(ProblemKind::AttendeeSignInRequired) =>
                {
                    resolve_again.run(());
                }
                JoinEvent::Refused(error) => {
                    let refused = name_error_in(&error);
                    name_error.set(refused);
                    state.set(match refused {
                        Some(_) => FormState::Ready,
                        None => FormState::Refused(error),
                    });
                }
            }
        });
    };
    let source = name_source.clone();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if state.get_untracked() == FormState::Joining {
            return;
        }
        match name.with_untracked(|typed| source.parse(typed)) {
            Ok((shown, typed)) => {
                name_error.set(None);
                if source == NameSource::Typed && Portal::get().account_name().is_none() {
                    remembered::remember(&typed);
                }
                send(PendingJoin {
                    kind,
                    secret: secret.clone(),
                    name: shown,
                    typed_name: typed,
                });
            }
            Err(reason) => {
                name_error.set(Some(reason));
                focus_on(NAME_ID);
            }
        }
    };

    let busy = Signal::derive(move || state.get() == FormState::Joining);
    let text = compose(move |texts| {
        match state.get() {
            FormState::Ready => texts.join(),
            FormState::Joining => texts.joining(),
            FormState::NotStarted | FormState::Refused(_) => texts.shared().retry(),
        }
        .to_owned()
    });
    view! {
        <form novalidate on:submit=submit>
            <NameField name_source name name_error />
            {move || message(state.get())}
            <div class="form-actions">
                <SubmitButton busy text />
            </div>
        </form>
    }
}

/// The reason, if the backend refuses the name.
fn name_error_in(error: &ApiError) -> Option<FieldReason> {
    let ApiError::Problem(problem) = error else {
        return None;
    };
    let refused = problem.errors.iter().find(|error| error.field == "name");
    refused.map(|error| error.reason)
}

/// The message above the button after an attempt.
fn message(state: FormState) -> AnyView {
    match state {
        FormState::Ready | FormState::Joining => ().into_any(),
        FormState::NotStarted => view! {
            <Alert kind=AlertKind::Info title=say(GuestTexts::not_started)>
                <p>{say(GuestTexts::not_started_detail)}</p>
            </Alert>
        }
        .into_any(),
        FormState::Refused(error) => {
            view! { <ProblemAlert what=say(GuestTexts::not_joined) error /> }.into_any()
        }
    }
}

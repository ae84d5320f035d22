//! Join form ("Votre nom", "Rejoindre").

use crate::i18n::guests::GuestTexts;
use leptos::ev;
use leptos::prelude::*;
use parvis_contract::field::FieldReason;
use parvis_contract::join::ResolvedLink;
use parvis_contract::problem::ProblemKind;
use parvis_ui::{Alert, AlertKind, SubmitButton, focus_on, listen_to_window};
use reactive_stores::Store;

use super::entrant::{Entrant, NameField};
use super::remembered::{self, NAME_ID};
use crate::address::{Navigator, waiting_path};
use crate::api::{Api, ApiError};
use crate::entry::{Answer, Wish, ask_in};
use crate::i18n::guests::{compose, say};
use crate::page_load;
use crate::portal::Portal;
use crate::problem_alert::ProblemAlert;

/// The state of the form.
#[derive(Clone, PartialEq)]
enum Step {
    /// Nothing is sent.
    Ready,
    /// Waiting for the backend's response, or for the conference to load.
    Entering,
    /// The meeting has not started, and the browser cannot store what waiting needs.
    TooEarly,
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
    again: Callback<()>,
) -> impl IntoView {
    let api = Api::get();
    let navigator = Navigator::get();
    let account = Portal::get().account_name();
    let entrant = match (link.is_owner, link.vouched_name) {
        (true, _) => Entrant::Owner(account.clone().unwrap_or_default()),
        (false, Some(name)) => Entrant::Vouched(name),
        (false, None) => Entrant::Named,
    };
    let name = Store::new(match &entrant {
        Entrant::Named => account.or_else(remembered::name).unwrap_or_default(),
        Entrant::Owner(_) | Entrant::Vouched(_) => String::new(),
    });
    let name_error = RwSignal::new(None::<FieldReason>);
    let step = RwSignal::new(Step::Ready);

    // The page may be restored from the back/forward cache: the form is then ready again.
    let is_vouched_for = matches!(entrant, Entrant::Vouched(_));
    listen_to_window(ev::pageshow, move |event| {
        if is_vouched_for && event.persisted() {
            // Another account may be signed in by now.
            page_load::reload();
        }
        step.set(Step::Ready);
    });

    let kind = link.kind;
    let enter = move |wish: Wish| {
        step.set(Step::Entering);
        let kept = wish.clone();
        let is_here = move || step.try_get_untracked().is_some();
        ask_in(api, &wish, is_here, move |answer| {
            match answer {
                Answer::NotThere(error) if step.try_get_untracked() == Some(Step::Entering) => {
                    step.set(Step::Refused(error));
                }
                Answer::OnTheWay | Answer::NotThere(_) => {}
                Answer::Waiting { ticket } if kept.keep(&ticket) => {
                    navigator.open(&waiting_path(&ticket));
                }
                Answer::Waiting { .. } => step.set(Step::TooEarly),
                // The session has expired: the link is resolved again, and asks for signing in.
                Answer::Refused(error)
                    if error.kind() == Some(ProblemKind::AttendeeSignInRequired) =>
                {
                    again.run(());
                }
                Answer::Refused(error) => {
                    let refused = refusal_of_name(&error);
                    name_error.set(refused);
                    step.set(match refused {
                        Some(_) => Step::Ready,
                        None => Step::Refused(error),
                    });
                }
            }
        });
    };
    let entering = entrant.clone();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if step.get_untracked() == Step::Entering {
            return;
        }
        match name.with_untracked(|typed| entering.read(typed)) {
            Ok((shown, typed)) => {
                name_error.set(None);
                if entering == Entrant::Named && Portal::get().account_name().is_none() {
                    remembered::remember(&typed);
                }
                enter(Wish {
                    kind,
                    secret: secret.clone(),
                    name: shown,
                    typed,
                });
            }
            Err(reason) => {
                name_error.set(Some(reason));
                focus_on(NAME_ID);
            }
        }
    };

    let busy = Signal::derive(move || step.get() == Step::Entering);
    let text = compose(move |texts| {
        match step.get() {
            Step::Ready => texts.join(),
            Step::Entering => texts.joining(),
            Step::TooEarly | Step::Refused(_) => texts.shared().retry(),
        }
        .to_owned()
    });
    view! {
        <form novalidate on:submit=submit>
            <NameField entrant name name_error />
            {move || outcome(step.get())}
            <div class="form-actions">
                <SubmitButton busy text />
            </div>
        </form>
    }
}

/// The reason, if the backend refuses the name.
fn refusal_of_name(error: &ApiError) -> Option<FieldReason> {
    let ApiError::Problem(problem) = error else {
        return None;
    };
    let mistake = problem.errors.iter().find(|error| error.field == "name");
    mistake.map(|error| error.reason)
}

/// The message above the button after an attempt.
fn outcome(step: Step) -> AnyView {
    match step {
        Step::Ready | Step::Entering => ().into_any(),
        Step::TooEarly => view! {
            <Alert kind=AlertKind::Info title=say(GuestTexts::not_started)>
                <p>{say(GuestTexts::not_started_detail)}</p>
            </Alert>
        }
        .into_any(),
        Step::Refused(error) => {
            view! { <ProblemAlert what=say(GuestTexts::not_joined) error /> }.into_any()
        }
    }
}

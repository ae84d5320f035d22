//! "Votre nom", "Rejoindre".

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use parvis_contract::join::{JoinOutcome, ParticipantName};
use parvis_contract::text::TextError;

use crate::api::{Api, ApiError};
use crate::i18n::guests::{compose, say};
use crate::portal::Portal;
use crate::ui::{
    Alert, AlertKind, ProblemAlert, SubmitButton, TextField, focus_on, live, nothing, spawn,
};

const NAME_ID: &str = "participant-name";

/// After this time on the way to a conference that does not come, the person may ask again.
const ON_THE_WAY: Duration = Duration::from_secs(15);

/// How far the person has come.
#[derive(Clone, PartialEq)]
enum Step {
    /// Nothing is asked of the backend.
    AtTheDoor,
    /// The backend is asked, or the browser is on its way to the conference.
    Entering,
    /// Nobody has started the meeting yet.
    TooEarly,
    /// The backend could not let the person in.
    Refused(ApiError),
}

/// Asks for a name and enters the meeting that the secret leads to.
#[component]
pub fn JoinForm(
    /// The link's secret.
    secret: String,
) -> impl IntoView {
    let api = Api::get();
    let name = RwSignal::new(Portal::get().account_name().unwrap_or_default());
    let name_error = RwSignal::new(None::<TextError>);
    let step = RwSignal::new(Step::AtTheDoor);

    // Someone who comes back from the conference finds the page as they left it: ready again.
    let coming_back = window_event_listener(ev::pageshow, move |_| step.set(Step::AtTheDoor));
    on_cleanup(move || coming_back.remove());

    let enter = move |name: String| {
        let secret = secret.clone();
        step.set(Step::Entering);
        spawn(async move {
            match api.join(secret, name).await {
                Ok(JoinOutcome::Joined { url }) => {
                    if window().location().assign(&url).is_err() {
                        step.try_set(Step::Refused(ApiError::Unexpected));
                    }
                    let still_here = move || {
                        if step.try_get_untracked() == Some(Step::Entering) {
                            step.set(Step::AtTheDoor);
                        }
                    };
                    set_timeout(still_here, ON_THE_WAY);
                }
                Ok(JoinOutcome::NotStarted) => {
                    step.try_set(Step::TooEarly);
                }
                Err(error) => {
                    step.try_set(Step::Refused(error));
                }
            }
        });
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if step.get_untracked() == Step::Entering {
            return;
        }
        let parsed = name.with_untracked(|name| ParticipantName::parse(name));
        name_error.set(parsed.as_ref().err().copied());
        match parsed {
            Ok(name) => enter(name.into()),
            Err(_) => {
                focus_on(NAME_ID);
            }
        }
    };

    let hint = compose(|texts| (texts.shared.at_most)(ParticipantName::MAX));
    let error = compose(move |texts| {
        let (error, max) = (name_error.get(), ParticipantName::MAX);
        error
            .map(|error| (texts.participant_name_error)(error, max))
            .unwrap_or_default()
    });
    let busy = Signal::derive(move || step.get() == Step::Entering);
    let text = compose(move |texts| {
        match step.get() {
            Step::AtTheDoor => texts.join,
            Step::Entering => texts.joining,
            Step::TooEarly | Step::Refused(_) => texts.shared.retry,
        }
        .to_owned()
    });
    view! {
        <form novalidate on:submit=submit>
            <TextField
                id=NAME_ID
                label=say(|texts| texts.your_name)
                hint
                value=name
                error
                autocomplete="name"
            />
            {live(move || outcome(step.get()))}
            <div class="form-actions">
                <SubmitButton busy text />
            </div>
        </form>
    }
}

/// What the person reads above the button after they have tried.
fn outcome(step: Step) -> AnyView {
    match step {
        Step::AtTheDoor | Step::Entering => nothing(),
        Step::TooEarly => view! {
            <Alert kind=AlertKind::Info title=say(|texts| texts.not_started)>
                <p>{say(|texts| texts.not_started_detail)}</p>
            </Alert>
        }
        .into_any(),
        Step::Refused(error) => {
            view! { <ProblemAlert what=say(|texts| texts.not_joined) error /> }.into_any()
        }
    }
}

//! "Votre nom", "Rejoindre".

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use parvis_contract::field::FieldReason;
use parvis_contract::join::{JoinOutcome, NameSuffix, ParticipantName, ResolvedLink};
use parvis_contract::problem::ProblemKind;

use super::remembered;
use crate::api::{Api, ApiError};
use crate::i18n::guests::{compose, say};
use crate::navigation::Navigation;
use crate::portal::Portal;
use crate::ui::{
    Alert, AlertKind, Button, ProblemAlert, SubmitButton, TextField, focus_on, live, nothing, spawn,
};
use crate::waiting::Wish;

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
    /// Nobody has started the meeting yet, and the browser keeps nothing to wait with.
    TooEarly,
    /// The backend could not let the person in.
    Refused(ApiError),
}

/// As whom a person enters.
#[derive(Clone, PartialEq)]
enum Entrant {
    /// Under the name that they type.
    Named,
    /// Under the name of their account: the owner.
    Owner(String),
    /// Under the name that the identity provider vouches for, and what they add to it.
    Vouched(String),
}

/// Asks for a name where one is needed, and enters the meeting that the secret leads to.
#[component]
pub fn JoinForm(
    /// Where the link leads.
    link: ResolvedLink,
    /// The link's secret.
    secret: String,
    /// Asks anew where the link leads.
    again: Callback<()>,
) -> impl IntoView {
    let api = Api::get();
    let navigation = Navigation::get();
    let account = Portal::get().account_name();
    let entrant = match (link.is_owner, link.vouched_name) {
        (true, _) => Entrant::Owner(account.clone().unwrap_or_default()),
        (false, Some(name)) => Entrant::Vouched(name),
        (false, None) => Entrant::Named,
    };
    let name = RwSignal::new(match &entrant {
        Entrant::Named => account.or_else(remembered::name).unwrap_or_default(),
        Entrant::Owner(_) | Entrant::Vouched(_) => String::new(),
    });
    let name_error = RwSignal::new(None::<FieldReason>);
    let step = RwSignal::new(Step::AtTheDoor);

    // Someone who comes back from the conference finds the page as they left it: ready again.
    let is_vouched_for = matches!(entrant, Entrant::Vouched(_));
    let coming_back = window_event_listener(ev::pageshow, move |event| {
        if is_vouched_for && event.persisted() {
            // Shown from memory, it may be somebody else's by now.
            let _ = window().location().reload();
        }
        step.set(Step::AtTheDoor);
    });
    on_cleanup(move || coming_back.remove());

    let kind = link.kind;
    let enter = move |wish: Wish| {
        step.set(Step::Entering);
        spawn(async move {
            let answer = api.join(wish.secret.clone(), wish.typed.clone()).await;
            // Someone who has gone elsewhere meanwhile stays there.
            if step.try_get_untracked().is_none() {
                return;
            }
            match answer {
                Ok(outcome) => go_in(outcome, &wish, navigation, step),
                // The session is over: signing in comes first again.
                Err(error) if error.kind() == Some(ProblemKind::AttendeeSignInRequired) => {
                    again.run(());
                }
                Err(error) => {
                    let refused = refusal_of_name(&error);
                    name_error.set(refused);
                    step.set(match refused {
                        Some(_) => Step::AtTheDoor,
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
        match name.with_untracked(|typed| read(&entering, typed)) {
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
            Step::AtTheDoor => texts.join,
            Step::Entering => texts.joining,
            Step::TooEarly | Step::Refused(_) => texts.shared.retry,
        }
        .to_owned()
    });
    view! {
        <form novalidate on:submit=submit>
            <NameField entrant name name_error />
            {live(move || outcome(step.get()))}
            <div class="form-actions">
                <SubmitButton busy text />
            </div>
        </form>
    }
}

/// Sends the browser to the conference, or to where one waits for it.
fn go_in(outcome: JoinOutcome, wish: &Wish, navigation: Navigation, step: RwSignal<Step>) {
    match outcome {
        JoinOutcome::Joined { url } => {
            if window().location().assign(&url).is_err() {
                step.set(Step::Refused(ApiError::Unexpected));
            }
            let still_here = move || {
                if step.try_get_untracked() == Some(Step::Entering) {
                    step.set(Step::AtTheDoor);
                }
            };
            set_timeout(still_here, ON_THE_WAY);
        }
        JoinOutcome::Waiting { ticket } if wish.keep(&ticket) => {
            navigation.open(&format!("/attente/{ticket}"));
        }
        JoinOutcome::Waiting { .. } => step.set(Step::TooEarly),
    }
}

/// The name that others will see and what is sent for it.
fn read(entrant: &Entrant, typed: &str) -> Result<(String, String), FieldReason> {
    match entrant {
        Entrant::Named => {
            let name = String::from(ParticipantName::parse(typed)?);
            Ok((name.clone(), name))
        }
        Entrant::Owner(name) => Ok((name.clone(), String::new())),
        Entrant::Vouched(name) if typed.trim().is_empty() => Ok((name.clone(), String::new())),
        Entrant::Vouched(name) => Ok((name.clone(), NameSuffix::parse(typed)?.into())),
    }
}

#[component]
fn NameField(
    entrant: Entrant,
    name: RwSignal<String>,
    name_error: RwSignal<Option<FieldReason>>,
) -> impl IntoView {
    let max = match entrant {
        Entrant::Vouched(_) => NameSuffix::MAX,
        Entrant::Named | Entrant::Owner(_) => ParticipantName::MAX,
    };
    let hint = compose(move |texts| (texts.shared.at_most)(max));
    let error = compose(move |texts| match name_error.get() {
        Some(reason) => (texts.participant_name_error)(reason, max),
        None => String::new(),
    });
    match entrant {
        Entrant::Named => view! {
            <TextField
                id=NAME_ID
                label=say(|texts| texts.your_name)
                hint
                value=name
                error
                autocomplete="name"
            />
            <ForgetName name />
        }
        .into_any(),
        Entrant::Owner(name) => {
            let as_whom = compose(move |texts| (texts.joins_under)(&name));
            view! { <p>{as_whom}</p> }.into_any()
        }
        Entrant::Vouched(vouched) => {
            let as_whom = compose(move |texts| (texts.joins_under)(&vouched));
            view! {
                <p>{as_whom} " " <ChangeAccount /></p>
                <TextField
                    id=NAME_ID
                    label=say(|texts| texts.name_suffix)
                    hint
                    value=name
                    error
                    autocomplete="off"
                    optional=true
                />
            }
            .into_any()
        }
    }
}

/// A name that the device has remembered can be forgotten.
#[component]
fn ForgetName(name: RwSignal<String>) -> impl IntoView {
    let is_remembered =
        RwSignal::new(Portal::get().account_name().is_none() && remembered::name().is_some());
    let forget = Callback::new(move |()| {
        remembered::forget();
        Wish::forget();
        is_remembered.set(false);
        name.set(String::new());
        focus_on(NAME_ID);
    });
    live(move || {
        if is_remembered.get() {
            view! {
                <Button
                    class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
                    text=say(|texts| texts.forget_name)
                    on_press=forget
                />
            }
            .into_any()
        } else {
            nothing()
        }
    })
}

/// Somebody else is signed in on this machine.
#[component]
fn ChangeAccount() -> impl IntoView {
    let api = Api::get();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let change = Callback::new(move |()| {
        busy.set(true);
        spawn(async move {
            match api.sign_attendee_out().await {
                Ok(signed_out) => {
                    // An address that the browser refuses leaves the person where they are.
                    let _ = window().location().assign(&signed_out.next);
                }
                Err(error) => {
                    failed.try_set(Some(error));
                    busy.try_set(false);
                }
            }
        });
    });
    let still = live(move || match failed.get() {
        Some(error) => {
            view! { <ProblemAlert what=say(|texts| texts.shared.not_signed_out) error /> }
                .into_any()
        }
        None => nothing(),
    });
    view! {
        <Button
            class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
            text=say(|texts| texts.change_account)
            busy
            on_press=change
        />
        {still}
    }
}

/// Why the backend refuses the name, if that is what it refuses.
fn refusal_of_name(error: &ApiError) -> Option<FieldReason> {
    let ApiError::Problem(problem) = error else {
        return None;
    };
    let mistake = problem.errors.iter().find(|error| error.field == "name");
    mistake.map(|error| error.reason)
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

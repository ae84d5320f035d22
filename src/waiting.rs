//! Waiting for a meeting to start, and entering by itself when it does.

mod kept;
mod watch;

use leptos::ev;
use leptos::prelude::*;
use parvis_contract::join::JoinOutcome;
use parvis_contract::problem::ProblemKind;

use crate::api::{Api, ApiError};
use crate::i18n::guests::{compose, say};
use crate::join::{LeadsElsewhere, is_about_the_link};
use crate::navigation::Navigation;
use crate::route::Route;
use crate::ui::{ProblemAlert, Title, focus_on_heading_soon, live, nothing, spawn};
pub use kept::Wish;
use watch::Watch;

/// How far the person has come.
#[derive(Clone, PartialEq)]
enum Step {
    /// The meeting has not started.
    Waiting,
    /// It had started, and was over before the person was in.
    Missed,
    /// The person is on the way in.
    Entering,
    /// The backend could not let the person in; what is waited for may still come.
    Refused(ApiError),
}

/// `/attente/{ticket}`
#[component]
pub fn WaitingPage() -> impl IntoView {
    let navigation = Navigation::get();
    let content = live(move || {
        let ticket = navigation.last_segment();
        match Wish::kept(&ticket) {
            Some(wish) => view! { <Wait ticket wish /> }.into_any(),
            None => view! { <Forgotten /> }.into_any(),
        }
    });
    view! { <div class="fr-container page page--narrow">{content}</div> }
}

/// The address alone lets nobody in: another browser knows nothing of the link.
#[component]
fn Forgotten() -> impl IntoView {
    view! {
        <Title text=say(|texts| texts.waiting_forgotten) />
        <p class="fr-text--lead">{say(|texts| texts.waiting_forgotten_detail)}</p>
        <a class="fr-btn fr-btn--secondary" href=Route::Home.path()>
            {say(|texts| texts.shared.back_home)}
        </a>
    }
}

#[component]
fn Wait(ticket: String, wish: Wish) -> impl IntoView {
    let api = Api::get();
    let navigation = Navigation::get();
    let step = RwSignal::new(Step::Waiting);
    let name = wish.name.clone();
    let back = wish.address();

    let asked = wish.clone();
    let enter = Callback::new(move |()| {
        if step.get_untracked() == Step::Entering {
            return;
        }
        step.set(Step::Entering);
        let wish = asked.clone();
        spawn(async move {
            match api.join(wish.secret.clone(), wish.typed.clone()).await {
                Ok(JoinOutcome::Joined { url }) => {
                    // The way back from the conference leads to the link, not to a wait that is over.
                    Navigation::replace_silently(&wish.address());
                    if window().location().assign(&url).is_err() {
                        step.try_set(Step::Refused(ApiError::Unexpected));
                    }
                }
                Ok(JoinOutcome::Waiting { .. }) => {
                    step.try_set(Step::Missed);
                }
                Err(error) => {
                    step.try_set(Step::Refused(error));
                }
            }
        });
    });
    let expired = Callback::new(move |()| enter.run(()));
    let watch = Watch::start(api, &ticket, enter, expired);
    on_cleanup(move || watch.stop());
    // Someone who comes back from the conference finds a page that waits.
    let coming_back = window_event_listener(ev::pageshow, move |event| {
        if event.persisted() {
            step.set(Step::Waiting);
        }
    });
    on_cleanup(move || coming_back.remove());
    let retry = Callback::new(move |()| {
        enter.run(());
        // The button that was pressed is gone.
        focus_on_heading_soon();
    });

    let hello = compose(move |texts| (texts.waiting_hello)(&name));
    let sentence = compose(move |texts| {
        match step.get() {
            Step::Waiting | Step::Refused(_) => texts.waiting_detail,
            Step::Missed => texts.waiting_missed,
            Step::Entering => texts.joining,
        }
        .to_owned()
    });
    let content = Memo::new(move |_| {
        step.with(|step| match step {
            Step::Refused(error) if is_about_the_link(error) => Some(error.clone()),
            _ => None,
        })
    });
    live(move || match content.get() {
        Some(error) if error.kind() == Some(ProblemKind::AttendeeSignInRequired) => {
            // Asked for once more where the link is opened.
            navigation.open(&back);
            nothing()
        }
        Some(error) => view! { <LeadsElsewhere error /> }.into_any(),
        None => view! {
            <Title text=hello />
            <p class="fr-text--lead waiting" role="status">
                {sentence}
            </p>
            <NotIn step retry />
            <p>{say(|texts| texts.waiting_keep_open)}</p>
        }
        .into_any(),
    })
}

/// Why the person is not in, where the meeting may still let them in.
#[component]
fn NotIn(step: RwSignal<Step>, retry: Callback<()>) -> impl IntoView {
    live(move || match step.get() {
        Step::Refused(error) if !is_about_the_link(&error) => {
            view! { <ProblemAlert what=say(|texts| texts.not_joined) error retry /> }.into_any()
        }
        _ => nothing(),
    })
}

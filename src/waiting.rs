//! Waiting page: waits for a meeting to start, then joins automatically.

mod watch;

use crate::i18n::guests::GuestTexts;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_ui::{dynamic, focus_on_heading_soon, listen_to_window};

use crate::address::{Address, Navigator, waiting_path};
use crate::api::{Api, ApiError};
use crate::entry::{Answer, LeadsElsewhere, Wish, ask_in, is_about_the_link};
use crate::i18n::guests::{compose, say};
use crate::page_load;
use crate::page_title::Title;
use crate::problem_alert::ProblemAlert;
use watch::Watch;

/// The state of the wait.
#[derive(Clone, PartialEq)]
enum Step {
    /// The meeting has not started.
    Waiting,
    /// The meeting had started, and was over before the person had joined.
    Missed,
    /// The person is joining.
    Entering,
    /// The conference has not loaded for a while. The browser may still be loading it.
    Late,
    /// The backend refused. Unless the link itself is refused, the wait goes on.
    Refused(ApiError),
}

/// `/attente/{ticket}`
#[component]
pub fn WaitingPage() -> impl IntoView {
    let params = use_params_map();
    let content = move || {
        let ticket = params
            .read()
            .get_str("ticket")
            .unwrap_or_default()
            .to_owned();
        match Wish::kept(&ticket) {
            Some(wish) => view! { <Wait ticket wish /> }.into_any(),
            None => view! { <Forgotten /> }.into_any(),
        }
    };
    view! { <div class="fr-container page page--narrow">{content}</div> }
}

/// The address alone does not let anybody join: another browser has not stored the link.
#[component]
fn Forgotten() -> impl IntoView {
    view! {
        <Title text=say(GuestTexts::waiting_forgotten) />
        <p class="fr-text--lead">{say(GuestTexts::waiting_forgotten_detail)}</p>
        <a class="fr-btn fr-btn--secondary" href=Address::Home.path()>
            {say(|texts| texts.shared().back_home())}
        </a>
    }
}

#[component]
fn Wait(ticket: String, wish: Wish) -> impl IntoView {
    let api = Api::get();
    let navigator = Navigator::get();
    let step = RwSignal::new(Step::Waiting);
    let name = wish.name.clone();

    let watch = Watch::new(api, &ticket);
    let asked = wish.clone();
    let knock = {
        let watch = watch.clone();
        move |expired: bool| {
            if step.get_untracked() == Step::Entering {
                return;
            }
            step.set(Step::Entering);
            let (wish, watch) = (asked.clone(), watch.clone());
            let is_here = move || step.try_get_untracked().is_some();
            ask_in(api, &asked, is_here, move |answer| {
                match answer {
                    Answer::OnTheWay => {
                        Wish::forget();
                        // Going back from the conference leads to the link, not to a wait that is over.
                        page_load::write_address(&wish.address());
                    }
                    Answer::NotThere(_) if step.try_get_untracked() != Some(Step::Entering) => {}
                    Answer::NotThere(ApiError::Slow) => step.set(Step::Late),
                    Answer::Waiting { ticket } if expired && wish.keep(&ticket) => {
                        navigator.replace(&waiting_path(&ticket));
                    }
                    Answer::Waiting { .. } => {
                        step.set(Step::Missed);
                        watch.ask_on();
                    }
                    Answer::Refused(error)
                        if error.kind() == Some(ProblemKind::AttendeeSignInRequired) =>
                    {
                        // The page of the link asks for signing in.
                        navigator.replace(&wish.address());
                    }
                    Answer::Refused(error) if is_about_the_link(&error) => {
                        Wish::forget();
                        watch.stop();
                        step.set(Step::Refused(error));
                        focus_on_heading_soon();
                    }
                    Answer::Refused(error) | Answer::NotThere(error) => {
                        step.set(Step::Refused(error));
                        watch.ask_on();
                    }
                }
            });
        }
    };
    let knock = StoredValue::new_local(knock);
    let enter = Callback::new(move |()| {
        knock.try_with_value(|knock| knock(false));
    });
    // A browser that is loading a slow conference must not start again.
    let unless_late = move |expired: bool| {
        if step.try_get_untracked() != Some(Step::Late) {
            knock.try_with_value(|knock| knock(expired));
        }
    };
    let opened = Callback::new(move |()| unless_late(false));
    let expired = Callback::new(move |()| unless_late(true));
    watch.start(opened, expired);
    let seen = watch.clone();
    listen_to_window(ev::visibilitychange, move |_| {
        if !document().hidden() {
            seen.ask_now();
        }
    });
    on_cleanup(move || watch.stop());
    // The page may be restored from the back/forward cache, but its address is the link's by now.
    listen_to_window(ev::pageshow, move |event| {
        if event.persisted() {
            page_load::reload();
        }
    });
    let retry = Callback::new(move |()| {
        enter.run(());
        // The button that was pressed has been removed.
        focus_on_heading_soon();
    });

    let hello = compose(move |texts| texts.waiting_hello(&name));
    let sentence = compose(move |texts| {
        match step.get() {
            Step::Waiting => texts.waiting_detail(),
            Step::Refused(_) => texts.waiting_again(),
            Step::Missed => texts.waiting_missed(),
            Step::Entering => texts.joining(),
            Step::Late => texts.waiting_late(),
        }
        .to_owned()
    });
    let content = Memo::new(move |_| {
        step.with(|step| match step {
            Step::Refused(error) if is_about_the_link(error) => Some(error.clone()),
            _ => None,
        })
    });
    dynamic(move || match content.get() {
        Some(error) => view! { <LeadsElsewhere error /> }.into_any(),
        None => view! {
            <Title text=hello />
            <p class="fr-text--lead waiting" role="status">
                {sentence}
            </p>
            <NotIn step retry />
            <p>{say(GuestTexts::waiting_keep_open)}</p>
        }
        .into_any(),
    })
}

/// Why the person has not joined, if the meeting may still let them.
#[component]
fn NotIn(step: RwSignal<Step>, retry: Callback<()>) -> impl IntoView {
    dynamic(move || match step.get() {
        Step::Refused(error) if !is_about_the_link(&error) => {
            view! { <ProblemAlert what=say(GuestTexts::not_joined) error retry /> }.into_any()
        }
        Step::Late => {
            let error = ApiError::Problem(Box::new(Problem::from(ProblemKind::ConferenceSlow)));
            view! { <ProblemAlert what=say(GuestTexts::not_joined) error retry /> }.into_any()
        }
        _ => ().into_any(),
    })
}

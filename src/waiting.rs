//! Waiting page: waits for a meeting to start, then joins automatically.

mod meeting_watch;

use crate::i18n::guests::GuestTexts;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_ui::{dynamic, focus_on_heading_soon, listen_to_window};

use crate::address::{Address, Navigator, waiting_path};
use crate::api::{Api, ApiError};
use crate::i18n::guests::{compose, say};
use crate::join_attempt::{JoinEvent, PendingJoin, UnusableLink, is_about_the_link, join};
use crate::page_load;
use crate::page_title::Title;
use crate::problem_alert::ProblemAlert;
use meeting_watch::MeetingWatch;

/// The state of the wait.
#[derive(Clone, PartialEq)]
enum WaitState {
    /// The meeting has not started.
    Waiting,
    /// The meeting had started, and was over before the person had joined.
    Missed,
    /// The person is joining.
    Joining,
    /// The conference has not loaded for a while. The browser may still be loading it.
    Slow,
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
        match PendingJoin::load(&ticket) {
            Some(pending) => view! { <Wait ticket pending /> }.into_any(),
            None => view! { <NoPendingJoin /> }.into_any(),
        }
    };
    view! { <div class="fr-container page page--narrow">{content}</div> }
}

/// The address alone does not let anybody join: another browser has not stored the link.
#[component]
fn NoPendingJoin() -> impl IntoView {
    view! {
        <Title text=say(GuestTexts::waiting_forgotten) />
        <p class="fr-text--lead">{say(GuestTexts::waiting_forgotten_detail)}</p>
        <a class="fr-btn fr-btn--secondary" href=Address::Home.path()>
            {say(|texts| texts.shared().back_home())}
        </a>
    }
}

#[component]
fn Wait(ticket: String, pending: PendingJoin) -> impl IntoView {
    let api = Api::get();
    let navigator = Navigator::get();
    let state = RwSignal::new(WaitState::Waiting);
    let name = pending.name.clone();

    let watch = MeetingWatch::new(api, &ticket);
    let attempted = pending.clone();
    let try_to_join = {
        let watch = watch.clone();
        move |expired: bool| {
            if state.get_untracked() == WaitState::Joining {
                return;
            }
            state.set(WaitState::Joining);
            let (pending, watch) = (attempted.clone(), watch.clone());
            let is_mounted = move || state.try_get_untracked().is_some();
            join(api, &attempted, is_mounted, move |event| {
                match event {
                    JoinEvent::Redirecting => {
                        PendingJoin::delete();
                        // Going back from the conference leads to the link, not to a wait that is over.
                        page_load::replace_address(&pending.address());
                    }
                    JoinEvent::NotLoaded(_)
                        if state.try_get_untracked() != Some(WaitState::Joining) => {}
                    JoinEvent::NotLoaded(ApiError::Slow) => state.set(WaitState::Slow),
                    JoinEvent::Waiting { ticket } if expired && pending.store(&ticket) => {
                        navigator.replace(&waiting_path(&ticket));
                    }
                    JoinEvent::Waiting { .. } => {
                        state.set(WaitState::Missed);
                        watch.start_polling();
                    }
                    JoinEvent::Refused(error)
                        if error.kind() == Some(ProblemKind::AttendeeSignInRequired) =>
                    {
                        // The page of the link asks for signing in.
                        navigator.replace(&pending.address());
                    }
                    JoinEvent::Refused(error) if is_about_the_link(&error) => {
                        PendingJoin::delete();
                        watch.stop();
                        state.set(WaitState::Refused(error));
                        focus_on_heading_soon();
                    }
                    JoinEvent::Refused(error) | JoinEvent::NotLoaded(error) => {
                        state.set(WaitState::Refused(error));
                        watch.start_polling();
                    }
                }
            });
        }
    };
    let try_to_join = StoredValue::new_local(try_to_join);
    let join_now = Callback::new(move |()| {
        try_to_join.try_with_value(|try_to_join| try_to_join(false));
    });
    // A browser that is loading a slow conference must not start again.
    let join_unless_slow = move |expired: bool| {
        if state.try_get_untracked() != Some(WaitState::Slow) {
            try_to_join.try_with_value(|try_to_join| try_to_join(expired));
        }
    };
    let on_open = Callback::new(move |()| join_unless_slow(false));
    let on_expired = Callback::new(move |()| join_unless_slow(true));
    watch.start(on_open, on_expired);
    let visible_watch = watch.clone();
    listen_to_window(ev::visibilitychange, move |_| {
        if !document().hidden() {
            visible_watch.poll_now();
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
        join_now.run(());
        // The button that was pressed has been removed.
        focus_on_heading_soon();
    });

    let hello = compose(move |texts| texts.waiting_hello(&name));
    let sentence = compose(move |texts| {
        match state.get() {
            WaitState::Waiting => texts.waiting_detail(),
            WaitState::Refused(_) => texts.waiting_again(),
            WaitState::Missed => texts.waiting_missed(),
            WaitState::Joining => texts.joining(),
            WaitState::Slow => texts.waiting_late(),
        }
        .to_owned()
    });
    let content = Memo::new(move |_| {
        state.with(|state| match state {
            WaitState::Refused(error) if is_about_the_link(error) => Some(error.clone()),
            _ => None,
        })
    });
    dynamic(move || match content.get() {
        Some(error) => view! { <UnusableLink error /> }.into_any(),
        None => view! {
            <Title text=hello />
            <p class="fr-text--lead waiting" role="status">
                {sentence}
            </p>
            <JoinFailure state retry />
            <p>{say(GuestTexts::waiting_keep_open)}</p>
        }
        .into_any(),
    })
}

/// Why the person has not joined, if the meeting may still let them.
#[component]
fn JoinFailure(state: RwSignal<WaitState>, retry: Callback<()>) -> impl IntoView {
    dynamic(move || match state.get() {
        WaitState::Refused(error) if !is_about_the_link(&error) => {
            view! { <ProblemAlert what=say(GuestTexts::not_joined) error retry /> }.into_any()
        }
        WaitState::Slow => {
            let error = ApiError::Problem(Box::new(Problem::from(ProblemKind::ConferenceSlow)));
            view! { <ProblemAlert what=say(GuestTexts::not_joined) error retry /> }.into_any()
        }
        _ => ().into_any(),
    })
}

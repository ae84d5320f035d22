//! The form of a room: so far its name.

use leptos::prelude::*;
use parvis_contract::room::RoomName;
use parvis_contract::text::TextError;

use crate::api::ApiError;
use crate::draft;
use crate::i18n::Text;
use crate::i18n::agents::{compose, say};
use crate::route::Route;
use crate::ui::{ProblemAlert, SubmitButton, TextField, focus_on, live, nothing};

const NAME_ID: &str = "room-name";

/// What becomes of a form whose answer is waited for.
#[derive(Clone, Copy)]
pub struct Sent {
    /// The answer is waited for.
    pub busy: RwSignal<bool>,
    /// Why the backend has refused.
    pub problem: RwSignal<Option<ApiError>>,
    /// What failed then.
    failed: Text,
}

impl Sent {
    /// Nothing is sent yet.
    pub fn new(failed: Text) -> Self {
        Self {
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            failed,
        }
    }
}

/// Asks for a room's name. What is typed is given back after signing in again.
#[component]
pub fn RoomForm(
    /// The form's own address.
    route: Route,
    /// The name that stands in it first.
    initial: String,
    /// What the button says.
    submit_text: Text,
    /// What becomes of it, where the form stays until the answer is there.
    #[prop(optional)]
    sent: Option<Sent>,
    /// Takes a name that will do.
    on_submit: Callback<RoomName>,
) -> impl IntoView {
    let Sent {
        busy,
        problem,
        failed,
    } = sent.unwrap_or_else(|| Sent::new(submit_text));
    let name = RwSignal::new(draft::take(route).unwrap_or_else(|| initial.clone()));
    draft::keep_when_left(route, move || {
        let typed = name.try_get_untracked()?;
        (typed != initial).then_some(typed)
    });
    let mistake = RwSignal::new(None::<TextError>);
    let refused = move || problem.with(|problem| problem.as_ref().and_then(refusal_of_name));

    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        problem.set(None);
        let parsed = name.with_untracked(|name| RoomName::parse(name));
        mistake.set(parsed.as_ref().err().copied());
        match parsed {
            Ok(name) => on_submit.run(name),
            Err(_) => {
                focus_on(NAME_ID);
            }
        }
    };

    let hint = compose(|texts| (texts.shared.at_most)(RoomName::MAX));
    let error = compose(move |texts| {
        let error = mistake.get().or_else(refused);
        error
            .map(|error| (texts.room_name_error)(error, RoomName::MAX))
            .unwrap_or_default()
    });
    let not_done = live(move || match problem.get() {
        Some(error) if refusal_of_name(&error).is_none() => {
            view! { <ProblemAlert what=failed error /> }.into_any()
        }
        _ => nothing(),
    });
    view! {
        <form novalidate on:submit=submit>
            {not_done}
            <TextField
                id=NAME_ID
                label=say(|texts| texts.room_name)
                hint
                value=name
                error
                autocomplete="off"
            />
            <div class="form-actions">
                <SubmitButton busy text=submit_text />
                <a class="fr-btn fr-btn--secondary" href=Route::Home.path()>
                    {say(|texts| texts.shared.cancel)}
                </a>
            </div>
        </form>
    }
}

/// Why the backend refuses the name, if that is what it refuses.
fn refusal_of_name(error: &ApiError) -> Option<TextError> {
    let ApiError::Problem(problem) = error else {
        return None;
    };
    problem
        .errors
        .iter()
        .find(|error| error.field == "name")
        .map(|error| error.reason)
}

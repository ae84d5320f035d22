//! Entry of the connection code ("Saisir le code de connexion de votre réunion"): nine digits in three
//! fields.

mod digits;

use leptos::html;
use leptos::prelude::*;
use parvis_contract::code::DIGITS;
use parvis_contract::problem::ProblemKind;
use parvis_contract::role::LinkKind;
use parvis_ui::{Announcer, Button, SubmitButton, dynamic, spawn};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, InputEvent, KeyboardEvent};

use crate::address::{Address, Navigator};
use crate::api::{Api, ApiError};
use crate::home_ids::CODE_ID;
use crate::i18n::shared::texts_untracked;
use crate::i18n::{I18n, Texts, compose, say};
use crate::problem_alert::ProblemAlert;
use crate::proof_of_work;
use digits::{CodeInput, GROUP, GROUPS};

/// The state of the form.
#[derive(Clone, PartialEq)]
enum CodeState {
    Typing,
    /// Waiting for the backend's response.
    Sending,
    /// The browser computes the proof of work that the backend requires.
    Solving,
    Refused(ApiError),
}

/// The panel for entering a connection code. A correct one opens the join page, with moderator rights.
#[component]
pub fn CodePanel() -> impl IntoView {
    let (api, i18n, announcer) = (Api::get(), I18n::get(), Announcer::get());
    let navigator = Navigator::get();
    let input = RwSignal::new(CodeInput::default());
    let state = RwSignal::new(CodeState::Typing);
    let fields: [NodeRef<html::Input>; GROUPS] = std::array::from_fn(|_| NodeRef::new());

    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let busy =
            state.with_untracked(|state| matches!(state, CodeState::Sending | CodeState::Solving));
        let Some(code) = input.with_untracked(CodeInput::code).filter(|_| !busy) else {
            return;
        };
        spawn(async move {
            let announce = || announcer.announce(texts_untracked(i18n).code_working().to_owned());
            match send_code(api, code, state, announce).await {
                None => {}
                Some(Ok(secret)) => {
                    // A person who comes back finds the code, ready to be sent again. If the page has been
                    // left meanwhile, there is no navigation.
                    if state.try_set(CodeState::Typing).is_some() {
                        return;
                    }
                    let join = Address::Join(LinkKind::Moderator).path();
                    navigator.open(&format!("{join}#{secret}"));
                }
                Some(Err(error)) => {
                    state.try_set(CodeState::Refused(error));
                }
            }
        });
    };
    on_cleanup(proof_of_work::stop);
    let cancel = Callback::new(move |()| {
        state.set(CodeState::Typing);
        proof_of_work::stop();
        // The button that was pressed is removed.
        focus_field(fields, 0);
    });
    let error = compose(move |texts| {
        input.with(|input| match input.error() {
            None => String::new(),
            Some(error) => texts.code_error(error.has_letters, error.digits),
        })
    });
    let message = dynamic(move || match state.get() {
        CodeState::Typing | CodeState::Sending => ().into_any(),
        CodeState::Solving => view! {
            <p>{say(Texts::code_working)}</p>
            <Button
                class="fr-btn fr-btn--sm fr-btn--secondary"
                text=say(Texts::cancel)
                on_press=cancel
            />
        }
        .into_any(),
        CodeState::Refused(error) => {
            view! { <ProblemAlert what=say(Texts::code_refused) error /> }.into_any()
        }
    });
    let disabled = Signal::derive(move || {
        let busy = state.with(|state| matches!(state, CodeState::Sending | CodeState::Solving));
        busy || input.with(|input| input.code().is_none())
    });
    let inputs = (0..GROUPS)
        .map(|place| view! { <DigitsField place fields input state /> })
        .collect_view();
    view! {
        <form class="panel" novalidate on:submit=submit>
            <fieldset class="code" aria-describedby="code-mistake">
                <legend class="panel__title">{say(Texts::enter_code)}</legend>
                <div class="code__fields">
                    {inputs} <SubmitButton busy=disabled text=say(Texts::connect) />
                </div>
            </fieldset>
            <p class="code__mistake" id="code-mistake" aria-live="polite">
                {error}
            </p>
            {message}
        </form>
    }
}

/// Sends the code; as long as the backend requires a proof of work, computes it and sends the code again: the
/// first may not be enough, if many others have mistyped meanwhile. `None` if the person cancels or leaves.
async fn send_code(
    api: Api,
    code: String,
    state: RwSignal<CodeState>,
    announce_solving: impl Fn(),
) -> Option<Result<String, ApiError>> {
    let mut proof = None;
    loop {
        let is_first = proof.is_none();
        state.try_set(CodeState::Sending);
        let required = match api.enter_code(code.clone(), proof).await {
            Err(ApiError::Problem(problem)) if problem.kind == ProblemKind::ProofRequired => {
                problem
            }
            response => return Some(response),
        };
        state.try_set(CodeState::Solving);
        if is_first {
            announce_solving();
        }
        proof = proof_of_work::solve(required.challenge.as_deref().unwrap_or_default()).await;
        if !state.try_with_untracked(|state| *state == CodeState::Solving)? {
            return None;
        }
        if proof.is_none() {
            return Some(Err(ApiError::Problem(required)));
        }
    }
}

/// Focuses a field; focusing a visible one cannot fail.
fn focus_field(fields: [NodeRef<html::Input>; GROUPS], place: usize) {
    if let Some(field) = fields.get(place).and_then(GetUntracked::get_untracked) {
        let _ = field.focus();
    }
}

#[component]
fn DigitsField(
    place: usize,
    fields: [NodeRef<html::Input>; GROUPS],
    input: RwSignal<CodeInput>,
    state: RwSignal<CodeState>,
) -> impl IntoView {
    let labels: [fn(Texts) -> &'static str; GROUPS] = [
        Texts::first_digits,
        Texts::middle_digits,
        Texts::last_digits,
    ];
    let focus = move |place: usize| focus_field(fields, place);
    let changed = move |next: Option<usize>| {
        // A field may show more than is kept of it, which does not change the signal.
        for (place, field) in fields.iter().enumerate() {
            if let Some(field) = field.get_untracked() {
                let kept = input.with_untracked(|input| input.group(place).to_owned());
                if field.value() != kept {
                    field.set_value(&kept);
                }
            }
        }
        if let Some(next) = next {
            focus(next);
        }
        // The error was about another code.
        if state.with_untracked(|state| matches!(state, CodeState::Refused(_))) {
            state.set(CodeState::Typing);
        }
    };
    let on_input = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        let next = input.try_update(|input| input.write(place, &text));
        changed(next.flatten());
    };
    let paste = move |event: ClipboardEvent| {
        let data = event.clipboard_data().map(|data| data.get_data("text"));
        let Some(Ok(text)) = data else { return };
        let next = input.try_update(|input| input.paste(&text)).flatten();
        if next.is_some() {
            event.prevent_default();
            changed(next);
        }
    };
    // Deletes from the previous field if this one is empty; returns whether it did.
    let delete_from_previous = move |field: Option<web_sys::EventTarget>| {
        let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        let is_before = place > 0 && field.is_some_and(|field| field.value().is_empty());
        if is_before {
            input.update(|input| input.delete_last(place - 1));
            focus(place - 1);
        }
        is_before
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Backspace" && delete_from_previous(event.target()) {
            event.prevent_default();
        }
    };
    // Keyboards of phones send no key (UI Events, "Unidentified"), but announce the change.
    let before_input = move |event: InputEvent| {
        if event.input_type() == "deleteContentBackward" && delete_from_previous(event.target()) {
            event.prevent_default();
        }
    };
    view! {
        <input
            id=(place == 0).then_some(CODE_ID)
            class="fr-input code__field"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            size=GROUP
            aria-label=say(labels[place])
            aria-invalid=move || (input.with(|input| input.error().is_some())).to_string()
            node_ref=fields[place]
            prop:value=move || input.with(|input| input.group(place).to_owned())
            on:input=on_input
            on:paste=paste
            on:keydown=key
            on:beforeinput=before_input
        />
    }
}

/// The fields hold as many digits as a code has.
const _: () = assert!(GROUP * GROUPS == DIGITS);

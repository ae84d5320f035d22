//! Entry of the connection code ("Saisir le code de connexion de votre réunion"): nine digits in three
//! fields.

mod digits;

use leptos::html;
use leptos::prelude::*;
use parvis_contract::code::DIGITS;
use parvis_contract::problem::ProblemKind;
use parvis_contract::role::LinkKind;
use parvis_ui::{Announcer, SubmitButton, dynamic, spawn};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, InputEvent, KeyboardEvent};

use crate::address::{Address, Navigator};
use crate::api::{Api, ApiError};
use crate::home_ids::CODE_ID;
use crate::i18n::shared::texts_now;
use crate::i18n::{I18n, Texts, compose, say};
use crate::problem_alert::ProblemAlert;
use crate::proof;
use digits::{GROUP, GROUPS, Typed};

/// The state of the form.
#[derive(Clone, PartialEq)]
enum Step {
    Typing,
    /// Waiting for the backend's response.
    Asking,
    /// The browser computes the proof of work that the backend requires.
    Working,
    Refused(ApiError),
}

/// The panel for entering a connection code. A correct one opens the join page, with moderator rights.
#[component]
pub fn CodePanel() -> impl IntoView {
    let (api, i18n, announcer) = (Api::get(), I18n::get(), Announcer::get());
    let navigator = Navigator::get();
    let typed = RwSignal::new(Typed::default());
    let step = RwSignal::new(Step::Typing);
    let fields: [NodeRef<html::Input>; GROUPS] = std::array::from_fn(|_| NodeRef::new());

    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let busy = step.with_untracked(|step| matches!(step, Step::Asking | Step::Working));
        let Some(code) = typed.with_untracked(Typed::code).filter(|_| !busy) else {
            return;
        };
        step.set(Step::Asking);
        spawn(async move {
            let announce = || announcer.announce(texts_now(i18n).code_working().to_owned());
            match enter(api, code, step, announce).await {
                Ok(secret) => {
                    // A person who comes back finds the code, ready to be sent again. If the page has been
                    // left meanwhile, there is no navigation.
                    if step.try_set(Step::Typing).is_some() {
                        return;
                    }
                    let join = Address::Join(LinkKind::Moderator).path();
                    navigator.open(&format!("{join}#{secret}"));
                }
                Err(error) => {
                    step.try_set(Step::Refused(error));
                }
            }
        });
    };
    let mistake = compose(move |texts| {
        typed.with(|typed| match typed.mistake() {
            None => String::new(),
            Some(mistake) => texts.code_mistake(mistake.has_letters, mistake.digits),
        })
    });
    let told = dynamic(move || match step.get() {
        Step::Typing | Step::Asking => ().into_any(),
        Step::Working => view! { <p>{say(Texts::code_working)}</p> }.into_any(),
        Step::Refused(error) => {
            view! { <ProblemAlert what=say(Texts::code_refused) error /> }.into_any()
        }
    });
    let unready = Signal::derive(move || {
        let busy = step.with(|step| matches!(step, Step::Asking | Step::Working));
        busy || typed.with(|typed| typed.code().is_none())
    });
    let inputs = (0..GROUPS)
        .map(|place| view! { <Digits place fields typed step /> })
        .collect_view();
    view! {
        <form class="panel" novalidate on:submit=submit>
            <fieldset class="code" aria-describedby="code-mistake">
                <legend class="panel__title">{say(Texts::enter_code)}</legend>
                <div class="code__fields">
                    {inputs} <SubmitButton busy=unready text=say(Texts::connect) />
                </div>
            </fieldset>
            <p class="code__mistake" id="code-mistake" aria-live="polite">
                {mistake}
            </p>
            {told}
        </form>
    }
}

/// Sends the code; if the backend requires a proof of work, computes it and sends the code again.
async fn enter(
    api: Api,
    code: String,
    step: RwSignal<Step>,
    announce_work: impl FnOnce(),
) -> Result<String, ApiError> {
    let asked = match api.enter_code(code.clone(), None).await {
        Err(ApiError::Problem(problem)) if problem.kind == ProblemKind::ProofRequired => problem,
        answer => return answer,
    };
    step.try_set(Step::Working);
    announce_work();
    match proof::solve(asked.challenge.as_deref().unwrap_or_default()).await {
        Some(proof) => api.enter_code(code, Some(proof)).await,
        None => Err(ApiError::Problem(asked)),
    }
}

#[component]
fn Digits(
    place: usize,
    fields: [NodeRef<html::Input>; GROUPS],
    typed: RwSignal<Typed>,
    step: RwSignal<Step>,
) -> impl IntoView {
    let labels: [fn(Texts) -> &'static str; GROUPS] = [
        Texts::first_digits,
        Texts::middle_digits,
        Texts::last_digits,
    ];
    let focus = move |place: usize| {
        if let Some(field) = fields.get(place).and_then(GetUntracked::get_untracked) {
            // Focusing a visible field cannot fail.
            let _ = field.focus();
        }
    };
    let changed = move |next: Option<usize>| {
        // A field may show more than is kept of it, which does not change the signal.
        for (place, field) in fields.iter().enumerate() {
            if let Some(field) = field.get_untracked() {
                let kept = typed.with_untracked(|typed| typed.group(place).to_owned());
                if field.value() != kept {
                    field.set_value(&kept);
                }
            }
        }
        if let Some(next) = next {
            focus(next);
        }
        // The error was about another code.
        if step.with_untracked(|step| matches!(step, Step::Refused(_))) {
            step.set(Step::Typing);
        }
    };
    let input = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        let next = typed.try_update(|typed| typed.write(place, &text));
        changed(next.flatten());
    };
    let paste = move |event: ClipboardEvent| {
        let data = event.clipboard_data().map(|data| data.get_data("text"));
        let Some(Ok(text)) = data else { return };
        let next = typed.try_update(|typed| typed.paste(&text)).flatten();
        if next.is_some() {
            event.prevent_default();
            changed(next);
        }
    };
    // Deletes from the previous field if this one is empty; returns whether it did.
    let rub_out_before = move |field: Option<web_sys::EventTarget>| {
        let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        let is_before = place > 0 && field.is_some_and(|field| field.value().is_empty());
        if is_before {
            typed.update(|typed| typed.rub_out(place - 1));
            focus(place - 1);
        }
        is_before
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Backspace" && rub_out_before(event.target()) {
            event.prevent_default();
        }
    };
    // Keyboards of phones send no key (UI Events, "Unidentified"), but announce the change.
    let before_input = move |event: InputEvent| {
        if event.input_type() == "deleteContentBackward" && rub_out_before(event.target()) {
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
            aria-invalid=move || (typed.with(|typed| typed.mistake().is_some())).to_string()
            node_ref=fields[place]
            prop:value=move || typed.with(|typed| typed.group(place).to_owned())
            on:input=input
            on:paste=paste
            on:keydown=key
            on:beforeinput=before_input
        />
    }
}

/// The fields hold as many digits as a code has.
const _: () = assert!(GROUP * GROUPS == DIGITS);

//! Copy button ("Copier"), which changes to "Copié".

use crate::i18n::ui::UiTexts;
use std::pin::Pin;
use std::time::Duration;

use crate::dynamic;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventInit, HtmlElement, HtmlTextAreaElement, MouseEvent};

use super::Announcer;
use crate::clipboard::{self, CopyOutcome};
use crate::i18n::ui::{compose, say, texts_untracked};
use crate::i18n::{I18n, Text};
use crate::spawn;

/// How long the button confirms that it has copied.
const COPIED_FOR: Duration = Duration::from_secs(3);

/// Another function that copies, given the button.
pub type Copier = Callback<HtmlElement, Pin<Box<dyn Future<Output = CopyOutcome>>>>;

/// Copies a text, and confirms it on the button and in the live region. If the browser does not allow
/// copying, it shows the text, selected.
#[component]
pub fn CopyButton(
    /// What is copied, as named in the accessible name of the button: "le lien modérateur".
    what: Text,
    /// The exact text to copy.
    #[prop(into)]
    value: Text,
    /// The text of the button before it has copied, and what follows it for assistive technologies: "Copier le lien",
    /// "vers la vidéo". By default "Copier", and `what`.
    #[prop(optional, into)]
    label: Option<(Text, Text)>,
    /// Copies something else than this text, such as rich text.
    #[prop(optional)]
    copy_with: Option<Copier>,
) -> impl IntoView {
    let i18n = I18n::get();
    let announcer = Announcer::get();
    let outcome = RwSignal::new(None::<CopyOutcome>);
    // The number of presses, so that only the delay of the last one resets the button.
    let presses = StoredValue::new(0_u32);

    let copy = move |event: MouseEvent| {
        let button = event.current_target();
        let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        presses.update_value(|count| *count += 1);
        let press = presses.get_value();
        spawn(async move {
            let result = match copy_with {
                Some(copy_with) => copy_with.run(button.clone()).await,
                None => clipboard::copy(&value.get_untracked(), &button).await,
            };
            // The button has been removed: whoever pressed it has closed its dialog or page.
            if outcome.try_set(Some(result)).is_some() {
                return;
            }
            let texts = texts_untracked(i18n);
            announcer.announce(match result {
                CopyOutcome::Copied => texts.copied_announcement(&what.get_untracked()),
                CopyOutcome::ByHand => texts.copy_by_hand().to_owned(),
            });
            if result == CopyOutcome::Copied {
                dispatch_copied(&button);
                let reset = move || {
                    if presses.try_get_value() == Some(press) {
                        outcome.set(None);
                    }
                };
                set_timeout(reset, COPIED_FOR);
            } else {
                // After the text is rendered.
                set_timeout(move || select_text_after(&button), Duration::ZERO);
            }
        });
    };

    let copied = move || outcome.get() == Some(CopyOutcome::Copied);
    let class = Signal::derive(move || copy_class(copied()).to_owned());
    let text = compose(move |texts| match label {
        _ if copied() => texts.copied().to_owned(),
        Some((label, _)) => label.get(),
        None => texts.copy().to_owned(),
    });
    let hidden: Text = match label {
        Some((_, detail)) => Signal::derive(move || if copied() { what } else { detail }.get()),
        None => what,
    };
    let by_hand = dynamic(move || {
        if outcome.get() == Some(CopyOutcome::ByHand) {
            view! { <SelectedText what value /> }.into_any()
        } else {
            ().into_any()
        }
    });
    view! {
        <button type="button" class=class on:click=copy>
            {text}
            <span class="fr-sr-only">" "{hidden}</span>
        </button>
        {by_hand}
    }
}

fn copy_class(copied: bool) -> &'static str {
    if copied {
        "fr-btn fr-btn--sm copy-button fr-btn--icon-left fr-icon-check-line"
    } else {
        "fr-btn fr-btn--secondary fr-btn--sm copy-button"
    }
}

/// Dispatches the event `copied` for the surrounding page. It does not contain the copied text.
fn dispatch_copied(button: &HtmlElement) {
    let event = EventInit::new();
    event.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("copied", &event) {
        // The result does not matter: it says whether a listener prevents the default action.
        let _ = button.dispatch_event(&event);
    }
}

/// Selects the text that is shown after the button.
fn select_text_after(button: &HtmlElement) {
    let field = button
        .next_element_sibling()
        .and_then(|beside| beside.query_selector("textarea").ok().flatten())
        .and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        // If the field cannot take the focus, the text is still visible.
        let _ = field.focus();
        field.select();
    }
}

/// A text that is selected, to be copied by hand.
#[component]
fn SelectedText(what: Text, value: Text) -> impl IntoView {
    let rows = move || value.with(|value| value.split('\n').count().to_string());
    view! {
        <div class="copy-by-hand">
            <p class="fr-hint-text">{say(UiTexts::copy_by_hand)}</p>
            <textarea
                class="fr-input"
                readonly
                rows=rows
                aria-label=what
                prop:value=value
            ></textarea>
        </div>
    }
}

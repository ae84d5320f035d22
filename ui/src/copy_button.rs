//! "Copier", which turns to "Copié".

use crate::i18n::ui::UiTexts;
use std::pin::Pin;
use std::time::Duration;

use crate::dynamic;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventInit, HtmlElement, HtmlTextAreaElement, MouseEvent};

use super::Announcer;
use crate::clipboard::{self, CopyOutcome};
use crate::i18n::ui::{compose, say, texts_now};
use crate::i18n::{I18n, Text};
use crate::spawn;

/// For how long the button says that it has copied.
const COPIED_FOR: Duration = Duration::from_secs(3);

/// Another way to copy.
pub type Copier = Callback<HtmlElement, Pin<Box<dyn Future<Output = CopyOutcome>>>>;

/// Copies a text and says so, on the button and in the status region. Where the browser allows no
/// copying, it shows the text selected.
#[component]
pub fn CopyButton(
    /// What is copied, in the words of the person who reads the button: "le lien modérateur".
    what: Text,
    /// The very characters that are copied.
    #[prop(into)]
    value: Text,
    /// Copies more than these characters, beside the button that it is told.
    #[prop(optional)]
    another_way: Option<Copier>,
) -> impl IntoView {
    let i18n = I18n::get();
    let announcer = Announcer::get();
    let outcome = RwSignal::new(None::<CopyOutcome>);
    // How often the button was pressed, so that only the last press's delay turns it back.
    let presses = StoredValue::new(0_u32);

    let copy = move |event: MouseEvent| {
        let button = event.current_target();
        let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        presses.update_value(|count| *count += 1);
        let press = presses.get_value();
        spawn(async move {
            let result = match another_way {
                Some(way) => way.run(button.clone()).await,
                None => clipboard::copy(&value.get_untracked(), &button).await,
            };
            // Shown no more: whoever pressed it has closed what it stood in.
            if outcome.try_set(Some(result)).is_some() {
                return;
            }
            let texts = texts_now(i18n);
            announcer.announce(match result {
                CopyOutcome::Copied => texts.copied_announcement(&what.get_untracked()),
                CopyOutcome::ByHand => texts.copy_by_hand().to_owned(),
            });
            if result == CopyOutcome::Copied {
                tell(&button);
                let turn_back = move || {
                    if presses.try_get_value() == Some(press) {
                        outcome.set(None);
                    }
                };
                set_timeout(turn_back, COPIED_FOR);
            } else {
                // Once the page shows it.
                set_timeout(move || select_text_after(&button), Duration::ZERO);
            }
        });
    };

    let copied = move || outcome.get() == Some(CopyOutcome::Copied);
    let class = Signal::derive(move || copy_class(copied()).to_owned());
    let text = compose(move |texts| {
        if copied() {
            texts.copied()
        } else {
            texts.copy()
        }
        .to_owned()
    });
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
            <span class="fr-sr-only">" "{what}</span>
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

/// Tells the page around, by an event that says nothing of what was copied.
fn tell(button: &HtmlElement) {
    let event = EventInit::new();
    event.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("copied", &event) {
        // Whether anybody listens makes no difference.
        let _ = button.dispatch_event(&event);
    }
}

/// Selects the text that has come up behind the button.
fn select_text_after(button: &HtmlElement) {
    let field = button
        .next_element_sibling()
        .and_then(|beside| beside.query_selector("textarea").ok().flatten())
        .and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(field) = field {
        // A field that is shown takes the focus; were it not, the text is still there to see.
        let _ = field.focus();
        field.select();
    }
}

/// A text that stands selected, ready to be copied by hand.
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

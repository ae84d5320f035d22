//! Modal dialog: the native `<dialog>`, so that the browser handles inertness, Escape and the return of the
//! focus.

use crate::i18n::ui::UiTexts;
use leptos::context::Provider;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, Node};

use super::focus::{focus_on, focus_on_heading_soon};
use super::{Announcer, Button, StatusRegion};
use crate::i18n::Text;
use crate::i18n::ui::say;

/// The identifier of the title of an open dialog.
pub const DIALOG_TITLE_ID: &str = "dialog-title";

/// A dialog that is open while it is on the page. Every way to close it (Escape, the button, a click outside)
/// calls `on_close`, which has to remove it from the page.
#[component]
pub fn Dialog(
    /// The identifier of the element that opened it. The focus returns there, or to the page's heading if
    /// that element is not on the page.
    opener: String,
    /// Called when the person closes it.
    on_close: Callback<()>,
    /// The title, which is also the accessible name.
    title: Text,
    /// The content.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let announcer = Announcer::new();

    dialog.on_load(|dialog| {
        // `showModal` fails for a dialog that is open already, or that is not in the document yet.
        let is_connected = dialog.is_connected();
        let open = move || {
            let _ = dialog.show_modal();
        };
        if is_connected {
            open();
        } else {
            request_animation_frame(open);
        }
    });
    on_cleanup(move || {
        // The browser returns the focus only to the element that had it: there is none after a load with the
        // dialog open, nor in Safari, where a click does not focus a link.
        request_animation_frame(move || {
            if !focus_on(&opener) {
                focus_on_heading_soon();
            }
        });
    });

    // A text selection that ends outside is not a click outside: the position of the pointer press counts.
    let pressed_outside = StoredValue::new(false);
    let is_outside = move |event: &Event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Node>().ok());
        dialog
            .get_untracked()
            .is_some_and(|dialog| dialog.is_same_node(target.as_ref()))
    };
    let click = move |event: web_sys::MouseEvent| {
        if pressed_outside.get_value() && is_outside(&event) {
            on_close.run(());
        }
    };
    let closed_by_the_browser = move |_| on_close.run(());

    view! {
        <dialog
            class="dialog"
            aria-labelledby=DIALOG_TITLE_ID
            node_ref=dialog
            on:close=closed_by_the_browser
            on:pointerdown=move |event| pressed_outside.set_value(is_outside(&event))
            on:click=click
        >
            <div class="dialog__box">
                <div class="dialog__head">
                    <Button
                        class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm fr-btn--icon-right fr-icon-close-line"
                        text=say(UiTexts::close)
                        on_press=on_close
                    />
                </div>
                // The title takes the focus, so that it is read before the first control.
                <h2 id=DIALOG_TITLE_ID class="dialog__title" tabindex="-1" autofocus>
                    {title}
                </h2>
                <Provider value=announcer>{children()}</Provider>
                <StatusRegion announcer />
            </div>
        </dialog>
    }
}

//! A modal dialog: the browser's own, so that inertness, Escape and the return of the focus are
//! the browser's too.

use leptos::context::Provider;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, Node};

use super::focus::{focus_on, focus_on_heading_soon};
use super::{Announcer, Button, StatusRegion};
use crate::i18n::{Text, say};

/// The identifier of an open dialog's title.
pub const DIALOG_TITLE_ID: &str = "dialog-title";

/// A dialog that is open as long as it has an opener. Every way to close it (Escape, the button, a
/// click outside) calls `on_close`, which has to take the opener away.
#[component]
pub fn Dialog(
    /// The identifier of what opened it. The focus returns there; to the page's heading where it is
    /// not on the page.
    opener: Signal<Option<String>>,
    /// Called when the person wants it closed.
    on_close: Callback<()>,
    /// Its title, which is also its accessible name.
    title: Text,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let announcer = Announcer::new();

    Effect::new(move |opened_by: Option<Option<String>>| {
        let opener = opener.get();
        let dialog = dialog.get()?;
        if opener.is_none() {
            dialog.close();
            // The browser returns it by itself only to what had it: not after a load with the
            // dialog open, nor in Safari, where a click gives a link no focus.
            if let Some(opened_by) = opened_by.flatten()
                && !focus_on(&opened_by)
            {
                focus_on_heading_soon();
            }
        } else if !dialog.open() {
            // `showModal` refuses only a dialog that is open already or out of the document.
            let _ = dialog.show_modal();
        }
        opener
    });

    // A selection of text that ends outside is no click outside: where the press began counts.
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
    let closed_by_the_browser = move |_| {
        if opener.get_untracked().is_some() {
            on_close.run(());
        }
    };

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
                        text=say(|texts| texts.close)
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

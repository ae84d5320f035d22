//! Clipboard: copies a text, by the API or the command that the browser supports.

pub mod rich;

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDocument, HtmlTextAreaElement};

/// The outcome of copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyOutcome {
    /// The text is on the clipboard.
    Copied,
    /// The browser does not allow copying: the person has to select and copy the text.
    ByHand,
}

/// Copies `text`. `beside` is an element of the current dialog or page: the fallback needs a field that can
/// take the focus, and nothing outside of an open dialog can.
pub async fn copy(text: &str, beside: &Element) -> CopyOutcome {
    if write_text(text).await.is_ok() || copy_selection(text, beside).is_ok_and(|copied| copied) {
        CopyOutcome::Copied
    } else {
        CopyOutcome::ByHand
    }
}

// Accessed by name: unencrypted pages, policies and older browsers lack parts of the API, which its type does
// not express.
async fn write_text(text: &str) -> Result<(), JsValue> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    let written: Promise = write.call1(&clipboard, &text.into())?.dyn_into()?;
    JsFuture::from(written).await.map(drop)
}

fn copy_selection(text: &str, beside: &Element) -> Result<bool, JsValue> {
    let document = document();
    let field: HtmlTextAreaElement = document.create_element("textarea")?.dyn_into()?;
    field.set_value(text);
    field.set_read_only(true);
    field.set_class_name("fr-sr-only");
    let place = beside.parent_element().unwrap_or_else(|| beside.clone());
    place.append_child(&field)?;
    // Not every browser moves the focus with the selection, and `copy` takes the selection of the focused
    // element.
    field.focus()?;
    field.select();
    let copied = document
        .unchecked_into::<HtmlDocument>()
        .exec_command("copy");
    field.remove();
    // The focus returns to the button that was pressed.
    if let Some(button) = beside.dyn_ref::<web_sys::HtmlElement>() {
        button.focus()?;
    }
    copied
}

//! Clipboard with rich text: copies a text as HTML and as plain text, for programs that support only one.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, Element, HtmlDocument};

use super::CopyOutcome;

const PLAIN: &str = "text/plain";
const RICH: &str = "text/html";

/// Copies both forms, or only the plain one if the browser does not support the other. `beside` is as for
/// [`super::copy`].
pub async fn copy(plain: &str, rich: &str, beside: &Element) -> CopyOutcome {
    if write(plain, rich).await.is_ok()
        || copy_with_exec_command(plain, rich).is_ok_and(|copied| copied)
    {
        return CopyOutcome::Copied;
    }
    super::copy(plain, beside).await
}

// Accessed by name: not every browser has the whole API, which its types do not express.
async fn write(plain: &str, rich: &str) -> Result<(), JsValue> {
    let forms = Object::new();
    for (kind, text) in [(PLAIN, plain), (RICH, rich)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
        Reflect::set(&forms, &kind.into(), &blob)?;
    }
    let class: Function = Reflect::get(&window(), &"ClipboardItem".into())?.dyn_into()?;
    let item = Reflect::construct(&class, &Array::of1(&forms))?;
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"write".into())?.dyn_into()?;
    let written: Promise = write.call1(&clipboard, &Array::of1(&item))?.dyn_into()?;
    JsFuture::from(written).await.map(drop)
}

/// Copies with `execCommand`, and sets the data in the `copy` event.
fn copy_with_exec_command(plain: &str, rich: &str) -> Result<bool, JsValue> {
    let was_set = Rc::new(Cell::new(false));
    let on_copy = {
        let was_set = Rc::clone(&was_set);
        let [plain, rich] = [plain, rich].map(str::to_owned);
        Closure::<dyn Fn(ClipboardEvent)>::new(move |event: ClipboardEvent| {
            let Some(data) = event.clipboard_data() else {
                return;
            };
            let result = data.set_data(PLAIN, &plain).and(data.set_data(RICH, &rich));
            was_set.set(result.is_ok());
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let document = document();
    let listener = on_copy.as_ref().unchecked_ref();
    document.add_event_listener_with_callback_and_bool("copy", listener, true)?;
    let copied = document
        .clone()
        .unchecked_into::<HtmlDocument>()
        .exec_command("copy");
    document.remove_event_listener_with_callback_and_bool("copy", listener, true)?;
    Ok(copied? && was_set.get())
}

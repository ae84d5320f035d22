//! A file that the page makes, to be downloaded.

use js_sys::Array;
use leptos::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Url};

use crate::i18n::Text;

/// A link that downloads `content`, of this media type, under this name; nothing where the browser makes
/// no files. The file is there for as long as the link is.
pub fn download_link(
    name: &'static str,
    kind: &str,
    content: &str,
    class: &'static str,
    text: Text,
) -> Option<AnyView> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&content.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    on_cleanup({
        let address = address.clone();
        move || {
            // An address of our own, which a browser takes back without a word.
            let _ = Url::revoke_object_url(&address);
        }
    });
    let link = view! {
        <a class=class href=address download=name>
            {text}
        </a>
    };
    Some(link.into_any())
}

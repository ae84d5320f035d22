//! A file that the page makes, to be downloaded.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Url};

use crate::i18n::Text;

/// How long a file outlives its link.
const LATER: Duration = Duration::from_mins(1);

/// A link that downloads `content`, of this media type, under this name; nothing where the browser makes
/// no files. The file is there for a minute longer than the link: phones ask first whether to download it.
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
            let revoke = move || {
                // An address of our own, which a browser takes back without a word.
                let _ = Url::revoke_object_url(&address);
            };
            set_timeout(revoke, LATER);
        }
    });
    let link = view! {
        <a class=class href=address download=name>
            {text}
        </a>
    };
    Some(link.into_any())
}

//! Download of a file that the page makes.

use std::time::Duration;

use js_sys::Array;
use leptos::prelude::*;
use web_sys::{Blob, BlobPropertyBag, Url};

use crate::i18n::Text;

/// How long a file stays available after its link is removed.
const LATER: Duration = Duration::from_mins(1);

/// A link that downloads `content`, of this media type, under this name; `None` if the browser cannot make
/// files. The file stays available for a minute after the link is removed, because phones ask whether to
/// download it.
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
                // Revoking an address of our own cannot fail.
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

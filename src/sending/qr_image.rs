//! The QR code as an image.

use js_sys::encode_uri_component;
use leptos::prelude::*;
use parvis_ui::dynamic;

use super::choices::InvitationChoices;
use super::file::download_link;
use super::qr;
use crate::i18n::sending::{SendingTexts, compose, say};

/// The image, and a link that downloads it. In the context are the [`InvitationChoices`].
#[component]
pub fn QrImage() -> impl IntoView {
    let choices = expect_context::<InvitationChoices>();
    let alt = compose(move |texts| texts.qr_image(&choices.room_name()));
    dynamic(move || match qr::svg(&choices.link()) {
        Some(svg) => {
            let address = format!("data:image/svg+xml,{}", encode_uri_component(&svg));
            let link = download_link(
                "invitation.svg",
                "image/svg+xml",
                &svg,
                "fr-link",
                say(SendingTexts::qr_download),
            );
            view! {
                <img class="sending__qr" src=address alt=alt width="220" height="220" />
                <p>{link}</p>
            }
            .into_any()
        }
        None => ().into_any(),
    })
}

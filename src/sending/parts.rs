//! Parts of the page whose code is loaded when they are needed. With their libraries, it is more than that of the rest
//! of the page.

use leptos::prelude::*;
use parvis_ui::{Progress, focus_on_heading_soon};

use super::calendar_link::CalendarLink;
use super::qr_image::QrImage;
use crate::error_pages::ChunkAlert;
use crate::i18n::sending::{SendingTexts, say};
use crate::lazy::{Lazy, LazyView, lazy_views};

lazy_views! {
    /// The link to the calendar file.
    calendar_link, load_calendar_link = calendar => view! { <CalendarLink /> };
    /// The image of the QR code.
    qr_image, load_qr_image = qr => view! { <QrImage /> };
}

/// Shows a part once it is loaded.
pub fn part(view: LazyView) -> AnyView {
    let outline = || view! { <Progress /> }.into_any();
    view! { <Lazy view outline missing=part_missing refocus=focus_on_heading_soon /> }.into_any()
}

fn part_missing(retry: Callback<()>) -> AnyView {
    view! { <ChunkAlert what=say(SendingTexts::part_not_shown) retry /> }.into_any()
}

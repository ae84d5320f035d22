//! User interface shared by the portal and the overlay: the components of the design system, focus management
//! and announcements, the clipboard, languages, and the items of an invitation.
//!
//! A leaf crate: it depends on no page, endpoint or address of the portal.

#![allow(
    clippy::must_use_candidate,
    reason = "whether something was done is often not of interest; a view that is not used is not seen"
)]

mod alert;
mod announcer;
mod button;
pub mod clipboard;
mod copy_button;
mod dialog;
mod dynamic;
mod external_link;
mod focus;
mod fold_out;
pub mod i18n;
pub mod invitation;
mod progress;
mod skeleton;
pub mod storage;
mod submit_button;
mod switch;
mod task;
mod text_area;
mod text_field;
mod toast;
mod tooltip;
mod window_listener;

pub use alert::{Alert, AlertKind};
pub use announcer::{Announcer, StatusRegion};
pub use button::Button;
pub use copy_button::{Copier, CopyButton};
pub use dialog::{DIALOG_TITLE_ID, Dialog};
pub use dynamic::{Dynamic, dynamic};
pub use external_link::ExternalLink;
pub use focus::{
    focus_on, focus_on_heading_if_free, focus_on_heading_soon, focus_soon, has_focus, keep_focus,
    keep_heading_focus, reveal_soon,
};
pub use fold_out::FoldOut;
pub use progress::Progress;
pub use skeleton::Skeleton;
pub use submit_button::SubmitButton;
pub use switch::Switch;
pub use task::spawn;
pub use text_area::TextArea;
pub use text_field::{Labelled, TextField, TextInput};
pub use toast::{ToastLink, ToastRegion, Toasts};
pub use tooltip::close_tooltips_on_escape;
pub use window_listener::listen_to_window;

//! The design system's components, once each, and what goes with them: focus and announcements.
//! They know the languages, never a feature.

mod alert;
mod announcer;
mod back_home;
mod button;
mod copy_button;
mod dialog;
mod external_link;
mod focus;
mod fold_out;
mod limit_reached;
mod live;
mod problem;
mod skeleton;
mod submit_button;
mod switch;
mod text_area;
mod text_field;
mod tip;
mod title;
mod toast;

pub use alert::{Alert, AlertKind};
pub use announcer::{Announcer, StatusRegion};
pub use back_home::back_home;
pub use button::Button;
pub use copy_button::{Copier, CopyButton};
pub use dialog::{DIALOG_TITLE_ID, Dialog};
pub use external_link::ExternalLink;
pub use focus::{
    focus_on, focus_on_heading_soon, focus_soon, follow_page, keep_focus, keep_heading_focus,
    reveal_soon,
};
pub use fold_out::FoldOut;
pub use limit_reached::LimitReached;
pub use live::{flag, live, nothing, spawn};
pub use problem::ProblemAlert;
pub use skeleton::Skeleton;
pub use submit_button::SubmitButton;
pub use switch::Switch;
pub use text_area::TextArea;
pub use text_field::TextField;
pub use tip::close_tips_by_escape;
pub use title::Title;
pub use toast::{ToastRegion, Toasts, WayBack};

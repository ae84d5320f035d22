//! The texts of the components, in English.

use super::UiTexts;

pub static TEXTS: UiTexts = UiTexts {
    close: "Close",
    copied: "Copied",
    copied_announcement: |what| format!("Copied: {what}"),
    copy: "Copy",
    copy_by_hand: "Your browser did not allow the copy. The text is selected: copy it with Ctrl+C, or by a long press.",
    loading: "Loading…",
    new_window: "new window",
};

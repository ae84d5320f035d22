//! The texts of the components, by the component that shows them.

/// The texts of one language. A text with parts is a function of them.
pub struct UiTexts {
    pub close: &'static str,
    pub copied: &'static str,
    pub copied_announcement: fn(what: &str) -> String,
    pub copy: &'static str,
    pub copy_by_hand: &'static str,
    pub loading: &'static str,
    pub new_window: &'static str,
}

//! Every text of the session's details that the portal does not say as well.

/// The texts of one language.
pub struct SessionTexts {
    pub unreachable: &'static str,
    pub refused: &'static str,
    pub moderators_only: &'static str,
    pub over: &'static str,
    pub failed: &'static str,
    pub welcome: &'static str,
    pub moderators_message: &'static str,
    pub renewed: &'static str,
}

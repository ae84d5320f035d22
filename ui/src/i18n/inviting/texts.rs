//! The words for what lets others in, wherever it is handed out: in the portal's dialog and in the
//! meeting itself.

/// The texts of one language. A text with parts is a function of them.
pub struct InvitingTexts {
    pub with_moderator_rights: &'static str,
    pub with_restricted_rights: &'static str,
    pub connection_code: &'static str,
    pub moderator_link: &'static str,
    pub sip_address: &'static str,
    pub attendee_link: &'static str,
    pub dial_in: &'static str,
    pub pin: &'static str,
    pub moderator_reminder: &'static str,
    pub attendee_reminder: &'static str,
}

//! What lets others in, named within a sentence.

/// The texts of one language.
pub struct NamingTexts {
    pub code: &'static str,
    pub moderator_link: &'static str,
    pub attendee_link: &'static str,
    pub authenticated_link: &'static str,
    pub dial_in: &'static str,
    pub sip_address: &'static str,
    pub pin: &'static str,
}

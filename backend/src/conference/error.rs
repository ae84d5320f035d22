//! What the conference server does wrong.

use super::MessageKey;

/// What the conference server did wrong. No variant holds an address, as addresses are signed.
#[derive(Debug, thiserror::Error)]
pub enum ConferenceError {
    /// It does not answer.
    #[error("the conference server does not answer")]
    Unreachable(#[source] reqwest::Error),
    /// It takes too long.
    #[error("the conference server takes too long")]
    Slow,
    /// It answers with an HTTP error.
    #[error("the conference server answers with HTTP status {0}")]
    Status(u16),
    /// It answers something that is not the API's XML.
    #[error("the conference server's answer cannot be read: {0}")]
    Unreadable(String),
    /// It says no.
    #[error("the conference server refuses: {0:?}")]
    Refused(MessageKey),
}

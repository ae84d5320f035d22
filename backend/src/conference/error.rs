//! Errors of the conference server.

use super::MessageKey;

/// An error of the conference server. No variant contains an address, as addresses are signed.
#[derive(Debug, thiserror::Error)]
pub enum ConferenceError {
    /// No connection or response.
    #[error("the conference server does not answer")]
    Unreachable(#[source] reqwest::Error),
    /// No response in time.
    #[error("the conference server takes too long")]
    Slow,
    /// An HTTP error status.
    #[error("the conference server answers with HTTP status {0}")]
    Status(u16),
    /// The response is not XML of the API.
    #[error("the conference server's answer cannot be read: {0}")]
    Unreadable(String),
    /// The server refuses the call.
    #[error("the conference server refuses: {0:?}")]
    Refused(MessageKey),
}

//! What an identity provider may do wrong.

use openidconnect::{ErrorResponse, RequestTokenError};

/// What an identity provider did wrong.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// It does not answer, or not what the protocol says.
    #[error("the identity provider does not answer: {0}")]
    Unreachable(String),
    /// It refused the code, or signed nothing that can be trusted.
    #[error("the identity provider's answer is refused: {0}")]
    Refused(String),
}

/// What redeeming a code came to.
pub(super) fn token_error<RE, T>(error: RequestTokenError<RE, T>) -> ProviderError
where
    RE: std::error::Error + 'static,
    T: ErrorResponse + 'static,
{
    match error {
        RequestTokenError::ServerResponse(answer) => ProviderError::Refused(answer.to_string()),
        // The parse error would repeat the answer, tokens and all.
        RequestTokenError::Parse(..) => ProviderError::Unreachable("unreadable answer".to_owned()),
        RequestTokenError::Request(error) => unreachable(&error),
        RequestTokenError::Other(error) => ProviderError::Unreachable(error),
    }
}

/// An error and what led to it. The addresses in it are the provider's own and hold no secret: what
/// is secret goes in bodies.
pub(super) fn unreachable(error: &dyn std::error::Error) -> ProviderError {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    ProviderError::Unreachable(text)
}

//! Errors of identity providers, classified by who can resolve them.

/// An error of an identity provider. It is logged, so it contains no personal data.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ProviderError {
    /// Unavailable: for its operators; a later attempt may succeed.
    #[error("the identity provider does not answer: {0}")]
    Unreachable(String),
    /// Refused, for this person or this attempt; a new attempt may succeed.
    #[error("the identity provider refuses: {0}")]
    Refused(String),
    /// Invalid response, or the portal is unknown there: for administrators.
    #[error("the identity provider's answer cannot be used: {0}")]
    Unusable(String),
}

/// An error with its causes. The addresses in it are the provider's and contain no secret: secrets are sent in
/// bodies.
pub(super) fn unreachable(error: &dyn std::error::Error) -> ProviderError {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    ProviderError::Unreachable(text)
}

/// The loggable form of an error code of the provider (RFC 6749, 4.1.2.1 and 5.2). Descriptions, and unknown
/// codes, may contain personal data.
pub fn code_to_log(code: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let is_code = (1..=64).contains(&code.len()) && code.chars().all(is_plain);
    if is_code { code } else { "not_a_code" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::code_to_log;

    #[test]
    fn a_code_is_logged_whole_or_not_at_all() {
        for code in ["access_denied", "interaction_required", "RS256", "a.b-c"] {
            assert_eq!(code_to_log(code), code);
        }
        for words in [
            "",
            "Alix Martin",
            "access_denied: Alix",
            "alix@exemple.fr",
            "é",
        ] {
            assert_eq!(code_to_log(words), "not_a_code", "{words}");
        }
        assert_eq!(code_to_log(&"x".repeat(65)), "not_a_code");
    }
}

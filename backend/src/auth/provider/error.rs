//! What an identity provider may do wrong, told apart by who can do something about it.

/// What an identity provider did wrong. It holds no datum of a person: it is written to the log.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ProviderError {
    /// It does not answer, or says that it cannot: it is for its operators, and for later.
    #[error("the identity provider does not answer: {0}")]
    Unreachable(String),
    /// It said no: to the person, or to this attempt. A new attempt may do.
    #[error("the identity provider refuses: {0}")]
    Refused(String),
    /// It answers what cannot be read or trusted, or does not know the portal: it is for administrators.
    #[error("the identity provider's answer cannot be used: {0}")]
    Unusable(String),
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

/// An error code of the provider (RFC 6749, 4.1.2.1 and 5.2), if it may be logged. What it adds in words may
/// be about the person, and so may a code that is none.
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

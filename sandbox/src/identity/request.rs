//! Authorization requests: validation, and whether errors are shown or sent to the client.
//!
//! Never redirects to an unregistered address (RFC 6749, 4.1.2.1).

use super::account::has;
use super::provider::Client;
use crate::parameters::Parameters;

/// A valid request.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct AuthorizationRequest {
    pub(super) redirect_uri: String,
    pub(super) scope: String,
    pub(super) state: Option<String>,
    pub(super) nonce: Option<String>,
    pub(super) code_challenge: String,
}

/// Why a request is invalid.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum RequestError {
    /// Shown to the person, as the client cannot be trusted.
    Shown(&'static str),
    /// Sent to the client.
    Told {
        redirect_uri: String,
        state: Option<String>,
        error: ErrorCode,
        description: &'static str,
    },
}

/// The error codes of RFC 6749, 4.1.2.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ErrorCode {
    InvalidRequest,
    UnsupportedResponseType,
    InvalidScope,
    AccessDenied,
}

impl ErrorCode {
    /// The value of the parameter.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::UnsupportedResponseType => "unsupported_response_type",
            Self::InvalidScope => "invalid_scope",
            Self::AccessDenied => "access_denied",
        }
    }
}

impl AuthorizationRequest {
    /// Parses and validates the parameters. Unknown ones are ignored, like `prompt` and `login_hint`: the page
    /// always asks.
    pub(super) fn read(parameters: &Parameters, client: &Client) -> Result<Self, RequestError> {
        if parameters.get("client_id") != Some(&client.id) {
            return Err(RequestError::Shown(
                "Le service qui demande l’identité est inconnu.",
            ));
        }
        let redirect_uri = parameters
            .get("redirect_uri")
            .filter(|uri| client.may_redirect_to(uri))
            .ok_or(RequestError::Shown(
                "L’adresse de retour n’est pas enregistrée.",
            ))?;
        let state = parameters.filled("state").map(str::to_owned);
        let refuse = |error, description| RequestError::Told {
            redirect_uri: redirect_uri.to_owned(),
            state: state.clone(),
            error,
            description,
        };

        if parameters.has_repetition() {
            return Err(refuse(ErrorCode::InvalidRequest, "a parameter is repeated"));
        }
        if parameters.filled("response_type").is_none() {
            return Err(refuse(
                ErrorCode::InvalidRequest,
                "response_type is missing",
            ));
        }
        if parameters.get("response_type") != Some("code") {
            return Err(refuse(
                ErrorCode::UnsupportedResponseType,
                "only code is supported",
            ));
        }
        let scope = parameters
            .get("scope")
            .filter(|scope| has(scope, "openid"))
            .ok_or_else(|| refuse(ErrorCode::InvalidScope, "scope must contain openid"))?;
        if parameters.get("code_challenge_method") != Some("S256") {
            return Err(refuse(
                ErrorCode::InvalidRequest,
                "code_challenge_method must be S256",
            ));
        }
        let code_challenge = parameters
            .get("code_challenge")
            .filter(|challenge| is_sha256_base64url(challenge))
            .ok_or_else(|| refuse(ErrorCode::InvalidRequest, "code_challenge is not valid"))?;

        Ok(Self {
            redirect_uri: redirect_uri.to_owned(),
            scope: scope.to_owned(),
            nonce: parameters.filled("nonce").map(str::to_owned),
            code_challenge: code_challenge.to_owned(),
            state: state.clone(),
        })
    }
}

/// Whether a text is a SHA-256 digest in base64url without padding.
fn is_sha256_base64url(text: &str) -> bool {
    text.len() == 43
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALID: &str = "client_id=parvis&redirect_uri=http://a.test/cb&response_type=code\
        &scope=openid+email&state=s&nonce=n&code_challenge_method=S256\
        &code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    fn read(query: &str) -> Result<AuthorizationRequest, RequestError> {
        let client = Client {
            id: "parvis".to_owned(),
            secret: "secret".to_owned(),
            redirect_uris: vec!["http://a.test/cb".to_owned()],
            post_logout_uris: Vec::new(),
        };
        AuthorizationRequest::read(&Parameters::parse(query.as_bytes()), &client)
    }

    #[track_caller]
    fn check_told(query: &str, expect: ErrorCode) {
        match read(query) {
            Err(RequestError::Told { error, state, .. }) => {
                assert_eq!((error, state.as_deref()), (expect, Some("s")), "{query}");
            }
            other => panic!("{query}: {other:?}"),
        }
    }

    #[test]
    fn a_complete_request_is_read() {
        let request = read(VALID).expect("a valid request");
        assert_eq!(request.state.as_deref(), Some("s"));
        assert_eq!(request.nonce.as_deref(), Some("n"));
    }

    #[test]
    fn a_wrong_client_or_address_is_shown_and_not_told() {
        for (from, to) in [
            ("client_id=parvis", "client_id=other"),
            ("a.test/cb", "a.test/cb/"),
            ("a.test/cb", "b.test/cb"),
            ("redirect_uri", "redirect"),
        ] {
            let query = VALID.replace(from, to);
            assert!(
                matches!(read(&query), Err(RequestError::Shown(_))),
                "{query}"
            );
        }
    }

    #[test]
    fn other_errors_are_told_to_the_client() {
        let told = |from: &str, to: &str, expect| check_told(&VALID.replace(from, to), expect);
        told(
            "response_type=code",
            "response_type=token",
            ErrorCode::UnsupportedResponseType,
        );
        told(
            "response_type=code",
            "response_type=",
            ErrorCode::InvalidRequest,
        );
        told("scope=openid+email", "scope=email", ErrorCode::InvalidScope);
        told("method=S256", "method=plain", ErrorCode::InvalidRequest);
        told(
            "&code_challenge=E9",
            "&code_challenge=",
            ErrorCode::InvalidRequest,
        );
        told("nonce=n", "nonce=n&nonce=m", ErrorCode::InvalidRequest);
    }
}

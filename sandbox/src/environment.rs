//! Configuration of the binary, from environment variables.
//!
//! | variable | default | meaning |
//! | --- | --- | --- |
//! | `SANDBOX_LISTEN` | `127.0.0.1:8081` | address and port |
//! | `SANDBOX_PUBLIC_URL` | `http://127.0.0.1:<port>` | the origin under which it is reached |
//! | `SANDBOX_BBB_SECRET` | none | secret of the conference server's API |
//! | `SANDBOX_CLIENT_ID` | `parvis` | the identity providers' client |
//! | `SANDBOX_CLIENT_SECRET` | none | its secret |
//! | `SANDBOX_REDIRECT_URIS` | none | its redirect addresses, separated by commas |
//! | `SANDBOX_POST_LOGOUT_URIS` | empty | where it may send people after signing out |

use std::net::{Ipv4Addr, SocketAddr};

use url::Url;

use crate::config::SandboxConfig;

const DEFAULT_LISTEN: (Ipv4Addr, u16) = (Ipv4Addr::LOCALHOST, 8081);

/// An invalid configuration. The value is not part of the error, as it may be a secret in the wrong variable.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum EnvironmentError {
    /// A required variable is missing or empty.
    #[error("{name} is not set: expected {expected}")]
    Missing {
        /// The variable.
        name: &'static str,
        /// The expected value.
        expected: &'static str,
    },
    /// A variable is invalid.
    #[error("{name} is not valid: expected {expected}")]
    Invalid {
        /// The variable.
        name: &'static str,
        /// The expected value.
        expected: &'static str,
    },
}

const SECRET: &str = "a secret of at least one character";
const ADDRESSES: &str = "http or https addresses separated by commas, without fragment";

/// Builds the configuration; `read` returns the value of a variable.
///
/// # Errors
///
/// [`EnvironmentError`] for the first variable that is missing or invalid.
pub fn config(
    read: impl Fn(&'static str) -> Option<String>,
) -> Result<SandboxConfig, EnvironmentError> {
    let filled = |name| {
        read(name)
            .map(|value| value.trim().to_owned())
            .filter(|v| !v.is_empty())
    };
    let required =
        |name, expected| filled(name).ok_or(EnvironmentError::Missing { name, expected });

    let mut config = SandboxConfig::new(
        required("SANDBOX_BBB_SECRET", SECRET)?,
        required("SANDBOX_CLIENT_SECRET", SECRET)?,
    );
    config.listen = match filled("SANDBOX_LISTEN") {
        Some(text) => listen(&text)?,
        None => DEFAULT_LISTEN.into(),
    };
    config.public_url = filled("SANDBOX_PUBLIC_URL")
        .map(|text| origin(&text))
        .transpose()?;
    if let Some(id) = filled("SANDBOX_CLIENT_ID") {
        config.client_id = id;
    }
    config.redirect_uris = addresses(
        "SANDBOX_REDIRECT_URIS",
        &required("SANDBOX_REDIRECT_URIS", ADDRESSES)?,
    )?;
    if let Some(text) = filled("SANDBOX_POST_LOGOUT_URIS") {
        config.post_logout_uris = addresses("SANDBOX_POST_LOGOUT_URIS", &text)?;
    }
    Ok(config)
}

fn listen(text: &str) -> Result<SocketAddr, EnvironmentError> {
    text.parse().map_err(|_| EnvironmentError::Invalid {
        name: "SANDBOX_LISTEN",
        expected: "an address and a port, such as 127.0.0.1:8081",
    })
}

fn origin(text: &str) -> Result<String, EnvironmentError> {
    public_origin(text).ok_or(EnvironmentError::Invalid {
        name: "SANDBOX_PUBLIC_URL",
        expected: "an http or https origin without path, such as https://sandbox.example.org",
    })
}

/// Normalizes an origin; `None` if `text` is not exactly an origin.
pub(crate) fn public_origin(text: &str) -> Option<String> {
    let url = Url::parse(text).ok().filter(is_web)?;
    let bare = url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    bare.then(|| url.origin().ascii_serialization())
}

fn addresses(name: &'static str, text: &str) -> Result<Vec<String>, EnvironmentError> {
    text.split(',')
        .map(str::trim)
        .map(|address| {
            Url::parse(address)
                .ok()
                .filter(|url| is_web(url) && url.fragment().is_none())
                // Not normalized, as it is compared exactly.
                .map(|_| address.to_owned())
                .ok_or(EnvironmentError::Invalid {
                    name,
                    expected: ADDRESSES,
                })
        })
        .collect()
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The minimal configuration, with one variable changed.
    fn with(name: &str, value: &str) -> Result<SandboxConfig, EnvironmentError> {
        config(|asked| {
            let least = match asked {
                "SANDBOX_BBB_SECRET" | "SANDBOX_CLIENT_SECRET" => Some("secret"),
                "SANDBOX_REDIRECT_URIS" => Some("http://localhost:8080/auth/callback"),
                _ => None,
            };
            if asked == name {
                Some(value.to_owned())
            } else {
                least.map(str::to_owned)
            }
        })
    }

    #[track_caller]
    fn check_refused(name: &str, value: &str) {
        let message = with(name, value)
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(
            message.starts_with(name) && message.contains("expected"),
            "{name}: {message:?}"
        );
    }

    #[test]
    fn the_least_environment_listens_on_loopback() {
        let config = with("", "").expect("a valid environment");
        assert_eq!(config.listen.to_string(), "127.0.0.1:8081");
        assert_eq!(config.client_id, "parvis");
        assert_eq!(config.public_url, None);
        assert_eq!(config.post_logout_uris, Vec::<String>::new());
    }

    #[test]
    fn lists_are_separated_by_commas_and_trimmed() {
        let config = with(
            "SANDBOX_REDIRECT_URIS",
            "http://a.test/x, https://b.test/y?z=1",
        )
        .expect("a valid list");
        assert_eq!(
            config.redirect_uris,
            ["http://a.test/x", "https://b.test/y?z=1"]
        );
    }

    #[test]
    fn a_wrong_value_is_refused_with_the_name_of_its_variable() {
        for (name, value) in [
            ("SANDBOX_LISTEN", "8081"),
            ("SANDBOX_PUBLIC_URL", "sandbox.example.org"),
            ("SANDBOX_PUBLIC_URL", "https://sandbox.example.org/path"),
            ("SANDBOX_BBB_SECRET", " "),
            ("SANDBOX_CLIENT_SECRET", ""),
            ("SANDBOX_REDIRECT_URIS", ""),
            ("SANDBOX_REDIRECT_URIS", "/auth/callback"),
            ("SANDBOX_REDIRECT_URIS", "http://a.test/x,"),
            ("SANDBOX_POST_LOGOUT_URIS", "javascript:alert(1)"),
        ] {
            check_refused(name, value);
        }
    }

    #[test]
    fn a_public_url_may_end_with_a_slash() {
        let config = with("SANDBOX_PUBLIC_URL", "https://sandbox.example.org/").expect("valid");
        assert_eq!(
            config.public_url.as_deref(),
            Some("https://sandbox.example.org")
        );
    }
}

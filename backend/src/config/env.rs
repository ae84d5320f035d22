//! Environment variables: parsing them, and collecting all errors.

use std::fmt;
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use url::{Host, Url};

use super::{Networks, Secret, exposed};

/// A missing or invalid variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The variable's name.
    pub variable: String,
    /// The expected value.
    pub expected: String,
}

/// All errors of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError(pub Vec<Mistake>);

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the configuration cannot be used:")?;
        for Mistake { variable, expected } in &self.0 {
            write!(f, "\n  {variable}: expected {expected}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigError {}

/// The hosts that plain http is allowed for.
const PLAIN_HTTP_HOSTS: &str = "PARVIS_PLAIN_HTTP_HOSTS";

/// The permitted schemes of a link.
#[derive(Clone, Copy)]
pub(super) enum Scheme {
    /// `https:`, `http:` or a path of the portal.
    Web,
    /// Also `mailto:`.
    WebOrMail,
}

pub(super) struct Env<'a> {
    lookup: &'a dyn Fn(&str) -> Option<String>,
    mistakes: Vec<Mistake>,
    warnings: Vec<String>,
}

impl<'a> Env<'a> {
    pub fn new(lookup: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Self {
            lookup,
            mistakes: Vec::new(),
            warnings: Vec::new(),
        }
    }

    pub fn finish(self) -> Result<(), ConfigError> {
        if self.mistakes.is_empty() {
            Ok(())
        } else {
            Err(ConfigError(self.mistakes))
        }
    }

    pub fn mistake(&mut self, variable: &str, expected: &str) {
        let (variable, expected) = (variable.to_owned(), expected.to_owned());
        if !self
            .mistakes
            .iter()
            .any(|mistake| mistake.variable == variable)
        {
            self.mistakes.push(Mistake { variable, expected });
        }
    }

    /// What is allowed, and still no good idea.
    pub fn take_warnings(&mut self) -> Vec<String> {
        std::mem::take(&mut self.warnings)
    }

    /// The value of a variable; an empty one counts as unset.
    pub fn optional(&self, variable: &str) -> Option<String> {
        let value = (self.lookup)(variable)?;
        let value = value.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    pub fn required(&mut self, variable: &str, expected: &str) -> String {
        self.optional(variable).unwrap_or_else(|| {
            self.mistake(variable, expected);
            String::new()
        })
    }

    pub fn parse<T: FromStr>(&mut self, variable: &str, default: &str, expected: &str) -> T {
        let value = self.optional(variable);
        if let Some(parsed) = value.as_deref().and_then(|value| value.parse().ok()) {
            return parsed;
        }
        if value.is_some() {
            self.mistake(variable, expected);
        }
        match default.parse() {
            Ok(default) => default,
            Err(_) => unreachable!("the default of {variable} is a constant that parses"),
        }
    }

    pub fn bounded(&mut self, variable: &str, default: u64, range: RangeInclusive<u64>) -> u64 {
        let expected = format!("a number from {} to {}", range.start(), range.end());
        let value = self.parse(variable, &default.to_string(), &expected);
        if range.contains(&value) {
            return value;
        }
        self.mistake(variable, &expected);
        default
    }

    /// As [`Self::bounded`], for a number of things in memory.
    pub fn count(&mut self, variable: &str, default: u64, range: RangeInclusive<u64>) -> usize {
        usize::try_from(self.bounded(variable, default, range)).unwrap_or(usize::MAX)
    }

    /// A number of days; `None` if the variable is unset.
    pub fn days(&mut self, variable: &str) -> Option<Duration> {
        const MOST: u64 = 36_500;
        self.optional(variable)?;
        let days = self.bounded(variable, 1, 1..=MOST);
        Some(Duration::from_hours(24 * days))
    }

    /// A list of networks; empty if the variable is unset.
    pub fn networks(&mut self, variable: &str) -> Networks {
        let Some(text) = self.optional(variable) else {
            return Networks::default();
        };
        Networks::parse(&text).unwrap_or_else(|| {
            self.mistake(
                variable,
                "networks (10.0.0.0/8) and addresses, separated by commas, or *",
            );
            Networks::default()
        })
    }

    /// A list of trusted proxies. Trusting all addresses is refused, as a trusted proxy determines the client
    /// address.
    pub fn proxies(&mut self, variable: &str) -> Networks {
        if self
            .optional(variable)
            .is_some_and(|text| text.contains('*'))
        {
            self.mistake(variable, "the networks and addresses of your own proxies");
            return Networks::default();
        }
        self.networks(variable)
    }

    /// An address and a port; `None` if the variable is unset.
    pub fn address(&mut self, variable: &str) -> Option<SocketAddr> {
        let text = self.optional(variable)?;
        let address = text.parse().ok();
        if address.is_none() {
            self.mistake(variable, "an address and a port, such as 127.0.0.1:9090");
        }
        address
    }

    /// A host name.
    pub fn host(&mut self, variable: &str) -> Option<String> {
        let host = self.optional(variable)?;
        if Host::parse(&host).is_err() {
            self.mistake(variable, "the name of a host, such as sip.example.fr");
            return None;
        }
        Some(host)
    }

    pub fn url(&mut self, variable: &str) -> Url {
        let expected = "an https: or http: address";
        let value = self.required(variable, expected);
        if let Some(url) = Url::parse(&value).ok().filter(is_web) {
            url
        } else {
            self.mistake(variable, expected);
            placeholder_url()
        }
    }

    /// The address of a server that secrets are sent to: plain http is refused, but for this machine and hosts that
    /// are named as exempt.
    pub fn server_url(&mut self, variable: &str) -> Url {
        let url = self.url(variable);
        self.check_transport(variable, &url);
        url
    }

    pub fn check_transport(&mut self, variable: &str, url: &Url) {
        if url.scheme() == "https" || is_local(url) {
            return;
        }
        let exempt = self.optional(PLAIN_HTTP_HOSTS).unwrap_or_default();
        let host = url.host_str().unwrap_or_default();
        if exempt.split(',').any(|name| name.trim() == host) {
            self.warnings.push(format!(
                "{variable}: plain http, as {PLAIN_HTTP_HOSTS} allows: who is on the network between reads secrets and \
                 names"
            ));
        } else {
            let expected = format!(
                "an https: address, as secrets and names are sent there (or its host in {PLAIN_HTTP_HOSTS}, if the \
                 network between is yours alone)"
            );
            self.mistake(variable, &expected);
        }
    }

    pub fn origin(&mut self, variable: &str) -> Url {
        let url = self.url(variable);
        self.as_origin(variable, url)
    }

    /// A comma-separated list of origins.
    pub fn origins(&mut self, variable: &str) -> Option<Vec<Url>> {
        let value = self.optional(variable)?;
        let parse = |part: &str| Url::parse(part.trim()).ok().filter(is_web);
        let Some(urls) = value.split(',').map(parse).collect::<Option<Vec<_>>>() else {
            self.mistake(variable, "origins, separated by commas");
            return None;
        };
        Some(
            urls.into_iter()
                .map(|url| self.as_origin(variable, url))
                .collect(),
        )
    }

    fn as_origin(&mut self, variable: &str, url: Url) -> Url {
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            self.mistake(
                variable,
                "an origin, such as https://portail.example.fr, without a path",
            );
        }
        if url.host_str().is_some_and(|host| host.contains('*')) {
            self.mistake(variable, "an origin with a whole host name, without *");
        }
        if url.scheme() != "https" && !is_local(&url) {
            self.mistake(
                variable,
                "https:, as http: protects no cookie (but on localhost)",
            );
        }
        url
    }

    pub fn database_url(&mut self, variable: &str) -> String {
        let expected = "sqlite://FILE or postgres://USER@HOST/DATABASE";
        let value = self.required(variable, expected);
        // Validated here, as the database library's error would contain the URL with its password.
        let known = |url: &Url| matches!(url.scheme(), "sqlite" | "postgres" | "postgresql");
        if !Url::parse(&value).is_ok_and(|url| known(&url)) {
            self.mistake(variable, expected);
        }
        value
    }

    pub fn secret_file(&mut self, variable: &str) -> Secret {
        let path = self.required(variable, "the path of a file that holds the secret");
        match std::fs::read_to_string(&path) {
            Ok(text) if !text.trim().is_empty() => {
                let warning = exposed::warning(variable, Path::new(&path));
                self.warnings.extend(warning);
                Secret::new(text.trim().to_owned())
            }
            _ => {
                self.mistake(
                    variable,
                    "the path of a readable file that holds the secret",
                );
                Secret::new(String::new())
            }
        }
    }

    /// A secret shared with other servers; `None` if the variable is unset. Short secrets are refused, as
    /// guessing it gives access to every meeting's data.
    pub fn host_secret(&mut self, variable: &str) -> Option<Secret> {
        const SHORTEST: usize = 32;
        self.optional(variable)?;
        let secret = self.secret_file(variable);
        let text = secret.reveal();
        // It is sent in a header, which allows nothing else.
        let is_visible = text.bytes().all(|byte| byte.is_ascii_graphic());
        if !text.is_empty() && (text.len() < SHORTEST || !is_visible) {
            self.mistake(
                variable,
                "a secret of at least 32 characters (ASCII, without blanks) in that file",
            );
        }
        Some(secret)
    }

    /// A list of words, separated by spaces; `default` if the variable is unset.
    pub fn words(&self, variable: &str, default: &str) -> Vec<String> {
        let value = self.optional(variable);
        let words = value.as_deref().unwrap_or(default).split_whitespace();
        words.map(str::to_owned).collect()
    }

    /// A link for people to follow. Schemes that can run scripts are refused.
    pub fn link(&mut self, variable: &str, scheme: Scheme) -> Option<String> {
        let value = self.optional(variable)?;
        let path = value.starts_with('/') && !value.starts_with("//");
        let allowed = Url::parse(&value).is_ok_and(|url| {
            is_web(&url) || (matches!(scheme, Scheme::WebOrMail) && url.scheme() == "mailto")
        });
        if path || allowed {
            return Some(value);
        }
        self.mistake(
            variable,
            match scheme {
                Scheme::Web => "an https: or http: address, or a path of the portal",
                Scheme::WebOrMail => "an https:, http: or mailto: address, or a path of the portal",
            },
        );
        None
    }
}

pub(super) fn is_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

pub(super) fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "https" | "http") && url.has_host()
}

/// A placeholder for an invalid URL; the configuration is refused before it is used.
fn placeholder_url() -> Url {
    match Url::parse("https://invalid.invalid") {
        Ok(url) => url,
        Err(_) => unreachable!("a constant that parses"),
    }
}

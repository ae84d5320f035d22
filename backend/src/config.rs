//! The configuration: environment variables, read at the start. Errors name the variable and what is expected.
//! `docs/deploy.md` documents each variable.

mod env;
mod exposed;
mod files;
mod instance;
mod mail;
mod networks;
mod origins;
mod provider;
mod secret;
mod unused;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use parvis_contract::instance::Instance;
use url::Url;

use env::Env;
pub use env::{ConfigError, Mistake};
pub use files::{FilesSettings, FilesStore};
use instance::{instance, rendered_instance, stylesheet};
pub use mail::MailSettings;
pub use networks::Networks;
pub use provider::{ClaimNames, ProviderSettings};
pub use secret::Secret;
pub use unused::UnusedSettings;

/// How many rooms an account may create in a day beyond those that it may have.
const MORE_CREATIONS: u64 = 500;

/// The configuration of a backend.
#[derive(Clone)]
pub struct Config {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The public URL of the backend.
    pub public_url: Url,
    /// The origins of the app; links lead to the first.
    pub portal_origins: Vec<Url>,
    /// The database URL (`sqlite://…` or `postgres://…`), which may contain a password.
    pub database_url: Secret,
    /// The key file.
    pub keys_file: PathBuf,
    /// The folder of the built app, if the backend serves it.
    pub site_dir: Option<PathBuf>,
    /// The API URL of the conference server.
    pub conference_url: Url,
    /// The shared secret of the conference server.
    pub conference_secret: Secret,
    /// The conference server's property `authenticatedGuest`.
    pub conference_authenticated_guest: bool,
    /// The agents' identity provider.
    pub agents: ProviderSettings,
    /// The attendees' identity provider, if there is one.
    pub attendees: Option<ProviderSettings>,
    /// The telephone number, if there is one.
    pub phone_number: Option<String>,
    /// The host of the gateway for video terminals (SIP), if there is one.
    pub sip_host: Option<String>,
    /// The weekly limit of wrong codes of all devices that are not trusted.
    pub wrong_codes_a_week: u64,
    /// The polling interval of the list of running meetings, while owners watch it.
    pub live_interval: Duration,
    /// After how long the conference server deletes recordings, if people are to be told.
    pub recordings_kept: Option<Duration>,
    /// How long after their start the meetings of rooms are kept; zero if none is.
    pub history_kept: Duration,
    /// How long events of the audit trail are kept; zero if none is.
    pub audit_kept: Duration,
    /// How mails are sent, if any are.
    pub mail: Option<MailSettings>,
    /// After how long rooms and accounts that nobody uses are deleted, if they are.
    pub unused: UnusedSettings,
    /// Where files of rooms are kept, if they are.
    pub files: Option<FilesSettings>,
    /// The origins of pages that may embed the session details in a frame.
    pub conference_origins: Vec<Url>,
    /// The secret of the servers of embedding pages, if there are any.
    pub host_secret: Option<Secret>,
    /// The professional networks of the state, whose users are informed of their security policy.
    pub professional_networks: Networks,
    /// The trusted proxies.
    pub trusted_proxies: Networks,
    /// The address to tell metrics at, if they are to be told.
    pub metrics_listen: Option<SocketAddr>,
    /// Where traces are sent, if they are: the address of a collector's OTLP endpoint over HTTP.
    pub otlp_endpoint: Option<Url>,
    /// The maximum number of connections.
    pub most_connections: usize,
    /// The maximum number of connections of an address that is no trusted proxy.
    pub most_connections_of_address: usize,
    /// The lifetime of a session.
    pub session_time: Duration,
    /// The public configuration.
    pub instance: Instance,
    /// The address of the instance's stylesheet; may be empty.
    pub stylesheet: String,
    /// What is allowed, and still no good idea; the variable is named.
    pub warnings: Vec<String>,
}

/// The configuration of a static site.
pub struct SiteConfig {
    /// The backend's URL, if it is not on the portal's origin.
    pub backend: Option<Url>,
    /// The origins of embedding pages, serialized.
    pub conference_origins: Vec<String>,
    /// The public configuration.
    pub instance: Instance,
    /// The address of the instance's stylesheet; may be empty.
    pub stylesheet: String,
}

fn as_browsers_write(origins: &[Url]) -> Vec<String> {
    let write = |url: &Url| url.origin().ascii_serialization();
    origins.iter().map(write).collect()
}

fn listen(env: &mut Env<'_>) -> SocketAddr {
    env.parse("PARVIS_LISTEN", "127.0.0.1:8080", "an address and a port")
}

impl Config {
    /// Reads the process's environment variables.
    ///
    /// # Errors
    ///
    /// All variables that are missing or invalid.
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::from_lookup(&|name| std::env::var(name).ok())
    }

    /// Reads variables with `lookup`.
    ///
    /// # Errors
    ///
    /// All variables that are missing or invalid.
    pub fn from_lookup(lookup: &dyn Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let mut env = Env::new(lookup);
        let public_url = env.origin("PARVIS_PUBLIC_URL");
        let portal_origins = env
            .origins("PARVIS_PORTAL_ORIGINS")
            .unwrap_or_else(|| vec![public_url.clone()]);
        if !portal_origins
            .iter()
            .all(|portal| origins::may_share_cookies(&public_url, portal))
        {
            env.mistake(
                "PARVIS_PORTAL_ORIGINS",
                "the origin of PARVIS_PUBLIC_URL, or origins of the same registrable domain and \
                 scheme, as browsers send the session's cookie to no other",
            );
        }
        let agents = provider::required(&mut env, "PARVIS_OIDC_AGENTS");
        let attendees = provider::optional(&mut env, "PARVIS_OIDC_ATTENDEES");
        let instance = instance(&mut env, &agents, attendees.as_ref());
        let config = Self {
            listen: listen(&mut env),
            public_url,
            portal_origins,
            database_url: Secret::new(env.database_url("PARVIS_DATABASE_URL")),
            keys_file: env
                .required("PARVIS_KEYS_FILE", "the path of the key file")
                .into(),
            site_dir: env.optional("PARVIS_SITE_DIR").map(PathBuf::from),
            conference_url: env.server_url("PARVIS_BBB_URL"),
            conference_secret: env.secret_file("PARVIS_BBB_SECRET_FILE"),
            conference_authenticated_guest: env.parse(
                "PARVIS_BBB_AUTHENTICATED_GUEST",
                "false",
                "true or false",
            ),
            agents,
            attendees,
            phone_number: env.optional("PARVIS_PHONE_NUMBER"),
            sip_host: env.host("PARVIS_SIP_HOST"),
            wrong_codes_a_week: env.bounded("PARVIS_WRONG_CODES_A_WEEK", 9_000, 0..=1_000_000),
            live_interval: Duration::from_millis(env.bounded(
                "PARVIS_LIVE_MILLISECONDS",
                5_000,
                10..=60_000,
            )),
            recordings_kept: env.days("PARVIS_RECORDINGS_DAYS"),
            history_kept: Duration::from_hours(
                24 * env.bounded("PARVIS_HISTORY_DAYS", 365, 0..=3_650),
            ),
            audit_kept: Duration::from_hours(24 * env.bounded("PARVIS_AUDIT_DAYS", 365, 0..=3_650)),
            mail: mail::settings(&mut env),
            unused: unused::settings(&mut env),
            files: files::settings(&mut env),
            conference_origins: env.origins("PARVIS_CONFERENCE_ORIGINS").unwrap_or_default(),
            host_secret: env.host_secret("PARVIS_HOST_SECRET_FILE"),
            professional_networks: env.networks("PARVIS_RIE_NETWORKS"),
            trusted_proxies: env.proxies("PARVIS_TRUSTED_PROXIES"),
            metrics_listen: env.address("PARVIS_METRICS_LISTEN"),
            otlp_endpoint: env
                .optional("PARVIS_OTLP_ENDPOINT")
                .is_some()
                .then(|| env.server_url("PARVIS_OTLP_ENDPOINT")),
            most_connections: env.count("PARVIS_MAX_CONNECTIONS", 10_000, 10..=1_000_000),
            most_connections_of_address: env.count(
                "PARVIS_MAX_CONNECTIONS_PER_ADDRESS",
                5_000,
                10..=1_000_000,
            ),
            session_time: Duration::from_secs(
                3600 * env.bounded("PARVIS_SESSION_HOURS", 12, 1..=24 * 30),
            ),
            instance,
            stylesheet: stylesheet(&mut env),
            warnings: Vec::new(),
        };
        let mut warnings = env.take_warnings();
        warnings.extend(exposed::warnings(&config));
        env.finish().map(|()| Self { warnings, ..config })
    }

    /// Reads the configuration for rendering the static site, which needs no secrets.
    ///
    /// # Errors
    ///
    /// All variables that are missing or invalid.
    pub fn site_from_lookup(
        lookup: &dyn Fn(&str) -> Option<String>,
    ) -> Result<SiteConfig, ConfigError> {
        let mut env = Env::new(lookup);
        let backend = env.origin("PARVIS_PUBLIC_URL");
        let portal = env.origins("PARVIS_PORTAL_ORIGINS");
        // Links lead to the first origin, which is that of the site.
        let elsewhere = portal.is_some_and(|portal| portal.first() != Some(&backend));
        let instance = rendered_instance(&mut env);
        let stylesheet = stylesheet(&mut env);
        let pages = env.origins("PARVIS_CONFERENCE_ORIGINS").unwrap_or_default();
        env.finish().map(|()| SiteConfig {
            backend: elsewhere.then_some(backend),
            conference_origins: as_browsers_write(&pages),
            instance,
            stylesheet,
        })
    }

    /// Reads the address to listen on alone, for who asks a backend that runs.
    ///
    /// # Errors
    ///
    /// When the variable is invalid.
    pub fn listen_from_env() -> Result<SocketAddr, ConfigError> {
        let lookup = |name: &str| std::env::var(name).ok();
        let mut env = Env::new(&lookup);
        let listen = listen(&mut env);
        env.finish().map(|()| listen)
    }

    /// Whether the portal uses HTTPS.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.public_url.scheme() == "https"
    }

    /// The maximum number of rooms that an account creates in a day: as many as it may have, and room for mistakes.
    #[must_use]
    pub fn creations_a_day(&self) -> u64 {
        self.instance.max_rooms + MORE_CREATIONS
    }

    /// The maximum number of event streams: four fifths of the connections, so that the others are left for requests.
    #[must_use]
    pub fn most_streams(&self) -> usize {
        self.most_connections / 5 * 4
    }

    /// Whether `origin`, as serialized by a browser, is one of the portal's.
    #[must_use]
    pub fn is_portal_origin(&self, origin: &str) -> bool {
        self.portal_origins
            .iter()
            .any(|portal| portal.origin().ascii_serialization() == origin)
    }

    /// The origins of pages that show a meeting, as browsers write them.
    #[must_use]
    pub fn conference_origins(&self) -> Vec<String> {
        as_browsers_write(&self.conference_origins)
    }

    /// The portal's home page.
    #[must_use]
    pub fn portal_home(&self) -> Url {
        self.portal_origins
            .first()
            .unwrap_or(&self.public_url)
            .clone()
    }

    /// The URL of a path of the backend, for other servers.
    #[must_use]
    pub fn backend_address(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.origin().ascii_serialization())
    }

    /// The URL of a path of the portal.
    #[must_use]
    pub fn portal_address(&self, path: &str) -> String {
        format!(
            "{}{path}",
            self.portal_home().origin().ascii_serialization()
        )
    }
}

#[cfg(test)]
mod tests;

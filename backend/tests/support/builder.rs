//! Starts a portal, its database, its conference server and its identity providers.

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use parvis_backend::app::App;
use parvis_backend::clock::{Clock, Moment};
use parvis_backend::config::Config;
use parvis_backend::keys::Keys;
use parvis_backend::random::Random;
use parvis_backend::site::{Branding, Site};
use parvis_sandbox::{Sandbox, SandboxConfig};
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use url::Url;

use super::{Portal, contents, database, serve};

/// 12 February 2026, 09:30 UTC: where the portal's clock starts.
pub(super) const START: i64 = 1_770_888_600_000;

/// The settings of a portal to start: its configuration, and what its conference server is like.
pub struct PortalBuilder {
    variables: Vec<(String, String)>,
    random: Random,
    authenticated_guest: bool,
    plugin_sdk: PluginSdk,
    processing_time: Option<Duration>,
    access_token_lifetime: Option<Duration>,
}

/// The plug-in SDK of the conference server.
enum PluginSdk {
    Default,
    Version(String),
    None,
}

impl PortalBuilder {
    pub(super) fn new() -> Self {
        Self {
            variables: Vec::new(),
            random: Random::system(),
            authenticated_guest: true,
            plugin_sdk: PluginSdk::Default,
            processing_time: None,
            access_token_lifetime: None,
        }
    }

    /// Sets a variable of the configuration.
    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sets several variables.
    pub fn variables(self, variables: &[(&str, &str)]) -> Self {
        let set = |builder: Self, (name, value): &(&str, &str)| builder.variable(name, value);
        variables.iter().fold(self, set)
    }

    /// Unsets a variable: an empty one counts as absent.
    pub fn without(self, name: &str) -> Self {
        self.variable(name, "")
    }

    /// Takes random numbers from `random` instead of the system.
    pub fn random(mut self, random: Random) -> Self {
        self.random = random;
        self
    }

    /// Sets the conference server's own property `authenticatedGuest`.
    pub fn authenticated_guest(mut self, value: bool) -> Self {
        self.authenticated_guest = value;
        self
    }

    /// Has the conference server load plug-ins with this version of its SDK.
    pub fn plugin_sdk(mut self, version: &str) -> Self {
        self.plugin_sdk = PluginSdk::Version(version.to_owned());
        self
    }

    /// Has the conference server load no plug-ins.
    pub fn without_plugins(mut self) -> Self {
        self.plugin_sdk = PluginSdk::None;
        self
    }

    /// Has the conference server process recordings for this long.
    pub fn processing_time(mut self, time: Duration) -> Self {
        self.processing_time = Some(time);
        self
    }

    /// Has the identity providers issue access tokens that last this long.
    pub fn access_token_lifetime(mut self, lifetime: Duration) -> Self {
        self.access_token_lifetime = Some(lifetime);
        self
    }

    /// Has the portal send mails by this server, and ask for people's addresses.
    pub fn mail_server(self, url: &str) -> Self {
        self.variables(&[
            ("PARVIS_SMTP_URL", url),
            (
                "PARVIS_SMTP_FROM",
                "Visio <ne-pas-repondre@visio.exemple.fr>",
            ),
            ("PARVIS_OIDC_AGENTS_SCOPES", "openid profile email"),
        ])
    }

    /// Starts the portal on a free port.
    pub async fn start(self) -> Portal {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let origin = format!("http://localhost:{port}");
        let sandbox = self.start_sandbox(&origin).await;
        let dir = tempfile::tempdir().expect("a folder");
        let variables = configure(&origin, &sandbox, dir.path(), self.variables).await;
        let config = match Config::from_lookup(&|name| variables.get(name).cloned()) {
            Ok(config) => config,
            Err(error) => panic!("{error}"),
        };
        let site = config
            .site_dir
            .as_ref()
            .map(|site| Site::load(site, &Branding::of(&config)).expect("the site loads"));
        let database_url = config.database_url.reveal().to_owned();
        let now = Arc::new(AtomicI64::new(START));
        let ticking = Arc::clone(&now);
        let clock = Clock::from_fn(move || Moment(ticking.load(Ordering::Relaxed)));
        let app = App::start(config, clock.clone(), self.random)
            .await
            .expect("the portal starts");
        let mut tasks = JoinSet::new();
        serve(&app, site, listener, &mut tasks);
        Portal {
            origin,
            sandbox,
            database_url,
            now,
            app,
            clock,
            variables,
            tasks: Mutex::new(tasks),
            _dir: dir,
        }
    }

    async fn start_sandbox(&self, portal: &str) -> Sandbox {
        let mut config = SandboxConfig {
            authenticated_guest: self.authenticated_guest,
            redirect_uris: vec![
                format!("{portal}/auth/callback"),
                format!("{portal}/auth/attendees/callback"),
            ],
            post_logout_uris: vec![format!("{portal}/")],
            ..SandboxConfig::new("conference secret", "client secret")
        };
        match &self.plugin_sdk {
            PluginSdk::Default => {}
            PluginSdk::Version(version) => config.plugin_sdk_version = Some(version.clone()),
            PluginSdk::None => config.plugin_sdk_version = None,
        }
        if let Some(time) = self.processing_time {
            config.processing_time = time;
        }
        if let Some(lifetime) = self.access_token_lifetime {
            config.access_token_lifetime = lifetime;
        }
        Sandbox::start(config).await.expect("the sandbox starts")
    }
}

async fn configure(
    origin: &str,
    sandbox: &Sandbox,
    dir: &Path,
    changed: Vec<(String, String)>,
) -> HashMap<String, String> {
    let file = |name: &str, content: &str| {
        let path = dir.join(name);
        std::fs::write(&path, content).expect("a file");
        path.display().to_string()
    };
    let keys = dir.join("keys");
    Keys::generate(&keys, &Random::system()).expect("keys");
    let base = Url::parse(sandbox.base_url()).expect("an address");
    let at_sandbox = |path: &str| base.join(path).expect("an address").to_string();
    let client_secret = file("client-secret", "client secret");
    let mut variables = HashMap::from([
        ("PARVIS_PUBLIC_URL", origin.to_owned()),
        ("PARVIS_DATABASE_URL", database::fresh(dir).await),
        ("PARVIS_KEYS_FILE", keys.display().to_string()),
        ("PARVIS_BBB_URL", at_sandbox("/bigbluebutton/")),
        (
            "PARVIS_BBB_SECRET_FILE",
            file("bbb-secret", "conference secret\n"),
        ),
        ("PARVIS_OIDC_AGENTS_ISSUER", at_sandbox("/identity")),
        ("PARVIS_OIDC_AGENTS_CLIENT_ID", "parvis".to_owned()),
        (
            "PARVIS_OIDC_AGENTS_CLIENT_SECRET_FILE",
            client_secret.clone(),
        ),
        ("PARVIS_OIDC_AGENTS_NAME", "Mon compte".to_owned()),
        (
            "PARVIS_OIDC_ATTENDEES_ISSUER",
            at_sandbox("/identity-attendees"),
        ),
        ("PARVIS_OIDC_ATTENDEES_CLIENT_ID", "parvis".to_owned()),
        ("PARVIS_OIDC_ATTENDEES_CLIENT_SECRET_FILE", client_secret),
        ("PARVIS_OIDC_ATTENDEES_NAME", "EduConnect".to_owned()),
        ("PARVIS_PHONE_NUMBER", "+33 1 23 45 67 89".to_owned()),
        ("PARVIS_LIVE_MILLISECONDS", "10".to_owned()),
    ]);
    variables.extend(contents::fresh(dir).await);
    let owned = |(name, value): (&str, String)| (name.to_owned(), value);
    variables.into_iter().map(owned).chain(changed).collect()
}

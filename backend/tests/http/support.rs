//! A portal on a free port with everything real around it, and people who use it.

mod balancer;
mod database;
mod file;
mod person;
mod process;
mod provider;
mod stream;
mod writers;

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use parvis_backend::app::App;
use parvis_backend::clock::{Clock, Moment};
use parvis_backend::config::Config;
use parvis_backend::keys::Keys;
use parvis_backend::linking;
use parvis_backend::random::Random;
use parvis_backend::router::service;
use parvis_backend::site::{Face, Site};
use parvis_contract::room::Room;
use parvis_sandbox::{Sandbox, SandboxConfig};
use reqwest::StatusCode;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use url::Url;

pub use balancer::Balancer;
pub use database::Held;
pub use file::File;
pub use person::{Answer, Person, WRONG_CODE, address};
use process::Process;
pub use provider::Provider;
pub use stream::Stream;
pub use writers::{Report, Until, Writers};

/// 12 February 2026, 09:30 UTC; tests move on from here.
const START: i64 = 1_770_888_600_000;

/// A running portal.
pub struct Portal {
    /// Its origin.
    pub origin: String,
    pub sandbox: Sandbox,
    database_url: String,
    now: Arc<AtomicI64>,
    app: App,
    clock: Clock,
    /// What the portal was started with.
    variables: HashMap<String, String>,
    /// What serves: it ends with the portal.
    tasks: Mutex<JoinSet<()>>,
    // Kept, as its files go when it is dropped.
    _dir: TempDir,
}

impl Portal {
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts with some variables set otherwise; an empty one is unset.
    pub async fn start_with(variables: &[(&str, &str)]) -> Self {
        Self::start_by(variables, Random::system()).await
    }

    /// Starts with random numbers that the test decides.
    pub async fn start_by_chance(random: Random) -> Self {
        Self::start_by(&[], random).await
    }

    /// Starts with variables set otherwise and random numbers that the test decides.
    pub async fn start_by(variables: &[(&str, &str)], random: Random) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let origin = format!("http://localhost:{port}");
        // Not the portal's, but the conference server's own setting.
        let authenticated_guest = !variables.contains(&("AUTHENTICATED_GUEST", "false"));
        // Nor is this: the interface that plug-ins meet there, or "false" where it loads none.
        let plugins = variables
            .iter()
            .find(|(name, _)| *name == "CONFERENCE_PLUGINS");
        let plugins = plugins.map(|(_, interface)| *interface);
        let sandbox = start_sandbox(&origin, authenticated_guest, plugins).await;
        let dir = tempfile::tempdir().expect("a folder");
        let variables = configure(&origin, &sandbox, dir.path(), variables).await;
        let config = match Config::from_lookup(&|name| variables.get(name).cloned()) {
            Ok(config) => config,
            Err(error) => panic!("{error}"),
        };
        let site = config
            .site_dir
            .as_ref()
            .map(|site| Site::load(site, &Face::of(&config)).expect("the site loads"));
        let database_url = config.database_url.reveal().to_owned();
        let now = Arc::new(AtomicI64::new(START));
        let ticking = Arc::clone(&now);
        let clock = Clock::from_fn(move || Moment(ticking.load(Ordering::Relaxed)));
        let app = App::start(config, clock.clone(), random)
            .await
            .expect("the portal starts");
        let mut tasks = JoinSet::new();
        serve(&app, site, listener, &mut tasks);
        Self {
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

    /// Starts the binary itself on the same database, as a process of its own, by the system's clock.
    pub async fn process(&self) -> Process {
        Process::start(&self.variables).await
    }

    /// The same, unable to write beyond `kilobytes` of any file.
    pub async fn process_with_small_files(&self, kilobytes: u64) -> Process {
        Process::start_with_small_files(&self.variables, kilobytes).await
    }

    /// Starts the binary with nowhere to write its log: both its outputs are on a full disk.
    pub async fn process_with_full_outputs(&self) -> Process {
        Process::start_with_full_outputs(&self.variables).await
    }

    /// What `/readyz` of the backend at `origin` says, as soon as that is `expected`, or after twenty
    /// seconds: it does not try to write each time that it is asked.
    pub async fn becomes_ready(&self, origin: &str, expected: StatusCode) -> StatusCode {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
        loop {
            let answer = self.visitor().get(&format!("{origin}/readyz")).await;
            if answer.status == expected || tokio::time::Instant::now() > deadline {
                return answer.status;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Runs a command of the binary on the same database and key file; answers what it says.
    pub fn command(&self, arguments: &[&str]) -> Result<String, String> {
        process::command(&self.variables, arguments)
    }

    /// The same, while the test goes on.
    pub async fn command_beside(&self, arguments: &[&str]) -> Result<String, String> {
        let variables = self.variables.clone();
        let arguments: Vec<String> = arguments.iter().map(|&word| word.to_owned()).collect();
        let running = tokio::task::spawn_blocking(move || {
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            process::command(&variables, &arguments)
        });
        running.await.expect("the command runs")
    }

    /// How one of its variables is set.
    pub fn variable(&self, name: &str) -> &str {
        &self.variables[name]
    }

    /// Starts another backend on the same database; answers where it listens. Browsers still see
    /// one portal.
    pub async fn another_node(&self) -> String {
        let app = App::start(
            self.app.config().clone(),
            self.clock.clone(),
            Random::system(),
        );
        self.serve(&app.await.expect("the node starts")).await
    }

    /// The same portal after its key file has changed, on the same database.
    pub async fn restarted_with_keys(&self, change: impl FnOnce(String) -> String) -> App {
        let file = &self.app.config().keys_file;
        let keys = std::fs::read_to_string(file).expect("the key file");
        std::fs::write(file, change(keys)).expect("written");
        App::start(
            self.app.config().clone(),
            self.clock.clone(),
            Random::system(),
        )
        .await
        .expect("the portal starts")
    }

    /// Serves another backend; answers where it listens.
    pub async fn serve(&self, app: &App) -> String {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let mut tasks = self.tasks.lock().expect("not poisoned");
        serve(app, None, listener, &mut tasks);
        format!("http://localhost:{port}")
    }

    /// Lets time pass.
    pub fn pass(&self, time: Duration) {
        let millis = i64::try_from(time.as_millis()).expect("not that long");
        self.now.fetch_add(millis, Ordering::Relaxed);
    }

    /// Has the portal's clock show what the system's does, for who signs in to be so at a process too.
    pub fn catch_up(&self) {
        let now = Clock::system().now();
        self.now.store(now.0, Ordering::Relaxed);
    }

    /// Does what the portal does now and then.
    pub async fn keep_house(&self) {
        self.app
            .housekeeping()
            .once()
            .await
            .expect("the house is kept");
    }

    /// Somebody who is not signed in.
    pub fn visitor(&self) -> Person {
        Person::new(self)
    }

    /// Somebody who has signed in as the account of this name.
    pub async fn signed_in(&self, name: &str) -> Person {
        let person = self.visitor();
        person.sign_in(name, "/").await;
        person
    }

    /// Changes the database behind the portal's back.
    pub async fn execute(&self, sql: &str) {
        database::execute(&self.database_url, sql).await;
    }

    /// Keeps everybody else from writing to the database, for as long as it is held.
    pub async fn hold_database(&self) -> Held {
        database::hold(&self.database_url).await
    }

    /// Tells, within this process, whose accounts of the provider `from` could be linked.
    pub async fn link_accounts(&self, from: &str) {
        let wish = linking::Wish { from, apply: false };
        self.app.link_accounts(&wish).await.expect("it runs");
    }

    /// Keeps everybody else from writing to the sessions, for as long as it is held.
    pub async fn hold_sessions(&self) -> Held {
        database::hold_tables(&self.database_url, "sessions").await
    }

    /// The numbers that open a room: what for (`code`, `pin`), and which.
    pub async fn live_numbers(&self, room: &Room) -> Vec<(String, String)> {
        database::live_numbers(&self.database_url, room.id).await
    }

    /// What the conference server knows.
    pub async fn meetings(&self) -> serde_json::Value {
        let address = format!("{}/_sandbox/meetings", self.sandbox.base_url());
        self.visitor().get(&address).await.json()
    }

    /// Everything that the database holds, as one text.
    pub async fn database_text(&self) -> String {
        database::dump(&self.database_url).await
    }
}

fn serve(app: &App, site: Option<Site>, listener: TcpListener, tasks: &mut JoinSet<()>) {
    tasks.spawn(app.clone().follow_meetings());
    let serving = service(app, site);
    tasks.spawn(async move {
        // It ends by being aborted alone.
        let _ = axum::serve(listener, serving).await;
    });
}

async fn start_sandbox(portal: &str, authenticated_guest: bool, plugins: Option<&str>) -> Sandbox {
    let config = SandboxConfig {
        authenticated_guest,
        redirect_uris: vec![
            format!("{portal}/auth/callback"),
            format!("{portal}/auth/attendees/callback"),
        ],
        post_logout_uris: vec![format!("{portal}/")],
        ..SandboxConfig::new("conference secret", "client secret")
    };
    let config = SandboxConfig {
        plugin_sdk_version: match plugins {
            Some("false") => None,
            Some(interface) => Some(interface.to_owned()),
            None => config.plugin_sdk_version,
        },
        ..config
    };
    Sandbox::start(config).await.expect("the sandbox starts")
}

async fn configure(
    origin: &str,
    sandbox: &Sandbox,
    dir: &Path,
    changed: &[(&str, &str)],
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
    for (name, value) in changed {
        variables.insert(name, (*value).to_owned());
    }
    let owned = |(name, value): (&str, String)| (name.to_owned(), value);
    variables.into_iter().map(owned).collect()
}

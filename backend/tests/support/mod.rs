//! A portal on a free port with everything real around it, and people who use it. Shared by the test binaries.

mod access_token;
mod balancer;
mod builder;
mod contents;
mod database;
mod deadline;
mod file;
mod files;
mod mail_server;
mod person;
pub mod process;
mod provider;
mod ready_report;
mod stream;
mod writers;

use std::collections::HashMap;
use std::future::pending;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use parvis_backend::app::App;
use parvis_backend::clock::Clock;
use parvis_backend::config::Config;
use parvis_backend::random::Random;
use parvis_backend::router::router;
use parvis_backend::server::{ConnectionLimits, Server};
use parvis_backend::site::Site;
use parvis_contract::room::Room;
use parvis_sandbox::Sandbox;
use reqwest::StatusCode;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

pub use balancer::Balancer;
use builder::PortalBuilder;
pub use database::{Held, fresh as fresh_database};
pub use deadline::{eventually, within};
pub use file::File;
pub use files::{PART, files_path, pdf, send_part};
pub use mail_server::{MailBehaviour, MailServer, ReceivedMail};
pub use person::{Answer, CAMILLE, DOMINIQUE, Person, WRONG_CODE, address};
use process::Process;
pub use provider::Provider;
pub use ready_report::{READY_PATH, report, report_signed};
pub use stream::Stream;
pub use writers::{Report, Until, Writers};

/// A running portal.
pub struct Portal {
    /// Its origin.
    pub origin: String,
    pub sandbox: Sandbox,
    database_url: String,
    now: Arc<AtomicI64>,
    pub app: App,
    clock: Clock,
    /// What the portal was started with.
    variables: HashMap<String, String>,
    /// What serves: it ends with the portal.
    tasks: Mutex<JoinSet<()>>,
    // Kept, as its files go when it is dropped.
    _dir: TempDir,
}

impl Portal {
    /// Starts a portal with everything that an instance can have.
    pub async fn start() -> Self {
        Self::builder().start().await
    }

    /// A portal with other settings.
    pub fn builder() -> PortalBuilder {
        PortalBuilder::new()
    }

    /// Starts the binary itself on the same database, as a process of its own, by the system's clock.
    pub async fn process(&self) -> Process {
        self.process_of(process::BINARY, &[]).await
    }

    /// The same of another binary, such as that of another release, with other settings.
    pub async fn process_of(&self, binary: &str, changed: &[(&str, &str)]) -> Process {
        Process::start(binary, &self.variables_with(changed)).await
    }

    /// The same, unable to write beyond `kilobytes` of any file.
    pub async fn process_with_small_files(&self, kilobytes: u64) -> Process {
        Process::start_with_small_files(&self.variables, kilobytes).await
    }

    /// The same, after a command of the shell.
    pub async fn process_after(&self, command: &str) -> Process {
        Process::start_after(&self.variables, command).await
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
        self.command_with(&[], arguments).await
    }

    /// The same, with other settings.
    pub async fn command_with(
        &self,
        changed: &[(&str, &str)],
        arguments: &[&str],
    ) -> Result<String, String> {
        let variables = self.variables_with(changed);
        let arguments: Vec<String> = arguments.iter().map(|&word| word.to_owned()).collect();
        let running = tokio::task::spawn_blocking(move || {
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            process::command(&variables, &arguments)
        });
        running.await.expect("the command runs")
    }

    fn variables_with(&self, changed: &[(&str, &str)]) -> HashMap<String, String> {
        let mut variables = self.variables.clone();
        let changed = changed
            .iter()
            .map(|&(name, value)| (name.to_owned(), value.to_owned()));
        variables.extend(changed);
        variables
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

    /// The same, on another database.
    pub async fn node_on(&self, database_url: &str) -> String {
        let variables = self.variables_with(&[("PARVIS_DATABASE_URL", database_url)]);
        let config = Config::from_lookup(&|name| variables.get(name).cloned());
        let config = config.expect("a configuration");
        let app = App::start(config, self.clock.clone(), Random::system());
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

    /// Turns the portal's clock back.
    pub fn turn_back(&self, time: Duration) {
        let milliseconds = i64::try_from(time.as_millis()).expect("some hours");
        self.now.fetch_sub(milliseconds, Ordering::Relaxed);
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

    /// Adds recordings of past meetings of a room; answers their identifiers, the oldest first.
    pub async fn add_recordings(&self, room: &Room, name: &str, count: u64) -> Vec<String> {
        let url = format!("{}/_sandbox/recordings", self.sandbox.base_url());
        let body = serde_json::json!({
            "meeting_id": room.id, "name": name, "count": count, "minutes": 61,
        });
        let answer = reqwest::Client::new().post(url).json(&body).send().await;
        let ids = answer.expect("an answer").json().await;
        ids.expect("identifiers")
    }

    /// Has the conference server lose a recording.
    pub async fn lose_recording(&self, id: &str) {
        let url = format!("{}/_sandbox/recordings", self.sandbox.base_url());
        let request = reqwest::Client::new()
            .delete(url)
            .json(&serde_json::json!({ "id": id }));
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::NO_CONTENT);
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

    /// Waits until no meeting runs on the conference server.
    pub async fn wait_until_meetings_ended(&self) {
        eventually("the end of the meetings", async || {
            (self.meetings().await == serde_json::json!([])).then_some(())
        })
        .await;
    }

    /// Another backend on the same database, which does nothing by itself.
    pub async fn idle_node(&self) -> App {
        let config = self.app.config().clone();
        let app = App::start(config, self.clock.clone(), Random::system()).await;
        app.expect("the node starts")
    }

    /// How many rows a table has.
    pub async fn count_rows(&self, table: &str) -> i64 {
        database::count_rows(&self.database_url, table).await
    }

    /// The mails that are not sent yet: how often each was tried, and in how many seconds it is due.
    pub async fn mails_due(&self) -> Vec<(i32, i64)> {
        let now = self.now.load(Ordering::Relaxed);
        let mails = database::mails(&self.database_url).await;
        let seconds = |(attempts, due_at): (i32, i64)| (attempts, (due_at - now) / 1000);
        mails.into_iter().map(seconds).collect()
    }

    /// Everything that the database holds, as one text.
    pub async fn database_text(&self) -> String {
        database::dump(&self.database_url).await
    }
}

fn serve(app: &App, site: Option<Site>, listener: TcpListener, tasks: &mut JoinSet<()>) {
    tasks.spawn(app.clone().follow_meetings());
    tasks.spawn(app.clone().send_mails());
    let limits = ConnectionLimits::of(app.config());
    let server = Server::new(router(app, site), app.streams().clone(), limits);
    // It ends by being aborted alone.
    tasks.spawn(server.serve(listener, pending()));
}

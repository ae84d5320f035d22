//! The binary: serves, renders the static site, and manages keys and accounts.

mod command_line;

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser as _;
use parvis_backend::app::App;
use parvis_backend::clock::Clock;
use parvis_backend::config::Config;
use parvis_backend::keys::Keys;
use parvis_backend::random::Random;
use parvis_backend::server::{self, ConnectionLimits, Server};
use parvis_backend::site::Site;
use parvis_backend::telemetry::Metrics;
use parvis_backend::traces::Traces;
use parvis_backend::{backup, linking, openapi, probe, router, site};
use sd_notify::NotifyState;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _};

use crate::command_line::{Command, CommandLine, KeysCommand};

type AnyError = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> ExitCode {
    let done = match CommandLine::parse().command {
        None => serve().await,
        Some(Command::Site { dist, out }) => render(&dist, &out),
        Some(Command::Keys(KeysCommand::Generate { file })) => generate_keys(&file),
        Some(Command::Keys(KeysCommand::Retire { id, yes })) => retire_key(id, yes).await,
        Some(Command::LinkAccounts { from, apply }) => link_accounts(&from, apply).await,
        Some(Command::Audit { days }) => print_audit_trail(days).await,
        Some(Command::Backup { file }) => save(&file).await,
        Some(Command::Restore { file }) => restore(&file).await,
        Some(Command::Move { from }) => move_from(&from).await,
        Some(Command::Check) => Box::pin(check()).await,
        Some(Command::Probe { address, path }) => ask_backend(address, &path).await,
        Some(Command::Openapi) => write_openapi(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing more can be done if standard error is closed.
            let _ = writeln!(std::io::stderr(), "parvis-backend: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<(), AnyError> {
    let filter = std::env::var("PARVIS_LOG").unwrap_or_else(|_| "info".to_owned());
    let filter: EnvFilter = filter
        .parse()
        .map_err(|error| format!("PARVIS_LOG: expected a level, such as info: {error}"))?;
    let mut config = Config::from_env()?;
    let traces = config
        .otlp_endpoint
        .as_ref()
        .map(Traces::start)
        .transpose()?;
    let log = tracing_subscriber::fmt::layer()
        .json()
        // A line that cannot be written is dropped. Reporting it on standard error would fail requests if that
        // is on the same full disk.
        .log_internal_errors(false)
        .with_filter(filter);
    tracing_subscriber::registry()
        .with(log)
        .with(traces.as_ref().map(Traces::layer))
        .init();
    let site = match &config.site_dir {
        Some(dir) => Some(Site::load(dir, &site::Branding::of(&config))?),
        None => None,
    };
    let listen = config.listen;
    for warning in &config.warnings {
        tracing::warn!("{warning}");
    }
    config.most_connections = possible_connections(config.most_connections);
    let limits = ConnectionLimits::of(&config);
    if let Some(address) = config.metrics_listen {
        // Before what sets limits and counts.
        let listener = server::listen_at("PARVIS_METRICS_LISTEN", address)?;
        let metrics = Metrics::install()?;
        tokio::spawn(metrics.clone().keep());
        tokio::spawn(axum::serve(listener, metrics.router()).into_future());
    }
    let app = App::start(config, Clock::system(), Random::system()).await?;
    let listener = server::listen(listen)?;
    tokio::spawn(app.housekeeping().run());
    tokio::spawn(app.clone().follow_meetings());
    tokio::spawn(app.clone().send_mails());
    let server = Server::new(router::router(&app, site), app.streams().clone(), limits);
    let listen = listener.local_addr()?;
    tracing::info!(%listen, "ready");
    notify(NotifyState::Ready);
    let serving = server.serve(listener, async {
        shutdown_requested().await;
        notify(NotifyState::Stopping);
    });
    tokio::select! {
        () = serving => {}
        () = second_shutdown_request() => {}
    }
    if let Some(traces) = traces {
        traces.finish().await;
    }
    Ok(())
}

/// The maximum number of connections: not more than the process may have descriptors.
fn possible_connections(wanted: usize) -> usize {
    let possible = server::raise_descriptor_limit().unwrap_or(wanted);
    if possible < wanted {
        tracing::warn!(
            possible,
            "the limit of descriptors allows fewer connections than PARVIS_MAX_CONNECTIONS"
        );
    }
    possible.min(wanted)
}

/// Tells the service manager, if there is one that wants to know.
fn notify(state: NotifyState<'_>) {
    if let Err(error) = sd_notify::notify(&[state]) {
        tracing::warn!(%error, "the service manager cannot be notified");
    }
}

/// Completes at the second shutdown signal, which cuts running requests off.
async fn second_shutdown_request() {
    shutdown_requested().await;
    shutdown_requested().await;
}

/// Completes at SIGINT or SIGTERM.
async fn shutdown_requested() {
    let interrupted = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "the interrupt signal cannot be heard");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::error!(%error, "the terminate signal cannot be heard");
                std::future::pending::<()>().await;
            }
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

fn render(dist: &Path, out: &Path) -> Result<(), AnyError> {
    let lookup = |name: &str| std::env::var(name).ok();
    let branding = site::Branding::from_lookup(&lookup)?;
    site::export::write(dist, out, &branding)?;
    Ok(())
}

fn generate_keys(file: &Path) -> Result<(), AnyError> {
    Ok(Keys::generate(file, &Random::system())?)
}

async fn retire_key(id: u8, apply: bool) -> Result<(), AnyError> {
    let app = App::start(Config::from_env()?, Clock::system(), Random::system()).await?;
    let report = app.retire_key(id, apply).await?;
    writeln!(std::io::stdout(), "{report}")?;
    Ok(())
}

async fn link_accounts(from: &str, apply: bool) -> Result<(), AnyError> {
    let app = App::start(Config::from_env()?, Clock::system(), Random::system()).await?;
    let report = app
        .link_accounts(&linking::LinkRequest { from, apply })
        .await?;
    write!(std::io::stdout(), "{report}")?;
    Ok(())
}

fn database_url() -> Result<String, AnyError> {
    Ok(Config::from_env()?.database_url.reveal().to_owned())
}

async fn save(file: &Path) -> Result<(), AnyError> {
    copied(backup::backup(&database_url()?, file).await?)
}

async fn restore(file: &Path) -> Result<(), AnyError> {
    copied(backup::restore(&database_url()?, file).await?)
}

async fn move_from(url: &str) -> Result<(), AnyError> {
    copied(backup::copy(url, &database_url()?).await?)
}

fn copied(rows: usize) -> Result<(), AnyError> {
    writeln!(std::io::stdout(), "{rows} rows were copied")?;
    Ok(())
}

async fn print_audit_trail(days: u32) -> Result<(), AnyError> {
    let app = App::start(Config::from_env()?, Clock::system(), Random::system()).await?;
    app.print_audit_trail(days, &mut std::io::stdout()).await?;
    Ok(())
}

async fn check() -> Result<(), AnyError> {
    let config = Config::from_env()?;
    let mut out = std::io::stdout();
    for warning in &config.warnings {
        writeln!(out, "warning {warning}")?;
    }
    let findings = parvis_backend::check::check(&config, &Clock::system()).await;
    for finding in &findings {
        writeln!(out, "{finding}")?;
    }
    let failed = findings
        .iter()
        .filter(|finding| finding.outcome.is_err())
        .count();
    match failed {
        0 => Ok(()),
        failed => Err(format!("{failed} of {} checks have failed", findings.len()).into()),
    }
}

async fn ask_backend(address: Option<SocketAddr>, path: &str) -> Result<(), AnyError> {
    let address = address.map_or_else(Config::listen_from_env, Ok)?;
    Ok(probe::probe(address, path).await?)
}

fn write_openapi() -> Result<(), AnyError> {
    let description = openapi::description().to_pretty_json()?;
    writeln!(std::io::stdout(), "{description}")?;
    Ok(())
}

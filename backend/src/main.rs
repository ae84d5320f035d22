//! The binary: serves, renders the static site, and manages keys and accounts.

mod command_line;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser as _;
use parvis_backend::app::App;
use parvis_backend::clock::Clock;
use parvis_backend::config::Config;
use parvis_backend::keys::Keys;
use parvis_backend::random::Random;
use parvis_backend::site::Site;
use parvis_backend::{linking, openapi, router, site};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use crate::command_line::{Command, CommandLine, KeysCommand};

/// How long requests may take after a shutdown signal.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(10);

type AnyError = Box<dyn std::error::Error>;

#[tokio::main]
async fn main() -> ExitCode {
    let done = match CommandLine::parse().command {
        None => serve().await,
        Some(Command::Site { dist, out }) => render(&dist, &out),
        Some(Command::Keys(KeysCommand::Generate { file })) => generate_keys(&file),
        Some(Command::Keys(KeysCommand::Retire { id, yes })) => retire_key(id, yes).await,
        Some(Command::LinkAccounts { from, apply }) => link_accounts(&from, apply).await,
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
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        // A line that cannot be written is dropped. Reporting it on standard error would fail requests if that
        // is on the same full disk.
        .log_internal_errors(false)
        .init();
    let config = Config::from_env()?;
    let site = match &config.site_dir {
        Some(dir) => Some(Site::load(dir, &site::Branding::of(&config))?),
        None => None,
    };
    let listen = config.listen;
    let app = App::start(config, Clock::system(), Random::system()).await?;
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|error| format!("PARVIS_LISTEN: {listen} cannot be listened on: {error}"))?;
    tokio::spawn(app.housekeeping().run());
    tokio::spawn(app.clone().follow_meetings());
    tokio::spawn(app.clone().send_mails());
    tracing::info!(%listen, "ready");
    let serving = axum::serve(listener, router::service(&app, site))
        .with_graceful_shutdown(shutdown_requested())
        .into_future();
    tokio::select! {
        served = serving => served?,
        () = shutdown_deadline() => {}
    }
    Ok(())
}

/// Completes some time after the shutdown signal, or at a second signal: running requests are answered, but
/// idle connections do not keep the process.
async fn shutdown_deadline() {
    shutdown_requested().await;
    tokio::select! {
        () = tokio::time::sleep(SHUTDOWN_TIMEOUT) => {}
        () = shutdown_requested() => {}
    }
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

fn write_openapi() -> Result<(), AnyError> {
    let description = openapi::description().to_pretty_json()?;
    writeln!(std::io::stdout(), "{description}")?;
    Ok(())
}

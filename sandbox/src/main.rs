//! The binary: reads the environment, serves, and stops on SIGINT or SIGTERM.
//!
//! See [`parvis_sandbox::environment`] for the variables.

use std::io::IsTerminal;
use std::process::ExitCode;

use parvis_sandbox::{Sandbox, StartError, environment};
use tracing_subscriber::EnvFilter;

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Environment(#[from] environment::EnvironmentError),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error("cannot wait for the signals that end the program: {0}")]
    Signals(#[from] std::io::Error),
}

#[tokio::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            tracing::error!("the sandbox stops: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Failure> {
    let config = environment::config(|name| std::env::var(name).ok())?;
    let sandbox = Sandbox::start(config).await?;
    tracing::info!(address = %sandbox.address(), "the sandbox is ready at {}", sandbox.base_url());
    asked_to_end().await?;
    sandbox.stop().await;
    Ok(())
}

#[cfg(unix)]
async fn asked_to_end() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        result = tokio::signal::ctrl_c() => result,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn asked_to_end() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}

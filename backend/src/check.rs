//! The command `check`: tries everything that the configuration names, and says what is wrong with each.

use std::fmt::Display;
use std::path::Path;
use std::time::Duration;

use tokio::time::timeout;

use crate::auth::providers::Providers;
use crate::clock::Clock;
use crate::conference::Conference;
use crate::config::Config;
use crate::files;
use crate::keys::Keys;
use crate::mail;
use crate::site::{Branding, Site};
use crate::storage::check::{self as database, DatabaseState};

/// How long one attempt may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// What was tried, and how it went.
pub struct Finding {
    /// What was tried.
    pub what: &'static str,
    /// The variable that says where it is.
    pub variable: &'static str,
    /// What was found, or what is wrong.
    pub outcome: Result<String, String>,
}

impl Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { what, variable, .. } = self;
        match &self.outcome {
            Ok(found) => write!(f, "ok      {what}: {found}"),
            Err(wrong) => write!(f, "failed  {what} ({variable}): {wrong}"),
        }
    }
}

/// Tries everything that `config` names. Changes nothing, but that it writes, reads and deletes an object in the store of
/// files.
pub async fn check(config: &Config, clock: &Clock) -> Vec<Finding> {
    let mut findings = vec![
        finding("keys", "PARVIS_KEYS_FILE", keys(&config.keys_file)),
        finding(
            "database",
            "PARVIS_DATABASE_URL",
            within(database(config.database_url.reveal())).await,
        ),
        finding(
            "conference server",
            "PARVIS_BBB_URL",
            within(conference(config)).await,
        ),
    ];
    match Providers::new(config, clock) {
        Ok(providers) => {
            for (what, variable, provider) in [
                (
                    "agents' identity provider",
                    "PARVIS_OIDC_AGENTS_ISSUER",
                    Some(providers.agents()),
                ),
                (
                    "attendees' identity provider",
                    "PARVIS_OIDC_ATTENDEES_ISSUER",
                    providers.attendees(),
                ),
            ] {
                let Some(provider) = provider else { continue };
                let answers = async {
                    provider
                        .check()
                        .await
                        .map(|()| "its description is usable".to_owned())
                };
                findings.push(finding(what, variable, within(answers).await));
            }
        }
        Err(error) => findings.push(finding(
            "HTTP client",
            "the system's certificates",
            Err(error.to_string()),
        )),
    }
    if let Some(settings) = &config.mail {
        let answers = async {
            mail::check(settings)
                .await
                .map(|()| "takes the portal's connection".to_owned())
        };
        findings.push(finding(
            "mail server",
            "PARVIS_SMTP_URL",
            within(answers).await,
        ));
    }
    if let Some(settings) = &config.files {
        let kept = async {
            files::check(&settings.store)
                .await
                .map(|()| "an object was written, read and deleted".to_owned())
        };
        let variable = "PARVIS_FILES_DIR or PARVIS_FILES_S3_URL";
        findings.push(finding("store of files", variable, within(kept).await));
    }
    if let Some(dir) = &config.site_dir {
        let loaded = Site::load(dir, &Branding::of(config));
        let outcome = loaded
            .map(|_| "there".to_owned())
            .map_err(|error| chain(&error));
        findings.push(finding("files of the app", "PARVIS_SITE_DIR", outcome));
    }
    findings
}

fn finding(what: &'static str, variable: &'static str, outcome: Result<String, String>) -> Finding {
    Finding {
        what,
        variable,
        outcome,
    }
}

fn keys(file: &Path) -> Result<String, String> {
    let keys = Keys::read(file).map_err(|error| chain(&error))?;
    Ok(format!("key {} signs", keys.signing_id()))
}

async fn database(url: &str) -> Result<String, sea_orm::DbErr> {
    Ok(match database::check(url).await? {
        DatabaseState::Ready => "takes writes".to_owned(),
        DatabaseState::Absent => "not there yet: it is created at start".to_owned(),
    })
}

async fn conference(config: &Config) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    let conference = Conference::new(&config.conference_url, config.conference_secret.clone())?;
    let meetings = conference.meetings().await?;
    Ok(format!("takes the secret; {} meetings", meetings.len()))
}

async fn within<E: Into<Box<dyn std::error::Error + Send + Sync>>>(
    attempt: impl Future<Output = Result<String, E>>,
) -> Result<String, String> {
    match timeout(TIMEOUT, attempt).await {
        Ok(Ok(found)) => Ok(found),
        Ok(Err(error)) => Err(chain(&*error.into())),
        Err(_) => Err(format!("no answer within {} seconds", TIMEOUT.as_secs())),
    }
}

/// An error with its causes. Causes that only repeat are left out.
fn chain(error: &(dyn std::error::Error + '_)) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text = format!("{text}: {cause_text}");
        }
        source = cause.source();
    }
    text
}

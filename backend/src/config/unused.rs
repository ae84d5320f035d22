//! The configuration of what is deleted because nobody uses it.

use std::time::Duration;

use super::env::Env;

/// After how long what nobody uses is deleted. Its owner is warned by mail before, so mails are configured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnusedSettings {
    /// Permanent rooms; `None`: never.
    pub rooms: Option<Duration>,
    /// Accounts, with their rooms; `None`: never.
    pub accounts: Option<Duration>,
}

/// Three times as long as the warning comes before, so that holidays make nothing unused.
const FEWEST_DAYS: u64 = 90;
const MOST_DAYS: u64 = 3_650;

pub(super) fn settings(env: &mut Env<'_>) -> UnusedSettings {
    UnusedSettings {
        rooms: period(env, "PARVIS_UNUSED_ROOM_DAYS"),
        accounts: period(env, "PARVIS_UNUSED_ACCOUNT_DAYS"),
    }
}

fn period(env: &mut Env<'_>, variable: &str) -> Option<Duration> {
    let expected = format!("0, or a number of days from {FEWEST_DAYS} to {MOST_DAYS}");
    let days: u64 = env.parse(variable, "0", &expected);
    if days == 0 {
        return None;
    }
    if !(FEWEST_DAYS..=MOST_DAYS).contains(&days) {
        env.mistake(variable, &expected);
        return None;
    }
    if env.optional("PARVIS_SMTP_URL").is_none() {
        env.mistake(
            variable,
            "0, or PARVIS_SMTP_URL as well, as owners are warned by mail before",
        );
        return None;
    }
    Some(Duration::from_hours(24 * days))
}

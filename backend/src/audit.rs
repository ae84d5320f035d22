//! The command `audit`: prints the audit trail, one JSON object a line.

use std::io::{self, Write};
use std::time::Duration;

use sea_orm::{ActiveEnum as _, DbErr};
use serde_json::json;

use crate::clock::Moment;
use crate::storage::Store;
use crate::storage::audit::AuditEvent;

/// Why the trail is not printed.
#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// The output cannot be written.
    #[error("the output cannot be written: {0}")]
    Output(#[from] io::Error),
}

/// Writes the events of the last `days` days before `now` to `out`, the oldest first.
///
/// # Errors
///
/// [`AuditError`] when the database fails, or `out` cannot be written.
pub(crate) async fn print(
    store: &Store,
    days: u32,
    now: Moment,
    out: &mut impl Write,
) -> Result<(), AuditError> {
    let since = now.minus(Duration::from_hours(24 * u64::from(days)));
    let mut written = Ok(());
    store
        .audit_events(since, |event| {
            if written.is_ok() {
                written = writeln!(out, "{}", line(&event));
            }
        })
        .await?;
    Ok(written?)
}

fn line(event: &AuditEvent) -> serde_json::Value {
    json!({
        "at": event.at.to_wire(),
        "action": event.action.to_value(),
        "account": event.account_id,
        "room": event.room_id,
        "detail": event.detail,
    })
}

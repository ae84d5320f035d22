//! What is over is forgotten, now and then. Nothing depends on it: whatever has an end is also
//! checked when it is read.

use std::collections::HashSet;
use std::time::Duration;

use sea_orm::DbErr;

use crate::app::App;

const EVERY: Duration = Duration::from_mins(10);

/// Forgets what is over, for as long as the backend runs.
pub async fn run(app: App) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        if let Err(error) = once(&app).await {
            tracing::warn!(%error, "housekeeping will be tried again");
        }
    }
}

/// Forgets what is over.
///
/// # Errors
///
/// When the database fails.
pub async fn once(app: &App) -> Result<(), DbErr> {
    let now = app.clock.now();
    app.store.forget_expired_sessions(now).await?;
    app.store.forget_expired_sign_ins(now).await?;
    app.store.forget_expired_attendee_sessions(now).await?;
    app.store.forget_wrong_codes(now).await?;
    forget_temporary_meetings(app).await?;
    app.store.forget_deleted_rooms(now).await?;
    app.store.free_rested_numbers(now).await
}

/// A temporary meeting that has just been opened has nobody in it yet.
const JUST_OPENED: Duration = Duration::from_mins(10);

/// Forgets the temporary meetings that are over: the conference server knows them no more, or their
/// day is over.
async fn forget_temporary_meetings(app: &App) -> Result<(), DbErr> {
    let now = app.clock.now();
    let meetings = app.store.temporary_meetings().await?;
    if meetings.is_empty() {
        return Ok(());
    }
    let known: Option<HashSet<String>> = match app.conference.meetings().await {
        Ok(known) => Some(known.into_iter().map(|meeting| meeting.id).collect()),
        Err(error) => {
            tracing::warn!(%error, "which temporary meetings are over is not known");
            None
        }
    };
    for meeting in meetings {
        let day_is_over = meeting.temporary_until.is_some_and(|until| until <= now);
        let is_gone = meeting.created_at <= now.minus(JUST_OPENED)
            && known
                .as_ref()
                .is_some_and(|known| !known.contains(&meeting.id.to_string()));
        // An answer that leaves one out may be incomplete, and forgetting cannot be taken back.
        let is_gone = is_gone
            && matches!(
                app.conference.meeting(&meeting.id.to_string()).await,
                Ok(None)
            );
        if day_is_over || is_gone {
            app.store.forget_temporary_meeting(meeting.id, now).await?;
        }
    }
    Ok(())
}

//! What is over is forgotten, now and then. Nothing depends on it: whatever has an end is also
//! checked when it is read.

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
    app.store.forget_deleted_rooms(now).await?;
    app.store.free_rested_numbers(now).await
}

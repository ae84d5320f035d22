//! Asks again and again, while anybody wants to know.

use tokio::time::{Instant, sleep_until};

use crate::app::App;

/// How much less often is asked for those who merely look on.
const EASE: u32 = 5;

/// Asks for as long as the backend runs.
pub async fn run(app: App) {
    let live = &app.live;
    let mut failing = false;
    loop {
        while !live.is_wanted() {
            live.0.wanted.notified().await;
        }
        let mut asked = Instant::now();
        match live.now(&app).await {
            Ok(snapshot) => {
                failing = false;
                // Somebody else may have asked a moment ago.
                asked = snapshot.taken().unwrap_or(asked);
            }
            Err(error) if !failing => {
                // Said once: it would be said every second.
                tracing::warn!(%error, "which meetings run is not known");
                failing = true;
            }
            Err(_) => {}
        }
        let interval = app.config.live_interval;
        let eager = asked + interval;
        let easy = asked + interval * EASE;
        // The next question comes after this answer, however long that took.
        sleep_until(eager).await;
        while !live.is_waited_for() && Instant::now() < easy {
            tokio::select! {
                () = sleep_until(easy) => {}
                () = live.0.wanted.notified() => {}
            }
        }
    }
}

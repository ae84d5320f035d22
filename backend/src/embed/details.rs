//! `GET /embed/bigbluebutton/{seal}/details`: what the conference server gives a moderator's page.

use axum::extract::State;
use parvis_contract::problem::ProblemKind;
use parvis_contract::session::SessionDetails;

use super::room_of;
use super::server::{ConferenceServer, Seal};
use crate::app::App;
use crate::meetings;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// Answers the data, as long as the meeting runs. That the person is a moderator of it the conference
/// server has found out before.
pub async fn serve(
    State(app): State<App>,
    server: ConferenceServer,
    Seal(seal): Seal,
) -> Result<Json<SessionDetails>, Refusal> {
    let room = room_of(&app, &server, &seal)?;
    let meeting = app.live.meeting(room, |_| true).await?;
    meeting.ok_or_else(|| Refusal::new(ProblemKind::MeetingOver))?;
    meetings::session_details(&app, room).await.map(Json)
}

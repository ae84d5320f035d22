//! `GET /api/hidden-meeting`: a new room for one invitation, which is in no list, for add-ins of mail programs.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use parvis_contract::add_in::HiddenMeeting;
use parvis_contract::problem::Problem;

use super::RoomMaker;
use crate::auth::add_in_user::AddInUser;
use crate::clock::Clock;
use crate::links::LinkSigner;
use crate::meetings::Meetings;
use crate::random::Random;
use crate::storage::Store;
use crate::storage::rooms::Lasting;
use crate::web::accept_language::AcceptLanguage;
use crate::web::answers::ForAddIns;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// How long such a room can be entered: an invitation may be for months ahead.
const LIFETIME: Duration = Duration::from_hours(180 * 24);

/// The maximum number of such rooms that are made for a person within a day: each uses a code, which makes guessing a
/// code easier.
const A_DAY: u64 = 20;

/// The maximum number of such rooms of a person, for the same reason.
const LIMIT: u64 = 100;

/// Makes a room of the holder of an access token that no list shows, and returns how to invite to it. It can be entered
/// for 180 days.
#[utoipa::path(
    get, path = "/api/hidden-meeting", tag = "add-ins",
    operation_id = "add_in_hidden_meeting",
    security(("access_token" = [])),
    params(("Accept-Language" = Option<String>, Header, description = "The language of the room")),
    responses(
        ForAddIns,
        (status = 200, body = HiddenMeeting, description = "A list of one room"),
        (status = 429, body = Problem, description = "Twenty were made within a day, or the person has a hundred"),
    ),
)]
pub async fn make(
    State(store): State<Store>,
    State(links): State<LinkSigner>,
    State(meetings): State<Arc<Meetings>>,
    State(clock): State<Clock>,
    State(random): State<Random>,
    AcceptLanguage(language): AcceptLanguage,
    AddInUser(account): AddInUser,
) -> Result<Json<HiddenMeeting>, Refusal> {
    let lasting = Lasting::Hidden {
        until: clock.now().plus(LIFETIME),
        a_day: A_DAY,
        limit: LIMIT,
    };
    let maker = RoomMaker {
        store,
        links,
        meetings,
        clock,
        random,
    };
    let meeting = maker.room(&account, language, lasting).await?;
    Ok(Json(HiddenMeeting {
        meetings: vec![meeting],
    }))
}

//! `POST /api/v1/meetings`: opens a temporary meeting.

use std::sync::Arc;

use axum::extract::State;
use http::HeaderMap;
use parvis_contract::options::RoomOptions;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::role::Role;
use parvis_contract::room::{Entrance, RoomName, StartMeeting};

use super::rooms::create::{idempotency_key, key_used_elsewhere};
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::config::Config;
use crate::links::LinkSigner;
use crate::meetings::{Guest, Meetings, TEMPORARY_MINUTES};
use crate::random::Random;
use crate::storage::Store;
use crate::storage::rooms::{CreateError, Lasting, NewRoom};
use crate::texts::MeetingTexts;
use crate::web::answers::{AsksConference, ForSignedIn};
use crate::web::problem::Refusal;
use crate::web::request::{Json, OptionalJson};

/// The maximum number of concurrent temporary meetings of a person: each uses a code, which makes guessing a
/// code easier.
const MOST_AT_ONCE: u64 = 10;

/// Opens a temporary meeting of the caller: it is not listed, its invitation data are shown only in the
/// meeting, and it is deleted after it ends.
#[utoipa::path(
    post, path = "/api/v1/meetings", tag = "rooms", request_body = Option<StartMeeting>,
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 64, pattern = "^[!-~]*$",
        description = "The same key again enters the meeting that the first request opened")),
    responses(
        ForSignedIn,
        AsksConference,
        (status = 200, body = Entrance, description = "For the caller, as a moderator"),
        (status = 409, body = Problem, description = "Another meeting uses its PIN"),
        (status = 410, body = Problem, description = "The meeting that the first request opened is over"),
        (status = 422, body = Problem, description = "The key was used for another kind of request"),
        (status = 429, body = Problem, description = "Too many at once, or in a day"),
        (status = 503, body = Problem, description = "The conference server does not answer, or the database"),
    ),
)]
#[expect(clippy::too_many_arguments, reason = "each is what it uses")]
pub async fn open(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(links): State<LinkSigner>,
    State(meetings): State<Arc<Meetings>>,
    State(clock): State<Clock>,
    State(random): State<Random>,
    SignedIn(account): SignedIn,
    headers: HeaderMap,
    OptionalJson(request): OptionalJson<StartMeeting>,
) -> Result<Json<Entrance>, Refusal> {
    let now = clock.now();
    let lasts = std::time::Duration::from_mins(TEMPORARY_MINUTES.unsigned_abs());
    let language = request.language.unwrap_or_default();
    let name = RoomName::parse(MeetingTexts::of(language).temporary_meeting())
        .map_err(|error| Refusal::new(ProblemKind::Internal).cause(&error))?;
    let options = RoomOptions::default();
    let new_room = NewRoom {
        owner_id: account.id,
        name: &name,
        creation_key: idempotency_key(&headers)?,
        options: &options,
        language,
        link_key: links.signing_key(),
        lasting: Lasting::Temporary {
            until: now.plus(lasts),
            limit: MOST_AT_ONCE,
            a_day: config.creations_a_day(),
        },
    };
    let room = match store.create_room(new_room, &random, now).await {
        Ok(room) => room,
        Err(CreateError::Limit) => return Err(Refusal::new(ProblemKind::TooManyMeetings)),
        Err(CreateError::DailyLimit(reached)) => return Err(reached.into()),
        Err(CreateError::Deleted) => return Err(Refusal::new(ProblemKind::MeetingOver)),
        Err(CreateError::OtherRequest) => return Err(key_used_elsewhere()),
        Err(CreateError::Db(error)) => return Err(error.into()),
    };
    let user_id = account.id.to_string();
    let owner = Guest {
        name: &account.name,
        role: Role::Moderator,
        user_id: Some(&user_id),
        is_authenticated: false,
    };
    let url = meetings.start(&room, &owner).await?;
    Ok(Json(Entrance { url: url.into() }))
}

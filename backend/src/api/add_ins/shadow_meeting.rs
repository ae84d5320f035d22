//! `GET /api/shadow-meeting`: the room of a person that is in no list, for add-ins of mail programs.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::add_in::ShadowMeeting;

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

/// Returns how to invite to the one room of the holder of an access token that no list shows. The first call makes it.
#[utoipa::path(
    get, path = "/api/shadow-meeting", tag = "add-ins",
    operation_id = "add_in_shadow_meeting",
    security(("access_token" = [])),
    params(("Accept-Language" = Option<String>, Header, description = "The language of a room that is made")),
    responses(
        ForAddIns,
        (status = 200, body = ShadowMeeting, description = "A list of one room"),
    ),
)]
pub async fn get(
    State(store): State<Store>,
    State(links): State<LinkSigner>,
    State(meetings): State<Arc<Meetings>>,
    State(clock): State<Clock>,
    State(random): State<Random>,
    AcceptLanguage(language): AcceptLanguage,
    AddInUser(account): AddInUser,
) -> Result<Json<ShadowMeeting>, Refusal> {
    let maker = RoomMaker {
        store,
        links,
        meetings,
        clock,
        random,
    };
    let meeting = maker.room(&account, language, Lasting::Shadow).await?;
    Ok(Json(ShadowMeeting {
        meetings: vec![meeting],
    }))
}

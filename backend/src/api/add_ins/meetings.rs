//! `GET /api/meetings`: the permanent rooms of a person, for add-ins of mail programs.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use parvis_contract::add_in::{AddInMeeting, AddInMeetings};

use super::to_wire;
use crate::auth::add_in_user::AddInUser;
use crate::clock::Clock;
use crate::collation::{Collator, Collators};
use crate::config::Config;
use crate::meetings::Meetings;
use crate::room_list_cache::{MadeResponse, RoomListCache, RoomListKey, RoomListKind};
use crate::storage::Store;
use crate::storage::rooms::Room;
use crate::web::accept_language::AcceptLanguage;
use crate::web::answers::ForAddIns;
use crate::web::prepared_response::PreparedResponse;
use crate::web::problem::Refusal;

/// Returns how to invite to the rooms of the holder of an access token: own rooms, then delegated ones if the instance
/// lets delegates invite, each by name.
#[utoipa::path(
    get, path = "/api/meetings", tag = "add-ins",
    operation_id = "add_in_meetings",
    security(("access_token" = [])),
    params(("Accept-Language" = Option<String>, Header, description = "Whose order names are sorted in")),
    responses(
        ForAddIns,
        (status = 200, body = AddInMeetings, description = "The rooms"),
    ),
)]
#[expect(clippy::too_many_arguments, reason = "each is what it uses")]
pub async fn list(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(meetings): State<Arc<Meetings>>,
    State(collators): State<Arc<Collators>>,
    State(cache): State<Arc<RoomListCache>>,
    State(clock): State<Clock>,
    AcceptLanguage(language): AcceptLanguage,
    AddInUser(account): AddInUser,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let version = store.room_list_version(account.id).await?;
    let pin_replaced = meetings.expects_replaced_pins().await?;
    let key = RoomListKey {
        account: account.id,
        language,
        kind: RoomListKind::Invitations { pin_replaced },
    };
    let make = async {
        let with_delegated = config.instance.delegates_invite;
        let (own, delegated) = store.rooms_to_invite(account.id, with_delegated).await?;
        let collator = collators.of(language);
        let mut rooms = by_name(own, collator);
        let owned = rooms.len();
        rooms.extend(by_name(delegated, collator));
        let places: HashMap<_, _> = rooms.iter().map(|room| room.id).zip(0..).collect();
        let to_meeting = |(id, invitation)| -> AddInMeeting {
            let is_delegated = places.get(&id).is_some_and(|place| *place >= owned);
            to_wire(invitation, Some(is_delegated))
        };
        let invitations = meetings.invitations(&rooms, pin_replaced).await?;
        let list = AddInMeetings {
            meetings: invitations.into_iter().map(to_meeting).collect(),
        };
        Ok(MadeResponse {
            response: PreparedResponse::new(&list)?,
            valid_until: None,
        })
    };
    cache
        .respond(key, version, clock.now(), &headers, make)
        .await
}

/// In the order of names; those with the same name in that of their creation.
fn by_name(mut rooms: Vec<Room>, collator: &Collator) -> Vec<Room> {
    rooms.sort_unstable_by(|a, b| {
        let names = collator.compare(&a.name, &b.name);
        names.then_with(|| a.id.cmp(&b.id))
    });
    rooms
}

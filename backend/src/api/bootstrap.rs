//! `GET /api/v1/bootstrap`: the signed-in account, the instance's configuration and the first rooms, in one
//! response.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use http::HeaderMap;
use parvis_contract::account::Account;
use parvis_contract::bootstrap::{Bootstrap, FIRST_ROOMS};

use super::rooms::{page, take_delegations};
use crate::auth::signed_in::CurrentSession;
use crate::clock::Clock;
use crate::collation::Collators;
use crate::config::Config;
use crate::live::LiveMeetings;
use crate::room_list_cache::{MadeResponse, RoomListCache, RoomListKey, RoomListKind};
use crate::storage::Store;
use crate::web::accept_language::AcceptLanguage;
use crate::web::client_address::ClientAddress;
use crate::web::prepared_response::PreparedResponse;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// Returns what the app needs to start; a visitor gets no rooms.
#[utoipa::path(
    get, path = "/api/v1/bootstrap", tag = "portal",
    params(("Accept-Language" = Option<String>, Header,
        description = "The language whose order names are sorted in")),
    responses((status = 200, body = Bootstrap, description = "For the caller's own browser only")),
)]
#[expect(clippy::too_many_arguments, reason = "each is what it uses")]
pub async fn bootstrap(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(collators): State<Arc<Collators>>,
    State(clock): State<Clock>,
    State(cache): State<Arc<RoomListCache>>,
    session: Option<CurrentSession>,
    ClientAddress(address): ClientAddress,
    AcceptLanguage(language): AcceptLanguage,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let now = clock.now();
    let on_professional_network = config.professional_networks.contains(address);
    let Some(session) = session else {
        let bootstrap = Bootstrap {
            instance: config.instance.clone(),
            on_professional_network,
            account: None,
            rooms: None,
        };
        return Ok(Json(bootstrap).into_response());
    };
    let CurrentSession {
        account, room_list, ..
    } = session;
    let key = RoomListKey {
        account: account.id,
        language,
        kind: RoomListKind::Bootstrap {
            on_professional_network,
        },
    };
    let make = async {
        let is_taken = take_delegations(&config, &store, &live, &account, now).await;
        let collator = collators.of(language);
        let first = page(&store, collator, now, &account, 0, FIRST_ROOMS).await?;
        let bootstrap = Bootstrap {
            instance: config.instance.clone(),
            on_professional_network,
            account: Some(Account {
                id: account.id.to_string(),
                name: account.name.clone(),
            }),
            rooms: Some(first.page),
        };
        Ok(MadeResponse {
            response: PreparedResponse::new(&bootstrap)?,
            valid_until: if is_taken {
                first.valid_until
            } else {
                Some(now)
            },
        })
    };
    cache.respond(key, room_list, now, &headers, make).await
}

//! `GET /api/v1/bootstrap`: the signed-in account, the instance's configuration and the first rooms, in one
//! response.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::account::Account;
use parvis_contract::bootstrap::{Bootstrap, FIRST_ROOMS};

use super::rooms::{page, take_delegations};
use crate::auth::signed_in::SignedIn;
use crate::clock::Clock;
use crate::collation::Collators;
use crate::config::Config;
use crate::live::LiveMeetings;
use crate::storage::Store;
use crate::web::accept_language::AcceptLanguage;
use crate::web::client_address::ClientAddress;
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
    signed_in: Option<SignedIn>,
    ClientAddress(address): ClientAddress,
    AcceptLanguage(language): AcceptLanguage,
) -> Result<Json<Bootstrap>, Refusal> {
    let instance = config.instance.clone();
    let on_professional_network = config.professional_networks.contains(address);
    let Some(SignedIn(account)) = signed_in else {
        return Ok(Json(Bootstrap {
            instance,
            on_professional_network,
            account: None,
            rooms: None,
        }));
    };
    take_delegations(&config, &store, &live, &account, clock.now()).await;
    let rooms = page(
        &store,
        collators.of(language),
        clock.now(),
        &account,
        0,
        FIRST_ROOMS,
    )
    .await?;
    Ok(Json(Bootstrap {
        instance,
        on_professional_network,
        account: Some(Account {
            id: account.id.to_string(),
            name: account.name,
        }),
        rooms: Some(rooms),
    }))
}

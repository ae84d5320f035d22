//! `GET /api/v1/bootstrap`: who is signed in, what the instance is, the first rooms; all that the
//! app needs to be useful, in one answer.

use axum::extract::State;
use parvis_contract::account::Account;
use parvis_contract::bootstrap::{Bootstrap, FIRST_ROOMS};

use super::rooms::page;
use crate::app::App;
use crate::auth::signed_in::SignedIn;
use crate::web::client_address::ClientAddress;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// Answers everyone; a visitor gets no rooms.
#[utoipa::path(
    get, path = "/api/v1/bootstrap", tag = "portal",
    responses((status = 200, body = Bootstrap, description = "For the asker's own browser only")),
)]
pub async fn bootstrap(
    State(app): State<App>,
    signed_in: Option<SignedIn>,
    ClientAddress(address): ClientAddress,
) -> Result<Json<Bootstrap>, Refusal> {
    let instance = app.config.instance.clone();
    let on_professional_network = app.config.professional_networks.contains(address);
    let Some(SignedIn(account)) = signed_in else {
        return Ok(Json(Bootstrap {
            instance,
            on_professional_network,
            account: None,
            rooms: None,
        }));
    };
    let rooms = page(&app, &account, 0, FIRST_ROOMS).await?;
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

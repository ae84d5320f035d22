//! `POST /api/v1/code`: enters a connection code.

use std::sync::Arc;

use axum::extract::State;
use axum_extra::extract::cookie::CookieJar;
use parvis_contract::code::{CodeEntrance, ConnectionCode, EnterCode};
use parvis_contract::field::FieldReason;
use parvis_contract::problem::{Problem, ProblemKind};

use crate::auth::cookies::{self, CookieKind};
use crate::auth::signed_in::SignedIn;
use crate::code_entry::{CodeEntry, CodeRequester};
use crate::config::Config;
use crate::links::{Capability, EntryMethod, LinkSigner};
use crate::web::client_address::ClientAddress;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// The lifetime of the trusted-device cookie.
const TRUSTED_DEVICE_LIFETIME: std::time::Duration = std::time::Duration::from_hours(365 * 24);

/// Exchanges a correct code for a secret with moderator rights, valid as long as the code. The response to a
/// wrong code does not disclose whether it was ever in use.
#[utoipa::path(
    post, path = "/api/v1/code", tag = "join", request_body = EnterCode,
    responses(
        (status = 200, body = CodeEntrance, description = "The secret for the join page"),
        (status = 404, body = Problem, description = "The code opens nothing"),
        (status = 422, body = Problem, description = "Not nine digits"),
        (status = 428, body = Problem, description = "A challenge has to be solved first"),
        (status = 429, body = Problem, description = "Too many wrong codes"),
    ),
)]
pub async fn enter(
    State(config): State<Arc<Config>>,
    State(links): State<LinkSigner>,
    State(codes): State<Arc<CodeEntry>>,
    signed_in: Option<SignedIn>,
    ClientAddress(address): ClientAddress,
    jar: CookieJar,
    Json(EnterCode { code, proof }): Json<EnterCode>,
) -> Result<(CookieJar, Json<CodeEntrance>), Refusal> {
    let code =
        ConnectionCode::parse(&code).map_err(|_| Refusal::field("code", FieldReason::NotACode))?;
    let trusted_device = cookies::read(&config, &jar, CookieKind::Device)
        .and_then(|value| codes.read_trusted_device(value));
    let requester = CodeRequester {
        account: signed_in.map(|SignedIn(account)| account.id),
        trusted_device,
        address,
        proof,
    };
    let room = codes.enter(requester, code).await?;
    let failed = || Refusal::new(ProblemKind::Internal);
    let capability = Capability {
        room: room.id,
        entry: EntryMethod::Code,
        generation: room.generation(EntryMethod::Code),
    };
    let secret = links
        .secret(&capability, links.signing_key())
        .ok_or_else(failed)?;
    // The same token again for a device that has one, so that the cookie lasts another year.
    let trusted_device = codes
        .trusted_device_token(trusted_device, room.id)
        .await?
        .ok_or_else(failed)?;
    let jar = cookies::set(
        &config,
        jar,
        CookieKind::Device,
        trusted_device,
        Some(TRUSTED_DEVICE_LIFETIME),
    );
    Ok((jar, Json(CodeEntrance { secret })))
}

//! `POST /api/v1/code`: a connection code is typed.

use std::sync::Arc;

use axum::extract::State;
use axum_extra::extract::cookie::CookieJar;
use parvis_contract::code::{CodeEntrance, ConnectionCode, EnterCode};
use parvis_contract::field::FieldReason;
use parvis_contract::problem::{Problem, ProblemKind};

use crate::auth::cookies::{self, Purpose};
use crate::auth::signed_in::SignedIn;
use crate::config::Config;
use crate::guessing::{CodeEntry, Typist};
use crate::links::{Capability, LinkSigner, Way};
use crate::web::client_address::ClientAddress;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// For how long a device is known that has typed a right code.
const KNOWN: std::time::Duration = std::time::Duration::from_hours(365 * 24);

/// Answers a right code with a secret of moderator rights, good for as long as the code is. A wrong
/// one is answered in the same words whether it ever was right or not.
#[utoipa::path(
    post, path = "/api/v1/code", tag = "join", request_body = EnterCode,
    responses(
        (status = 200, body = CodeEntrance, description = "The way to the join page"),
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
    let mark =
        cookies::read(&config, &jar, Purpose::Device).and_then(|value| codes.read_mark(value));
    let typist = Typist {
        account: signed_in.map(|SignedIn(account)| account.id),
        mark,
        address,
        proof,
    };
    let room = codes.enter(typist, code).await?;
    let failed = || Refusal::new(ProblemKind::Internal);
    let capability = Capability {
        room: room.id,
        way: Way::Code,
        generation: room.generation(Way::Code),
    };
    let secret = links
        .secret(&capability, links.signing_key())
        .ok_or_else(failed)?;
    let mark = codes.new_mark(room.id).ok_or_else(failed)?;
    let jar = cookies::set(&config, jar, Purpose::Device, mark, Some(KNOWN));
    Ok((jar, Json(CodeEntrance { secret })))
}

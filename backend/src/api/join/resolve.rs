//! `POST /api/v1/join/resolve`: returns where a link leads. A POST keeps the secret out of the address.

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::join::{ResolveLink, ResolvedLink};
use parvis_contract::problem::ProblemKind;
use parvis_contract::role::{LinkKind, Role};

use super::manages;
use crate::auth::signed_in::{SignedIn, SignedInAttendee};
use crate::config::Config;
use crate::link_resolver::LinkResolver;
use crate::links::EntryMethod;
use crate::storage::Store;
use crate::web::answers::TakesLink;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// Returns the kind of a link, the caller's role, and the meeting's name, which strangers do not learn from an
/// authenticated link.
#[utoipa::path(
    post, path = "/api/v1/join/resolve", tag = "join", request_body = ResolveLink,
    responses(
        TakesLink,
        (status = 200, body = ResolvedLink, description = "Where it leads"),
    ),
)]
pub async fn resolve(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(links): State<LinkResolver>,
    signed_in: Option<SignedIn>,
    SignedInAttendee(attendee): SignedInAttendee,
    Json(link): Json<ResolveLink>,
) -> Result<Json<ResolvedLink>, Refusal> {
    let (room, capability) = links.resolve(&link.secret).await?;
    let is_owner = match signed_in {
        Some(SignedIn(account)) => manages(&store, &account, &room).await?,
        None => false,
    };
    let is_vouched_for =
        capability.entry == EntryMethod::Link(LinkKind::Authenticated) && !is_owner;
    if is_vouched_for && config.attendees.is_none() {
        return Err(Refusal::new(ProblemKind::EntranceUnavailable));
    }
    let vouched_name = attendee
        .filter(|_| is_vouched_for)
        .map(|attendee| attendee.name);
    let role = if is_owner {
        Role::Moderator
    } else {
        capability.entry.role()
    };
    Ok(Json(ResolvedLink {
        room_name: (!is_vouched_for || vouched_name.is_some()).then_some(room.name),
        kind: capability.entry.kind(),
        role,
        is_owner,
        vouched_name,
    }))
}

//! `POST /api/v1/join`: joins a meeting with a link; the submodule `resolve` returns where a link leads.

pub mod resolve;

use std::sync::Arc;

use axum::extract::State;
use parvis_contract::join::{Join, JoinOutcome, NameSuffix, ParticipantName};
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::role::{LinkKind, Role};
use sea_orm::DbErr;

use crate::auth::signed_in::{SignedIn, SignedInAttendee};
use crate::config::Config;
use crate::link_resolver::LinkResolver;
use crate::links::EntryMethod;
use crate::meetings::{Guest, Meetings};
use crate::storage::Store;
use crate::storage::accounts::Account;
use crate::storage::attendee_sessions::Attendee;
use crate::storage::rooms::Room;
use crate::tickets::Tickets;
use crate::web::answers::{AsksConference, TakesLink};
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// Lets the holder of a link join: a moderator starts the meeting; an attendee joins a running meeting, or gets
/// a waiting ticket.
#[utoipa::path(
    post, path = "/api/v1/join", tag = "join", request_body = Join,
    responses(
        AsksConference,
        TakesLink,
        (status = 200, body = JoinOutcome, description = "The join address, or a waiting ticket"),
        (status = 401, body = Problem, description = "Nobody is signed in at the attendees' provider"),
        (status = 422, body = Problem, description = "The name is refused"),
    ),
)]
#[expect(clippy::too_many_arguments, reason = "each is what it uses")]
pub async fn join(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(links): State<LinkResolver>,
    State(meetings): State<Arc<Meetings>>,
    State(tickets): State<Tickets>,
    signed_in: Option<SignedIn>,
    SignedInAttendee(attendee): SignedInAttendee,
    Json(request): Json<Join>,
) -> Result<Json<JoinOutcome>, Refusal> {
    let (room, capability) = links.resolve(&request.secret).await?;
    let manager = match signed_in {
        Some(SignedIn(account)) if manages(&store, &account, &room).await? => Some(account),
        _ => None,
    };
    let participant = participant(
        config.attendees.is_some(),
        &request.name,
        capability.entry,
        manager,
        attendee,
    )?;
    let guest = Guest {
        name: &participant.name,
        role: participant.role,
        user_id: participant.user_id.as_deref(),
        is_authenticated: participant.is_authenticated,
    };
    let url = match participant.role {
        Role::Moderator => Some(meetings.start(&room, &guest).await?),
        Role::Attendee => meetings.enter(&room, &guest).await?,
    };
    Ok(Json(match url {
        Some(url) => JoinOutcome::Joined { url: url.into() },
        None => JoinOutcome::Waiting {
            ticket: tickets
                .issue(capability)
                .ok_or_else(|| Refusal::new(ProblemKind::Internal))?,
        },
    }))
}

/// Whether the person owns the room or is a delegate of it.
async fn manages(store: &Store, account: &Account, room: &Room) -> Result<bool, DbErr> {
    Ok(account.id == room.owner_id || store.is_delegate(account.id, room.id).await?)
}

/// The name and role of a person who joins.
struct Participant {
    name: String,
    role: Role,
    user_id: Option<String>,
    is_authenticated: bool,
}

/// The name and role of the holder of a capability. The owner and delegates are moderators with any link; with an
/// authenticated link, everybody else has the name from the identity provider, if the instance has one.
fn participant(
    has_provider: bool,
    typed: &str,
    entry: EntryMethod,
    manager: Option<Account>,
    attendee: Option<Attendee>,
) -> Result<Participant, Refusal> {
    if let Some(account) = manager {
        return Ok(Participant {
            name: account.name,
            role: Role::Moderator,
            user_id: Some(account.id.to_string()),
            is_authenticated: false,
        });
    }
    if entry == EntryMethod::Link(LinkKind::Authenticated) {
        let attendee = require_attendee(has_provider, attendee)?;
        return Ok(Participant {
            name: with_suffix(&attendee.name, typed)?,
            role: Role::Attendee,
            user_id: Some(attendee.person),
            is_authenticated: true,
        });
    }
    let name = ParticipantName::parse(typed).map_err(|reason| Refusal::field("name", reason))?;
    Ok(Participant {
        name: name.into(),
        role: entry.role(),
        user_id: None,
        is_authenticated: false,
    })
}

/// The person verified by the attendees' identity provider.
fn require_attendee(has_provider: bool, attendee: Option<Attendee>) -> Result<Attendee, Refusal> {
    if !has_provider {
        return Err(Refusal::new(ProblemKind::EntranceUnavailable));
    }
    attendee.ok_or_else(|| Refusal::new(ProblemKind::AttendeeSignInRequired))
}

/// The account's name with the person's suffix in brackets.
fn with_suffix(name: &str, typed: &str) -> Result<String, Refusal> {
    if typed.trim().is_empty() {
        return Ok(name.to_owned());
    }
    let suffix = NameSuffix::parse(typed).map_err(|reason| Refusal::field("name", reason))?;
    // Brackets in the suffix could imitate its end.
    let suffix = suffix.as_str().replace(['(', ')', '（', '）'], " ");
    Ok(format!("{name} ({})", suffix.trim()))
}

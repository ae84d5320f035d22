//! Extractors of the signed-in person.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts, OptionalFromRequestParts};
use axum_extra::extract::cookie::CookieJar;
use http::request::Parts;
use parvis_contract::problem::ProblemKind;

use super::cookies;
use crate::clock::{Clock, Moment};
use crate::config::Config;
use crate::storage::accounts::Account;
use crate::storage::attendee_sessions::Attendee;
use crate::storage::room_lists::RoomListVersion;
use crate::storage::{Store, TokenHash};
use crate::web::problem::Refusal;

/// The signed-in account. As an extractor it refuses visitors; `Option<SignedIn>` accepts them.
pub struct SignedIn(pub Account);

impl<S: Send + Sync> FromRequestParts<S> for SignedIn
where
    Arc<Config>: FromRef<S>,
    Store: FromRef<S>,
    Clock: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        <Self as OptionalFromRequestParts<S>>::from_request_parts(parts, state)
            .await?
            .ok_or_else(|| Refusal::new(ProblemKind::SignInRequired))
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for SignedIn
where
    Arc<Config>: FromRef<S>,
    Store: FromRef<S>,
    Clock: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Refusal> {
        let session = CurrentSession::of(parts, state).await?;
        Ok(session.map(|session| Self(session.account)))
    }
}

/// The session of the signed-in account. As an extractor it refuses visitors; `Option<CurrentSession>` accepts them.
pub struct CurrentSession {
    /// The account.
    pub account: Account,
    /// The hash of the session's token.
    pub token: TokenHash,
    /// When it ends, if nobody ends it before.
    pub expires_at: Moment,
    /// The version of the account's list of rooms.
    pub room_list: RoomListVersion,
}

impl CurrentSession {
    async fn of<S>(parts: &Parts, state: &S) -> Result<Option<Self>, Refusal>
    where
        Arc<Config>: FromRef<S>,
        Store: FromRef<S>,
        Clock: FromRef<S>,
    {
        let jar = CookieJar::from_headers(&parts.headers);
        let config = Arc::<Config>::from_ref(state);
        let Some(token) = cookies::read(&config, &jar, cookies::CookieKind::Session) else {
            return Ok(None);
        };
        let token = TokenHash::of(token);
        let (store, now) = (Store::from_ref(state), Clock::from_ref(state).now());
        let session = store.session(token.clone(), now).await?;
        if let Some(session) = &session {
            store.note_use(&session.account, now);
        }
        Ok(session.map(|session| Self {
            account: session.account,
            token,
            expires_at: session.expires_at,
            room_list: session.room_list,
        }))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for CurrentSession
where
    Arc<Config>: FromRef<S>,
    Store: FromRef<S>,
    Clock: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        Self::of(parts, state)
            .await?
            .ok_or_else(|| Refusal::new(ProblemKind::SignInRequired))
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for CurrentSession
where
    Arc<Config>: FromRef<S>,
    Store: FromRef<S>,
    Clock: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Refusal> {
        Self::of(parts, state).await
    }
}

/// The person who is signed in at the attendees' identity provider, if any.
pub struct SignedInAttendee(pub Option<Attendee>);

impl<S: Send + Sync> FromRequestParts<S> for SignedInAttendee
where
    Arc<Config>: FromRef<S>,
    Store: FromRef<S>,
    Clock: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let jar = CookieJar::from_headers(&parts.headers);
        let Some(token) = cookies::read(
            &Arc::<Config>::from_ref(state),
            &jar,
            cookies::CookieKind::Attendee,
        ) else {
            return Ok(Self(None));
        };
        let attendee = Store::from_ref(state)
            .attendee(TokenHash::of(token), Clock::from_ref(state).now())
            .await?;
        Ok(Self(attendee))
    }
}

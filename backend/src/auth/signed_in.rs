//! Who is asking.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum_extra::extract::cookie::CookieJar;
use http::request::Parts;
use parvis_contract::problem::ProblemKind;

use super::cookies;
use crate::app::App;
use crate::storage::TokenHash;
use crate::storage::accounts::Account;
use crate::storage::attendee_sessions::Attendee;
use crate::web::problem::Refusal;

/// The person who is signed in. As an extractor it refuses everyone else; `Option<SignedIn>` lets
/// visitors through.
pub struct SignedIn(pub Account);

impl FromRequestParts<App> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        <Self as OptionalFromRequestParts<App>>::from_request_parts(parts, app)
            .await?
            .ok_or_else(|| Refusal::new(ProblemKind::SignInRequired))
    }
}

impl OptionalFromRequestParts<App> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Option<Self>, Refusal> {
        let jar = CookieJar::from_headers(&parts.headers);
        let Some(token) = cookies::read(&app.config, &jar, cookies::Purpose::Session) else {
            return Ok(None);
        };
        let account = app
            .store
            .session_account(TokenHash::of(token), app.clock.now())
            .await?;
        Ok(account.map(Self))
    }
}

/// The person who is signed in at the attendees' identity provider, if anybody is.
pub struct SignedInAttendee(pub Option<Attendee>);

impl FromRequestParts<App> for SignedInAttendee {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let jar = CookieJar::from_headers(&parts.headers);
        let Some(token) = cookies::read(&app.config, &jar, cookies::Purpose::Attendee) else {
            return Ok(Self(None));
        };
        let attendee = app
            .store
            .attendee(TokenHash::of(token), app.clock.now())
            .await?;
        Ok(Self(attendee))
    }
}

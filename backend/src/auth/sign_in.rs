//! `GET /auth/sign-in?return_to=` and `GET /auth/attendees/sign-in?return_to=`: redirect to the identity
//! provider of agents or attendees.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use serde::Deserialize;
use url::Url;

use super::audience::Audience;
use super::callback::{SignInFailure, redirect_with_failure};
use super::sign_ins::SignIns;
use super::{pending_sign_in, return_to};
use crate::web::problem::Refusal;
use crate::web::request::Query;

/// The query.
#[derive(Deserialize)]
pub struct SignInQuery {
    return_to: Option<String>,
}

/// Starts a sign-in of an agent.
pub async fn begin(
    State(sign_ins): State<Arc<SignIns>>,
    query: Result<Query<SignInQuery>, Refusal>,
    jar: CookieJar,
) -> Response {
    begin_for(&sign_ins, Audience::Agents, query, jar).await
}

/// Starts a sign-in of a person with an authenticated link.
pub async fn begin_attendee(
    State(sign_ins): State<Arc<SignIns>>,
    query: Result<Query<SignInQuery>, Refusal>,
    jar: CookieJar,
) -> Response {
    begin_for(&sign_ins, Audience::Attendees, query, jar).await
}

async fn begin_for(
    sign_ins: &SignIns,
    audience: Audience,
    query: Result<Query<SignInQuery>, Refusal>,
    jar: CookieJar,
) -> Response {
    let return_to = query.ok().and_then(|Query(query)| query.return_to);
    let return_to = return_to
        .as_deref()
        .and_then(return_to::accept)
        .unwrap_or("/");
    match attempt(sign_ins, audience, return_to, jar).await {
        Ok((jar, url)) => (jar, Redirect::to(url.as_str())).into_response(),
        Err(what) => redirect_with_failure(sign_ins, audience, what).into_response(),
    }
}

/// Begins a sign-in; returns the authorization request.
async fn attempt(
    sign_ins: &SignIns,
    audience: Audience,
    return_to: &str,
    jar: CookieJar,
) -> Result<(CookieJar, Url), SignInFailure> {
    let provider = sign_ins
        .providers
        .of(audience)
        .ok_or(SignInFailure::Unavailable)?;
    let (jar, attempt) = pending_sign_in::begin(sign_ins, audience, return_to, jar)
        .ok_or(SignInFailure::Unavailable)?;
    let url = provider.sign_in_url(&attempt).await?;
    Ok((jar, url))
}

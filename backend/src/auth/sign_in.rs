//! `GET /auth/sign-in?return_to=` and `GET /auth/attendees/sign-in?return_to=`: redirect to the identity
//! provider of agents or attendees.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use serde::Deserialize;
use url::Url;

use super::callback::{SignInFailure, redirect_with_failure};
use super::provider::Attempt;
use super::sign_ins::SignIns;
use super::{cookies, return_to};
use crate::storage::TokenHash;
use crate::storage::sign_ins::{Audience, SignIn};
use crate::web::problem::Refusal;
use crate::web::request::Query;

/// The lifetime of a pending sign-in.
pub(super) const SIGN_IN_LIFETIME: Duration = Duration::from_mins(15);

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

/// Stores a sign-in attempt; returns the authorization request.
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
    // Sign-ins in several tabs of one browser share its cookie.
    let browser = cookies::read(&sign_ins.config, &jar, cookies::CookieKind::SignIn)
        .map_or_else(|| sign_ins.random.token(), str::to_owned);
    let attempt = Attempt {
        state: sign_ins.random.token(),
        nonce: sign_ins.random.token(),
        pkce_verifier: sign_ins.random.token(),
    };
    let url = provider.sign_in_url(&attempt).await?;
    sign_ins
        .store
        .begin_sign_in(
            TokenHash::of(&attempt.state),
            TokenHash::of(&browser),
            SignIn {
                nonce: attempt.nonce,
                pkce_verifier: attempt.pkce_verifier,
                return_to: return_to.to_owned(),
                audience,
            },
            sign_ins.clock.now().plus(SIGN_IN_LIFETIME),
        )
        .await?;
    let jar = cookies::set(
        &sign_ins.config,
        jar,
        cookies::CookieKind::SignIn,
        browser,
        Some(SIGN_IN_LIFETIME),
    );
    Ok((jar, url))
}

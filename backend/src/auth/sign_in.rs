//! `GET /auth/sign-in?return_to=` and `GET /auth/attendees/sign-in?return_to=`: send the browser to
//! the identity provider of agents, or of attendees.

use std::time::Duration;

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use serde::Deserialize;
use url::Url;

use super::callback::{Trouble, trouble};
use super::provider::Attempt;
use super::{cookies, return_to};
use crate::app::App;
use crate::storage::TokenHash;
use crate::storage::sign_ins::{Audience, SignIn};
use crate::web::problem::Refusal;
use crate::web::request::Query;

/// How long a person may take at the identity provider.
pub(super) const TIME: Duration = Duration::from_mins(15);

/// The query.
#[derive(Deserialize)]
pub struct SignInQuery {
    return_to: Option<String>,
}

/// Begins a sign-in of an agent.
pub async fn begin(
    State(app): State<App>,
    query: Result<Query<SignInQuery>, Refusal>,
    jar: CookieJar,
) -> Response {
    begin_for(&app, Audience::Agents, query, jar).await
}

/// Begins a sign-in of somebody who holds an authenticated link.
pub async fn begin_attendee(
    State(app): State<App>,
    query: Result<Query<SignInQuery>, Refusal>,
    jar: CookieJar,
) -> Response {
    begin_for(&app, Audience::Attendees, query, jar).await
}

async fn begin_for(
    app: &App,
    audience: Audience,
    query: Result<Query<SignInQuery>, Refusal>,
    jar: CookieJar,
) -> Response {
    let return_to = query.ok().and_then(|Query(query)| query.return_to);
    let return_to = return_to
        .as_deref()
        .and_then(return_to::accept)
        .unwrap_or("/");
    match attempt(app, audience, return_to, jar).await {
        Ok((jar, url)) => (jar, Redirect::to(url.as_str())).into_response(),
        Err(what) => trouble(app, audience, what).into_response(),
    }
}

/// Remembers an attempt to sign in; answers the provider's address for it.
async fn attempt(
    app: &App,
    audience: Audience,
    return_to: &str,
    jar: CookieJar,
) -> Result<(CookieJar, Url), Trouble> {
    let provider = app.provider(audience).ok_or(Trouble::Unavailable)?;
    // One browser may have several sign-ins under way, in as many tabs: they share its cookie.
    let browser = cookies::read(&app.config, &jar, cookies::Purpose::SignIn)
        .map_or_else(|| app.random.token(), str::to_owned);
    let attempt = Attempt {
        state: app.random.token(),
        nonce: app.random.token(),
        pkce_verifier: app.random.token(),
    };
    let url = provider.sign_in_url(&attempt).await?;
    app.store
        .begin_sign_in(
            TokenHash::of(&attempt.state),
            TokenHash::of(&browser),
            SignIn {
                nonce: attempt.nonce,
                pkce_verifier: attempt.pkce_verifier,
                return_to: return_to.to_owned(),
                audience,
            },
            app.clock.now().plus(TIME),
        )
        .await?;
    let jar = cookies::set(
        &app.config,
        jar,
        cookies::Purpose::SignIn,
        browser,
        Some(TIME),
    );
    Ok((jar, url))
}

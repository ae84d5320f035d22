//! `GET /auth/callback`: the browser comes back from the identity provider.
//!
//! This is a page that a person looks at, so what goes wrong leads back to the portal, which says
//! it: `/?sign-in=expired`, `refused` or `unavailable`.

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use serde::Deserialize;

use super::cookies::{self, Purpose};
use super::provider::ProviderError;
use super::token::TokenHash;
use crate::app::App;
use crate::web::problem::Refusal;
use crate::web::request::Query;

/// What the provider adds to the address.
#[derive(Deserialize)]
pub struct CallbackQuery {
    state: Option<String>,
    code: Option<String>,
    error: Option<String>,
}

/// What the portal says when a sign-in does not come about.
#[derive(Clone, Copy)]
pub(super) enum Trouble {
    /// Begun in another browser, too long ago, or finished before.
    Expired,
    /// The provider, or the person there, said no.
    Refused,
    /// The provider does not answer.
    Unavailable,
}

/// Leads back to the portal, which says what happened.
pub(super) fn trouble(app: &App, trouble: Trouble) -> Redirect {
    let word = match trouble {
        Trouble::Expired => "expired",
        Trouble::Refused => "refused",
        Trouble::Unavailable => "unavailable",
    };
    Redirect::to(&app.config.portal_address(&format!("/?sign-in={word}")))
}

/// Finishes a sign-in.
pub async fn finish(
    State(app): State<App>,
    Query(query): Query<CallbackQuery>,
    jar: CookieJar,
) -> Result<Response, Refusal> {
    let browser = cookies::read(&app.config, &jar, Purpose::SignIn).map(TokenHash::of);
    let state = query.state.as_deref().map(TokenHash::of);
    let Some((state, browser)) = state.zip(browser) else {
        return Ok(trouble(&app, Trouble::Expired).into_response());
    };
    let Some(sign_in) = app
        .store
        .take_sign_in(state, browser, app.clock.now())
        .await?
    else {
        return Ok(trouble(&app, Trouble::Expired).into_response());
    };
    let (Some(code), None) = (query.code, query.error) else {
        return Ok(trouble(&app, Trouble::Refused).into_response());
    };
    let vouched = match app
        .agents
        .redeem(code, sign_in.nonce, sign_in.pkce_verifier)
        .await
    {
        Ok(vouched) => vouched,
        Err(error) => {
            tracing::error!(%error, "a sign-in failed");
            let what = match error {
                ProviderError::Unreachable(_) => Trouble::Unavailable,
                ProviderError::Refused(_) => Trouble::Refused,
            };
            return Ok(trouble(&app, what).into_response());
        }
    };
    let now = app.clock.now();
    let account = app
        .store
        .account_of(vouched.identity, app.random.uuid(now), now)
        .await?;
    // Always a new token: one that was planted beforehand is worth nothing.
    let token = app.random.token();
    let lasting = app.config.session_time;
    app.store
        .open_session(
            TokenHash::of(&token),
            account.id,
            vouched.id_token,
            now.plus(lasting),
        )
        .await?;
    let jar = cookies::set(&app.config, jar, Purpose::Session, token, Some(lasting));
    let back = app.config.portal_address(&sign_in.return_to);
    Ok((jar, Redirect::to(&back)).into_response())
}

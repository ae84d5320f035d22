//! `GET /auth/callback`: the browser comes back from the identity provider.
//!
//! This is a page that a person looks at, so what goes wrong leads back to the portal, which says
//! it: `/?sign-in=expired`, `refused` or `unavailable`.

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use sea_orm::DbErr;
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

impl From<DbErr> for Trouble {
    fn from(error: DbErr) -> Self {
        tracing::error!(%error, "a sign-in failed");
        Self::Unavailable
    }
}

impl From<ProviderError> for Trouble {
    fn from(error: ProviderError) -> Self {
        tracing::error!(%error, "a sign-in failed");
        match error {
            ProviderError::Unreachable(_) => Self::Unavailable,
            ProviderError::Refused(_) => Self::Refused,
        }
    }
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
    query: Result<Query<CallbackQuery>, Refusal>,
    jar: CookieJar,
) -> Response {
    let Ok(Query(query)) = query else {
        return trouble(&app, Trouble::Expired).into_response();
    };
    match signed_in(&app, query, jar).await {
        Ok((jar, back)) => (jar, Redirect::to(&back)).into_response(),
        Err(what) => trouble(&app, what).into_response(),
    }
}

/// Finds out who has signed in and opens a session; answers where the person came from.
async fn signed_in(
    app: &App,
    query: CallbackQuery,
    jar: CookieJar,
) -> Result<(CookieJar, String), Trouble> {
    let browser = cookies::read(&app.config, &jar, Purpose::SignIn).map(TokenHash::of);
    let state = query.state.as_deref().map(TokenHash::of);
    let (state, browser) = state.zip(browser).ok_or(Trouble::Expired)?;
    let now = app.clock.now();
    let sign_in = app
        .store
        .take_sign_in(state, browser, now)
        .await?
        .ok_or(Trouble::Expired)?;
    let (Some(code), None) = (query.code, query.error) else {
        return Err(Trouble::Refused);
    };
    let vouched = app
        .agents
        .redeem(code, sign_in.nonce, sign_in.pkce_verifier)
        .await?;
    let account = app
        .store
        .account_of(vouched.identity, app.random.uuid(now), now)
        .await?;
    // Whoever was signed in before in this browser is no longer.
    if let Some(former) = cookies::read(&app.config, &jar, Purpose::Session) {
        app.store.close_session(TokenHash::of(former)).await?;
    }
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
    Ok((jar, app.config.portal_address(&sign_in.return_to)))
}

//! `POST /auth/sign-out`: ends the session here, and names the page that ends it at the identity
//! provider.

use axum::extract::State;
use axum_extra::extract::cookie::CookieJar;
use http::{HeaderName, HeaderValue};
use parvis_contract::account::SignedOut;

use super::cookies::{self, Purpose};
use super::token::TokenHash;
use crate::app::App;
use crate::web::problem::Refusal;
use crate::web::request::Json;

/// Signs the asker out; someone who is not signed in is told the same.
#[utoipa::path(
    post, path = "/auth/sign-out", tag = "sign-in",
    responses((status = 200, body = SignedOut, description = "Signed out")),
)]
pub async fn sign_out(
    State(app): State<App>,
    jar: CookieJar,
) -> Result<(CookieJar, [(HeaderName, HeaderValue); 1], Json<SignedOut>), Refusal> {
    let home = app.config.portal_home();
    let id_token = match cookies::read(&app.config, &jar, Purpose::Session) {
        Some(token) => app.store.close_session(TokenHash::of(token)).await?,
        None => None,
    };
    let next = match id_token {
        Some(id_token) => app
            .agents
            .sign_out_url(&id_token, &home)
            .await
            .unwrap_or(home),
        None => home,
    };
    let jar = cookies::remove(&app.config, jar, Purpose::Session);
    // What the browser has kept of this person's answers goes too.
    let clear = (
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\""),
    );
    Ok((jar, [clear], Json(SignedOut { next: next.into() })))
}

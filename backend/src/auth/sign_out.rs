//! `POST /auth/sign-out` and `POST /auth/attendees/sign-out`: end a session here, and name the page
//! that ends it at the identity provider. The cookie goes whatever the database says.

use axum::extract::State;
use axum_extra::extract::cookie::CookieJar;
use http::{HeaderName, HeaderValue};
use parvis_contract::account::SignedOut;
use sea_orm::DbErr;

use super::cookies::{self, Purpose};
use super::token::TokenHash;
use crate::app::App;
use crate::storage::sign_ins::Audience;
use crate::web::request::Json;

type Answer = (CookieJar, [(HeaderName, HeaderValue); 1], Json<SignedOut>);

/// Signs the asker out; someone who is not signed in is told the same.
#[utoipa::path(
    post, path = "/auth/sign-out", tag = "sign-in",
    responses((status = 200, body = SignedOut, description = "Signed out")),
)]
pub async fn sign_out(State(app): State<App>, jar: CookieJar) -> Answer {
    end(&app, jar, Purpose::Session).await
}

/// Signs the asker out who is signed in for authenticated links; someone who is not is told the same.
#[utoipa::path(
    post, path = "/auth/attendees/sign-out", tag = "sign-in",
    responses((status = 200, body = SignedOut, description = "Signed out")),
)]
pub async fn sign_out_attendee(State(app): State<App>, jar: CookieJar) -> Answer {
    end(&app, jar, Purpose::Attendee).await
}

async fn end(app: &App, jar: CookieJar, purpose: Purpose) -> Answer {
    let home = app.config.portal_home();
    let token = cookies::read(&app.config, &jar, purpose).map(TokenHash::of);
    let (id_token, provider) = match (token, purpose) {
        (Some(token), Purpose::Attendee) => (
            close_attendee(app, token).await,
            app.provider(Audience::Attendees),
        ),
        (Some(token), _) => (close(app, token).await, app.provider(Audience::Agents)),
        (None, _) => (None, None),
    };
    let next = match id_token.zip(provider) {
        Some((id_token, provider)) => provider
            .sign_out_url(&id_token, &home, &app.random.token())
            .await
            .unwrap_or(home),
        None => home,
    };
    let jar = cookies::remove(&app.config, jar, purpose);
    // What the browser has kept of this person's answers goes too.
    let clear = (
        HeaderName::from_static("clear-site-data"),
        HeaderValue::from_static("\"cache\""),
    );
    (jar, [clear], Json(SignedOut { next: next.into() }))
}

/// Ends an agent's session; answers its identity token, if it can be had.
async fn close(app: &App, token: TokenHash) -> Option<String> {
    let id_token = app.store.session_id_token(token.clone()).await;
    or_log(app.store.close_session(token).await);
    or_log(id_token).flatten()
}

/// The same for an attendee's.
async fn close_attendee(app: &App, token: TokenHash) -> Option<String> {
    let id_token = app.store.attendee_id_token(token.clone()).await;
    or_log(app.store.close_attendee_session(token).await);
    or_log(id_token).flatten()
}

/// What the database did for a sign-out, if it did. Where it fails, whoever signs out of a machine that
/// others use must not stay signed in there: the cookie goes, and the session is left to expire.
fn or_log<T>(done: Result<T, DbErr>) -> Option<T> {
    done.inspect_err(|error| {
        tracing::error!(%error, "a session could not be deleted: its cookie alone is gone");
    })
    .ok()
}

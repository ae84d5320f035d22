//! `POST /auth/sign-out` and `POST /auth/attendees/sign-out`: end a session here, and name the page
//! that ends it at the identity provider. The cookie goes whatever the database and the provider do; where
//! either is away, the person is told that they may be signed in elsewhere still.

use std::time::Duration;

use axum::extract::State;
use axum_extra::extract::cookie::CookieJar;
use parvis_contract::account::SignedOut;
use sea_orm::DbErr;
use tokio::time::timeout;

use super::cookies::{self, Purpose};
use super::provider::SignOutPage;
use crate::app::App;
use crate::storage::TokenHash;
use crate::storage::sign_ins::Audience;
use crate::web::request::Json;

type Answer = (CookieJar, Json<SignedOut>);

/// How long the database is waited for. Deleting goes on when the waiting is over.
const PATIENCE: Duration = Duration::from_secs(2);

/// Where somebody is told that they are signed out in this browser, but perhaps nowhere else.
fn incomplete(app: &App, audience: Audience) -> String {
    app.config.portal_address(match audience {
        Audience::Agents => "/?sign-out=incomplete",
        Audience::Attendees => "/?sign-out=attendee-incomplete",
    })
}

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
    let token = cookies::read(&app.config, &jar, purpose).map(TokenHash::of);
    let next = match token {
        Some(token) => end_session(app, token, purpose).await,
        None => app.config.portal_home().into(),
    };
    let jar = cookies::remove(&app.config, jar, purpose);
    // The browser is not told to empty its cache, which may take it seconds: what it keeps of a person's
    // answers it asks about before it shows them (`web::etag`), and then without the cookie.
    (jar, Json(SignedOut { next }))
}

/// Ends a session; answers where its person goes next.
async fn end_session(app: &App, token: TokenHash, purpose: Purpose) -> String {
    let audience = match purpose {
        Purpose::Attendee => Audience::Attendees,
        _ => Audience::Agents,
    };
    let incomplete = || incomplete(app, audience);
    let deleting = tokio::spawn(close(app.clone(), token, audience));
    let id_token = match timeout(PATIENCE, deleting).await {
        Ok(Ok(Ok(Some(id_token)))) => id_token,
        // It was over before.
        Ok(Ok(Ok(None))) => return app.config.portal_home().into(),
        // Whoever signs out of a machine that others use must not stay signed in there: the cookie goes,
        // and the session is left to expire.
        Ok(Ok(Err(error))) => {
            tracing::error!(%error, "a session could not be deleted: its cookie alone is gone");
            return incomplete();
        }
        Ok(Err(_)) | Err(_) => {
            tracing::error!("a session was not deleted in time: its cookie alone is gone");
            return incomplete();
        }
    };
    let Some(provider) = app.provider(audience) else {
        return app.config.portal_home().into();
    };
    let home = app.config.portal_home();
    match provider
        .sign_out_url(&id_token, &home, &app.random.token())
        .await
    {
        Some(SignOutPage::At(url)) => url.into(),
        Some(SignOutPage::Nowhere) => home.into(),
        None => incomplete(),
    }
}

/// Ends a session in the database; answers its identity token, if there was one.
async fn close(app: App, token: TokenHash, audience: Audience) -> Result<Option<String>, DbErr> {
    let (id_token, closed) = match audience {
        Audience::Agents => (
            app.store.session_id_token(token.clone()).await,
            app.store.close_session(token).await,
        ),
        Audience::Attendees => (
            app.store.attendee_id_token(token.clone()).await,
            app.store.close_attendee_session(token).await,
        ),
    };
    closed.and(id_token)
}

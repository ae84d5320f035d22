//! `POST /auth/sign-out` and `POST /auth/attendees/sign-out`: end a session here, and name the page
//! that ends it at the identity provider. The cookie goes whatever the database and the provider do; where
//! either is away, the person is told that they may be signed in elsewhere still.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum_extra::extract::cookie::CookieJar;
use parvis_contract::account::SignedOut;
use sea_orm::DbErr;
use tokio::time::timeout;

use super::cookies::{self, Purpose};
use super::provider::SignOutPage;
use super::sign_ins::SignIns;
use crate::storage::sign_ins::Audience;
use crate::storage::{Store, TokenHash};
use crate::web::request::Json;

type Answer = (CookieJar, Json<SignedOut>);

/// How long the database is waited for. Deleting goes on when the waiting is over.
const PATIENCE: Duration = Duration::from_secs(2);

/// Where somebody is told that they are signed out in this browser, but perhaps nowhere else.
fn incomplete(sign_ins: &SignIns, audience: Audience) -> String {
    sign_ins.config.portal_address(match audience {
        Audience::Agents => "/?sign-out=incomplete",
        Audience::Attendees => "/?sign-out=attendee-incomplete",
    })
}

/// Signs the asker out; someone who is not signed in is told the same.
#[utoipa::path(
    post, path = "/auth/sign-out", tag = "sign-in",
    responses((status = 200, body = SignedOut, description = "Signed out")),
)]
pub async fn sign_out(State(sign_ins): State<Arc<SignIns>>, jar: CookieJar) -> Answer {
    end(&sign_ins, jar, Purpose::Session).await
}

/// Signs the asker out who is signed in for authenticated links; someone who is not is told the same.
#[utoipa::path(
    post, path = "/auth/attendees/sign-out", tag = "sign-in",
    responses((status = 200, body = SignedOut, description = "Signed out")),
)]
pub async fn sign_out_attendee(State(sign_ins): State<Arc<SignIns>>, jar: CookieJar) -> Answer {
    end(&sign_ins, jar, Purpose::Attendee).await
}

async fn end(sign_ins: &SignIns, jar: CookieJar, purpose: Purpose) -> Answer {
    let token = cookies::read(&sign_ins.config, &jar, purpose).map(TokenHash::of);
    let next = match token {
        Some(token) => end_session(sign_ins, token, purpose).await,
        None => sign_ins.config.portal_home().into(),
    };
    let jar = cookies::remove(&sign_ins.config, jar, purpose);
    // The browser is not told to empty its cache, which may take it seconds: what it keeps of a person's
    // answers it asks about before it shows them (`web::etag`), and then without the cookie.
    (jar, Json(SignedOut { next }))
}

/// Ends a session; answers where its person goes next.
async fn end_session(sign_ins: &SignIns, token: TokenHash, purpose: Purpose) -> String {
    let audience = match purpose {
        Purpose::Attendee => Audience::Attendees,
        _ => Audience::Agents,
    };
    let incomplete = || incomplete(sign_ins, audience);
    let deleting = tokio::spawn(close(sign_ins.store.clone(), token, audience));
    let id_token = match timeout(PATIENCE, deleting).await {
        Ok(Ok(Ok(Some(id_token)))) => id_token,
        // It was over before.
        Ok(Ok(Ok(None))) => return sign_ins.config.portal_home().into(),
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
    let Some(provider) = sign_ins.providers.of(audience) else {
        return sign_ins.config.portal_home().into();
    };
    let home = sign_ins.config.portal_home();
    match provider
        .sign_out_url(&id_token, &home, &sign_ins.random.token())
        .await
    {
        Some(SignOutPage::At(url)) => url.into(),
        Some(SignOutPage::Nowhere) => home.into(),
        None => incomplete(),
    }
}

/// Ends a session in the database; answers its identity token, if there was one.
async fn close(
    store: Store,
    token: TokenHash,
    audience: Audience,
) -> Result<Option<String>, DbErr> {
    let (id_token, closed) = match audience {
        Audience::Agents => (
            store.session_id_token(token.clone()).await,
            store.close_session(token).await,
        ),
        Audience::Attendees => (
            store.attendee_id_token(token.clone()).await,
            store.close_attendee_session(token).await,
        ),
    };
    closed.and(id_token)
}

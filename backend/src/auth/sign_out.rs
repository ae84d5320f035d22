//! `POST /auth/sign-out` and `POST /auth/attendees/sign-out`: end the local session and return the sign-out
//! page of the identity provider. The cookie is removed immediately; if the database or the provider is
//! unavailable, the person learns that they may still be signed in elsewhere.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum_extra::extract::cookie::CookieJar;
use parvis_contract::account::SignedOut;
use sea_orm::DbErr;
use tokio::sync::{Semaphore, oneshot};
use tokio::time::{Instant, timeout_at};

use super::audience::Audience;
use super::cookies::{self, CookieKind};
use super::provider::SignOutPage;
use super::sign_ins::SignIns;
use crate::storage::{Store, TokenHash};
use crate::web::request::Json;

type Answer = (CookieJar, Json<SignedOut>);

/// How long to wait for the database and the provider.
const SHORT_WAIT: Duration = Duration::from_millis(100);
/// How long to retry deleting a session in a busy database.
const RETRY_TIMEOUT: Duration = Duration::from_mins(10);
/// Limits the retries to one at a time: connections are for active people.
static RETRIES: Semaphore = Semaphore::const_new(1);

/// The page that says that signing out may be incomplete.
fn incomplete(sign_ins: &SignIns, audience: Audience) -> String {
    sign_ins.config.portal_address(match audience {
        Audience::Agents => "/?sign-out=incomplete",
        Audience::Attendees => "/?sign-out=attendee-incomplete",
    })
}

/// Signs the caller out; the same response without a session.
#[utoipa::path(
    post, path = "/auth/sign-out", tag = "sign-in",
    responses((status = 200, body = SignedOut, description = "Signed out")),
)]
pub async fn sign_out(State(sign_ins): State<Arc<SignIns>>, jar: CookieJar) -> Answer {
    end(&sign_ins, jar, CookieKind::Session).await
}

/// Signs the caller out at the attendees' provider; the same response without a session.
#[utoipa::path(
    post, path = "/auth/attendees/sign-out", tag = "sign-in",
    responses((status = 200, body = SignedOut, description = "Signed out")),
)]
pub async fn sign_out_attendee(State(sign_ins): State<Arc<SignIns>>, jar: CookieJar) -> Answer {
    end(&sign_ins, jar, CookieKind::Attendee).await
}

async fn end(sign_ins: &SignIns, jar: CookieJar, kind: CookieKind<'_>) -> Answer {
    let token = cookies::read(&sign_ins.config, &jar, kind).map(TokenHash::of);
    let next = match token {
        Some(token) => end_session(sign_ins, token, kind).await,
        None => sign_ins.config.portal_home().into(),
    };
    let jar = cookies::remove(&sign_ins.config, jar, kind);
    // No `Clear-Site-Data`, which may take browsers seconds: stored responses are revalidated before use
    // (`web::etag`), and then without the cookie.
    (jar, Json(SignedOut { next }))
}

/// Ends a session; returns the page to open next.
async fn end_session(sign_ins: &SignIns, token: TokenHash, kind: CookieKind<'_>) -> String {
    let audience = match kind {
        CookieKind::Attendee => Audience::Attendees,
        _ => Audience::Agents,
    };
    let home = sign_ins.config.portal_home();
    let deadline = Instant::now() + SHORT_WAIT;
    let (tell, told) = oneshot::channel();
    let ending = tokio::spawn(delete_session(
        sign_ins.store.clone(),
        token.clone(),
        audience,
        tell,
    ));
    let id_token = match timeout_at(deadline, told).await {
        // The session had already ended.
        Ok(Ok(Ok(None))) => return home.into(),
        Ok(Ok(Ok(Some(id_token)))) => Some(id_token),
        Ok(Ok(Err(error))) => {
            tracing::error!(%error, "a session that ends could not be read");
            None
        }
        Ok(Err(_)) | Err(_) => None,
    };
    let is_deleted = matches!(timeout_at(deadline, ending).await, Ok(Ok(())));
    // Also where it is not deleted yet: this browser is signed out.
    sign_ins.streams.end(&token);
    let Some(id_token) = id_token else {
        return incomplete(sign_ins, audience);
    };
    let Some(provider) = sign_ins.providers.of(audience) else {
        return home.into();
    };
    let state = sign_ins.random.token();
    match provider
        .sign_out_url(&id_token, &home, &state, deadline)
        .await
    {
        // Leads to the sign-out page in any case, as the machine may be shared; deletion continues meanwhile.
        Some(SignOutPage::At(url)) => url.into(),
        Some(SignOutPage::Nowhere) if is_deleted => home.into(),
        _ => incomplete(sign_ins, audience),
    }
}

/// Deletes a session, retrying: a copy of its cookie must become useless. Sends its identity token first,
/// `None` if there is no session: a database that refuses writes may still be readable.
async fn delete_session(
    store: Store,
    token: TokenHash,
    audience: Audience,
    tell: oneshot::Sender<Result<Option<String>, DbErr>>,
) {
    let read = match audience {
        Audience::Agents => store.session_id_token(token.clone()).await,
        Audience::Attendees => store.attendee_id_token(token.clone()).await,
    };
    let is_over = matches!(read, Ok(None));
    // The receiver is gone after a timeout.
    let _ = tell.send(read);
    if is_over {
        return;
    }
    let Err(mut error) = delete(&store, token.clone(), audience).await else {
        return;
    };
    let began = Instant::now();
    while began.elapsed() < RETRY_TIMEOUT {
        tracing::warn!(%error, "a session could not be deleted yet");
        let _permit = RETRIES.acquire().await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        match delete(&store, token.clone(), audience).await {
            Ok(()) => return,
            Err(again) => error = again,
        }
    }
    tracing::error!(%error, "a session could not be deleted: its cookie alone is gone");
}

async fn delete(store: &Store, token: TokenHash, audience: Audience) -> Result<(), DbErr> {
    match audience {
        Audience::Agents => store.close_session(token).await,
        Audience::Attendees => store.close_attendee_session(token).await,
    }
}

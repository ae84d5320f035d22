//! `POST /auth/sign-out` and `POST /auth/attendees/sign-out`: end a session here, and name the page
//! that ends it at the identity provider. The cookie goes at once, whatever the database and the provider do;
//! where either is away, the person is told that they may be signed in elsewhere still.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum_extra::extract::cookie::CookieJar;
use parvis_contract::account::SignedOut;
use sea_orm::DbErr;
use tokio::sync::{Semaphore, oneshot};
use tokio::time::{Instant, timeout_at};

use super::cookies::{self, Purpose};
use super::provider::SignOutPage;
use super::sign_ins::SignIns;
use crate::storage::sign_ins::Audience;
use crate::storage::{Store, TokenHash};
use crate::web::request::Json;

type Answer = (CookieJar, Json<SignedOut>);

/// How long the database and the provider are waited for.
const SHORT_WAIT: Duration = Duration::from_millis(100);
/// How long it is tried to delete a session that a busy database keeps.
const PATIENCE: Duration = Duration::from_mins(10);
/// Only one such session is tried again at a time: connections are for those who are there.
static RETRIES: Semaphore = Semaphore::const_new(1);

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
    let home = sign_ins.config.portal_home();
    let deadline = Instant::now() + SHORT_WAIT;
    let (tell, told) = oneshot::channel();
    let ending = tokio::spawn(end_kept(sign_ins.store.clone(), token, audience, tell));
    let id_token = match timeout_at(deadline, told).await {
        // It was over before.
        Ok(Ok(Ok(None))) => return home.into(),
        Ok(Ok(Ok(Some(id_token)))) => Some(id_token),
        Ok(Ok(Err(error))) => {
            tracing::error!(%error, "a session that ends could not be read");
            None
        }
        Ok(Err(_)) | Err(_) => None,
    };
    let is_deleted = matches!(timeout_at(deadline, ending).await, Ok(Ok(())));
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
        // Who signs out of a machine that others use must not stay signed in there: deleting goes on meanwhile.
        Some(SignOutPage::At(url)) => url.into(),
        Some(SignOutPage::Nowhere) if is_deleted => home.into(),
        _ => incomplete(sign_ins, audience),
    }
}

/// Ends a session in the database, however often it takes: a copy of its cookie must be worth nothing. Tells its
/// identity token first, `None` where there is no session: a database that takes no writes may still be read.
async fn end_kept(
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
    // Nobody listens any more where it took too long.
    let _ = tell.send(read);
    if is_over {
        return;
    }
    let Err(mut error) = delete(&store, token.clone(), audience).await else {
        return;
    };
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        tracing::warn!(%error, "a session could not be deleted yet");
        let _turn = RETRIES.acquire().await;
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

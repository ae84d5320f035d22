//! `GET /auth/callback` and `GET /auth/attendees/callback`: the redirect URIs of the identity providers. Each
//! provider has its own, so that the response of one cannot be used for the other.
//!
//! Browsers navigate here, so errors redirect to the portal, which shows them: `?sign-in=expired`, `refused`,
//! `unavailable`, `unusable`, `busy` or `full`, on the home page for agents and on the page of authenticated
//! links for attendees.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use sea_orm::DbErr;
use serde::Deserialize;

use super::audience::Audience;
use super::cookies::{self, CookieKind};
use super::pending_sign_in::{self, PendingSignIn};
use super::provider::{ProviderError, VerifiedIdentity, code_to_log};
use super::sign_ins::SignIns;
use crate::signed_token;
use crate::storage::Failure;
use crate::storage::TokenHash;
use crate::storage::accounts::Identity;
use crate::storage::attendee_sessions::Attendee;
use crate::web::problem::Refusal;
use crate::web::request::Query;

/// The query parameters of the provider.
#[derive(Deserialize)]
pub struct CallbackQuery {
    state: Option<String>,
    code: Option<String>,
    error: Option<String>,
}

/// Why a sign-in fails.
#[derive(Clone, Copy)]
pub(super) enum SignInFailure {
    /// Started in another browser, too long ago, or already completed.
    Expired,
    /// Refused by the provider or the person.
    Refused,
    /// The provider does not answer.
    Unavailable,
    /// The provider's response is invalid: administrators have to look.
    Unusable,
    /// The database is busy or fails.
    Busy,
    /// The database is full.
    Full,
}

impl From<DbErr> for SignInFailure {
    fn from(error: DbErr) -> Self {
        tracing::error!(%error, "a sign-in failed");
        match Failure::of(&error) {
            Failure::Full => Self::Full,
            Failure::Busy | Failure::Defect => Self::Busy,
        }
    }
}

impl From<ProviderError> for SignInFailure {
    fn from(error: ProviderError) -> Self {
        tracing::error!(%error, "a sign-in failed");
        match error {
            ProviderError::Unreachable(_) => Self::Unavailable,
            ProviderError::Refused(_) => Self::Refused,
            ProviderError::Unusable(_) => Self::Unusable,
        }
    }
}

/// Redirects to the portal, which shows the failure.
pub(super) fn redirect_with_failure(
    sign_ins: &SignIns,
    audience: Audience,
    failure: SignInFailure,
) -> Redirect {
    let word = match failure {
        SignInFailure::Expired => "expired",
        SignInFailure::Refused => "refused",
        SignInFailure::Unavailable => "unavailable",
        SignInFailure::Unusable => "unusable",
        SignInFailure::Busy => "busy",
        SignInFailure::Full => "full",
    };
    let page = match audience {
        Audience::Agents => "/",
        Audience::Attendees => "/rejoindre/authentifie",
    };
    Redirect::to(
        &sign_ins
            .config
            .portal_address(&format!("{page}?sign-in={word}")),
    )
}

/// Completes a sign-in of an agent.
pub async fn finish(
    State(sign_ins): State<Arc<SignIns>>,
    query: Result<Query<CallbackQuery>, Refusal>,
    jar: CookieJar,
) -> Response {
    finish_for(&sign_ins, Audience::Agents, query, jar).await
}

/// Completes a sign-in of a person with an authenticated link.
pub async fn finish_attendee(
    State(sign_ins): State<Arc<SignIns>>,
    query: Result<Query<CallbackQuery>, Refusal>,
    jar: CookieJar,
) -> Response {
    finish_for(&sign_ins, Audience::Attendees, query, jar).await
}

async fn finish_for(
    sign_ins: &SignIns,
    audience: Audience,
    query: Result<Query<CallbackQuery>, Refusal>,
    jar: CookieJar,
) -> Response {
    let Ok(Query(query)) = query else {
        return redirect_with_failure(sign_ins, audience, SignInFailure::Expired).into_response();
    };
    let state = query.state.as_deref().unwrap_or_default();
    let (jar, pending) = pending_sign_in::take(sign_ins, audience, state, jar);
    let Some(pending) = pending else {
        return redirect_with_failure(sign_ins, audience, SignInFailure::Expired).into_response();
    };
    match signed_in(sign_ins, audience, pending, query, jar.clone()).await {
        Ok((jar, back)) => (jar, Redirect::to(&back)).into_response(),
        Err(what) => (jar, redirect_with_failure(sign_ins, audience, what)).into_response(),
    }
}

/// Verifies the identity and opens a session; returns the path to return to.
async fn signed_in(
    sign_ins: &SignIns,
    audience: Audience,
    pending: PendingSignIn,
    query: CallbackQuery,
    jar: CookieJar,
) -> Result<(CookieJar, String), SignInFailure> {
    if let Some(error) = query.error {
        return Err(failure_of(&error));
    }
    let code = query.code.ok_or(SignInFailure::Refused)?;
    let provider = sign_ins
        .providers
        .of(audience)
        .ok_or(SignInFailure::Unavailable)?;
    let vouched = provider
        .redeem(code, &pending.nonce, pending.pkce_verifier)
        .await?;
    let jar = match audience {
        Audience::Agents => open_session(sign_ins, vouched, jar).await?,
        Audience::Attendees => open_attendee_session(sign_ins, vouched, jar).await?,
    };
    Ok((jar, sign_ins.config.portal_address(&pending.return_to)))
}

/// The failure for an error code of the provider (RFC 6749, 4.1.2.1; OpenID Connect Core 1.0, 3.1.2.6).
fn failure_of(error: &str) -> SignInFailure {
    let code = code_to_log(error);
    tracing::warn!(code, "the identity provider signs nobody in");
    match code.as_str() {
        "server_error" | "temporarily_unavailable" => SignInFailure::Unavailable,
        "invalid_request"
        | "invalid_scope"
        | "unauthorized_client"
        | "unsupported_response_type"
        | "request_not_supported" => SignInFailure::Unusable,
        _ => SignInFailure::Refused,
    }
}

async fn open_session(
    sign_ins: &SignIns,
    vouched: VerifiedIdentity,
    jar: CookieJar,
) -> Result<CookieJar, SignInFailure> {
    let now = sign_ins.clock.now();
    let account = sign_ins
        .store
        .account_of(vouched.identity, sign_ins.random.uuid(now), now)
        .await?;
    // If it fails, it is tried again with the list of rooms.
    let issuer = &sign_ins.config.agents.issuer;
    if let Err(error) = sign_ins
        .store
        .take_delegations(account.id, issuer, now)
        .await
    {
        tracing::error!(%error, "delegations are not taken");
    }
    // Ends the former session of this browser.
    if let Some(former) = cookies::read(&sign_ins.config, &jar, CookieKind::Session) {
        let former = TokenHash::of(former);
        sign_ins.store.close_session(former.clone()).await?;
        sign_ins.streams.end(&former);
    }
    // Always a new token, against session fixation.
    let token = sign_ins.random.token();
    let lasting = sign_ins.config.session_time;
    sign_ins
        .store
        .open_session(
            TokenHash::of(&token),
            account.id,
            vouched.id_token,
            now.plus(lasting),
            now,
        )
        .await?;
    Ok(cookies::set(
        &sign_ins.config,
        jar,
        CookieKind::Session,
        token,
        Some(lasting),
    ))
}

/// The lifetime of an attendee's session; it also ends with the browser, as pupils share machines.
const ATTENDEE_SESSION_LIFETIME: Duration = Duration::from_hours(4);

async fn open_attendee_session(
    sign_ins: &SignIns,
    vouched: VerifiedIdentity,
    jar: CookieJar,
) -> Result<CookieJar, SignInFailure> {
    if let Some(former) = cookies::read(&sign_ins.config, &jar, CookieKind::Attendee) {
        sign_ins
            .store
            .close_attendee_session(TokenHash::of(former))
            .await?;
    }
    let token = sign_ins.random.token();
    let attendee = Attendee {
        person: pseudonym(sign_ins, &vouched.identity),
        name: vouched.identity.name,
    };
    sign_ins
        .store
        .open_attendee_session(
            TokenHash::of(&token),
            attendee,
            vouched.id_token,
            sign_ins.clock.now().plus(ATTENDEE_SESSION_LIFETIME),
        )
        .await?;
    Ok(cookies::set(
        &sign_ins.config,
        jar,
        CookieKind::Attendee,
        token,
        None,
    ))
}

/// A stable pseudonym of a person.
fn pseudonym(sign_ins: &SignIns, identity: &Identity) -> String {
    let person = format!("{}\n{}", identity.issuer, identity.subject);
    signed_token::pseudonym(&sign_ins.keys, person.as_bytes())
}

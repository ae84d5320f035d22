//! `GET /auth/callback` and `GET /auth/attendees/callback`: the browser comes back from an identity
//! provider. Each provider has an address of its own, so that the answer of one cannot be taken for
//! the other's.
//!
//! This is a page that a person looks at, so what goes wrong leads back to the portal, which says
//! it: `?sign-in=expired`, `refused`, `unavailable`, `unusable`, `busy` or `full`, on the home page for agents and on
//! the page of authenticated links for attendees.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use axum_extra::extract::cookie::CookieJar;
use sea_orm::DbErr;
use serde::Deserialize;

use super::cookies::{self, Purpose};
use super::provider::{ProviderError, Vouched, code_to_log};
use super::sign_ins::SignIns;
use crate::seal;
use crate::storage::Failure;
use crate::storage::TokenHash;
use crate::storage::accounts::Identity;
use crate::storage::attendee_sessions::Attendee;
use crate::storage::sign_ins::Audience;
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
    /// The provider answers what cannot be used: its administrators or ours have to look.
    Unusable,
    /// The database does not answer, or fails.
    Busy,
    /// The database has no room left.
    Full,
}

impl From<DbErr> for Trouble {
    fn from(error: DbErr) -> Self {
        tracing::error!(%error, "a sign-in failed");
        match Failure::of(&error) {
            Failure::Full => Self::Full,
            Failure::Busy | Failure::Defect => Self::Busy,
        }
    }
}

impl From<ProviderError> for Trouble {
    fn from(error: ProviderError) -> Self {
        tracing::error!(%error, "a sign-in failed");
        match error {
            ProviderError::Unreachable(_) => Self::Unavailable,
            ProviderError::Refused(_) => Self::Refused,
            ProviderError::Unusable(_) => Self::Unusable,
        }
    }
}

/// Leads back to the portal, which says what happened.
pub(super) fn trouble(sign_ins: &SignIns, audience: Audience, trouble: Trouble) -> Redirect {
    let word = match trouble {
        Trouble::Expired => "expired",
        Trouble::Refused => "refused",
        Trouble::Unavailable => "unavailable",
        Trouble::Unusable => "unusable",
        Trouble::Busy => "busy",
        Trouble::Full => "full",
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

/// Finishes a sign-in of an agent.
pub async fn finish(
    State(sign_ins): State<Arc<SignIns>>,
    query: Result<Query<CallbackQuery>, Refusal>,
    jar: CookieJar,
) -> Response {
    finish_for(&sign_ins, Audience::Agents, query, jar).await
}

/// Finishes a sign-in of somebody who holds an authenticated link.
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
        return trouble(sign_ins, audience, Trouble::Expired).into_response();
    };
    match signed_in(sign_ins, audience, query, jar).await {
        Ok((jar, back)) => (jar, Redirect::to(&back)).into_response(),
        Err(what) => trouble(sign_ins, audience, what).into_response(),
    }
}

/// Finds out who has signed in and opens a session; answers where the person came from.
async fn signed_in(
    sign_ins: &SignIns,
    audience: Audience,
    query: CallbackQuery,
    jar: CookieJar,
) -> Result<(CookieJar, String), Trouble> {
    let browser = cookies::read(&sign_ins.config, &jar, Purpose::SignIn).map(TokenHash::of);
    let state = query.state.as_deref().map(TokenHash::of);
    let (state, browser) = state.zip(browser).ok_or(Trouble::Expired)?;
    let now = sign_ins.clock.now();
    let sign_in = sign_ins
        .store
        .take_sign_in(state, browser, audience, now)
        .await?
        .ok_or(Trouble::Expired)?;
    if let Some(error) = query.error {
        return Err(trouble_of(&error));
    }
    let code = query.code.ok_or(Trouble::Refused)?;
    let provider = sign_ins
        .providers
        .of(audience)
        .ok_or(Trouble::Unavailable)?;
    let vouched = provider
        .redeem(code, &sign_in.nonce, sign_in.pkce_verifier)
        .await?;
    let jar = match audience {
        Audience::Agents => open_session(sign_ins, vouched, jar).await?,
        Audience::Attendees => open_attendee_session(sign_ins, vouched, jar).await?,
    };
    Ok((jar, sign_ins.config.portal_address(&sign_in.return_to)))
}

/// What an error of the provider means for the person (RFC 6749, 4.1.2.1; OpenID Connect Core 1.0, 3.1.2.6).
fn trouble_of(error: &str) -> Trouble {
    let code = code_to_log(error);
    tracing::warn!(code, "the identity provider signs nobody in");
    match code.as_str() {
        "server_error" | "temporarily_unavailable" => Trouble::Unavailable,
        "invalid_request"
        | "invalid_scope"
        | "unauthorized_client"
        | "unsupported_response_type"
        | "request_not_supported" => Trouble::Unusable,
        _ => Trouble::Refused,
    }
}

async fn open_session(
    sign_ins: &SignIns,
    vouched: Vouched,
    jar: CookieJar,
) -> Result<CookieJar, Trouble> {
    let now = sign_ins.clock.now();
    let account = sign_ins
        .store
        .account_of(vouched.identity, sign_ins.random.uuid(now), now)
        .await?;
    // Whoever was signed in before in this browser is no longer.
    if let Some(former) = cookies::read(&sign_ins.config, &jar, Purpose::Session) {
        sign_ins.store.close_session(TokenHash::of(former)).await?;
    }
    // Always a new token: one that was planted beforehand is worth nothing.
    let token = sign_ins.random.token();
    let lasting = sign_ins.config.session_time;
    sign_ins
        .store
        .open_session(
            TokenHash::of(&token),
            account.id,
            vouched.id_token,
            now.plus(lasting),
        )
        .await?;
    Ok(cookies::set(
        &sign_ins.config,
        jar,
        Purpose::Session,
        token,
        Some(lasting),
    ))
}

/// How long somebody who has signed in for an authenticated link may come in without signing in
/// again; at most until the browser is closed, as pupils share machines.
const ATTENDEE_TIME: Duration = Duration::from_hours(4);

async fn open_attendee_session(
    sign_ins: &SignIns,
    vouched: Vouched,
    jar: CookieJar,
) -> Result<CookieJar, Trouble> {
    if let Some(former) = cookies::read(&sign_ins.config, &jar, Purpose::Attendee) {
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
            sign_ins.clock.now().plus(ATTENDEE_TIME),
        )
        .await?;
    Ok(cookies::set(
        &sign_ins.config,
        jar,
        Purpose::Attendee,
        token,
        None,
    ))
}

/// The same for the same person each time, and no word of who it is.
fn pseudonym(sign_ins: &SignIns, identity: &Identity) -> String {
    let person = format!("{}\n{}", identity.issuer, identity.subject);
    seal::pseudonym(&sign_ins.keys, person.as_bytes())
}

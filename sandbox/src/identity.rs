//! Two identity providers: OpenID Connect's authorization code flow with PKCE.
//!
//! People select an account at each sign-in; there is no session, so that tests always get the same page.
//! Sources: OpenID Connect Core and Discovery 1.0, RP-Initiated Logout 1.0, RFC 6749, RFC 7636, RFC 7662,
//! RFC 9207.

mod account;
mod authorize;
mod code;
mod discovery;
mod end_session;
mod introspection;
mod key;
mod provider;
mod request;
mod screen;
mod token;
mod userinfo;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::asset::{CSS, asset};
use crate::config::SandboxConfig;
use provider::Provider;

/// The agents' provider at `/identity`, the attendees' at `/identity-attendees`.
pub(crate) fn router(config: &SandboxConfig, base_url: &str) -> Router {
    let agents = Provider::new(
        config,
        format!("{base_url}/identity"),
        "Identité des agents",
        &account::AGENTS,
    );
    let attendees = Provider::new(
        config,
        format!("{base_url}/identity-attendees"),
        "Identité des participants",
        &account::ATTENDEES,
    );
    Router::new()
        .nest("/identity", routes(agents))
        .nest("/identity-attendees", routes(attendees))
        .route(
            "/identity.css",
            asset(CSS, include_str!("../assets/identity.css")),
        )
}

fn routes(provider: Provider) -> Router {
    Router::new()
        .route(
            "/.well-known/openid-configuration",
            get(discovery::configuration),
        )
        .route("/jwks", get(discovery::keys))
        .route("/authorize", get(authorize::ask))
        .route("/decision", post(authorize::decide))
        .route("/token", post(token::redeem))
        .route("/introspect", post(introspection::introspect))
        .route("/userinfo", get(userinfo::show).post(userinfo::show))
        .route(
            "/end-session",
            get(end_session::end_by_get).post(end_session::end_by_post),
        )
        .with_state(Arc::new(provider))
}

//! HTML pages of the identity provider.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::provider::Provider;
use crate::page::Page;

/// The account selection. `query` is the authorization request as sent.
pub(super) fn accounts(provider: &Provider, query: &str) -> Response {
    let content = html! {
        p { "Démonstration : choisissez qui vous êtes, sans mot de passe." }
        form method="post" action={ (provider.issuer) "/decision?" (query) } {
            ul {
                @for account in provider.accounts {
                    li { button name="account" value=(account.sub) { (account.name()) } }
                }
            }
            button .quiet name="account" value="" { "Refuser" }
        }
    };
    page(provider, "Se connecter", StatusCode::OK, &content)
}

/// The page for a request that cannot be redirected.
pub(super) fn refusal(provider: &Provider, sentence: &str) -> Response {
    let content = html! {
        p { (sentence) }
        p { "Retournez au service d’où vous venez et recommencez." }
    };
    page(
        provider,
        "Connexion impossible",
        StatusCode::BAD_REQUEST,
        &content,
    )
}

/// The page after signing out, if the client names no other.
pub(super) fn signed_out(provider: &Provider) -> Response {
    let content = html! { p { "Vous pouvez fermer cette page." } };
    page(provider, "Vous êtes déconnecté", StatusCode::OK, &content)
}

fn page(provider: &Provider, title: &str, status: StatusCode, content: &Markup) -> Response {
    let body = html! {
        header { p { (provider.name) } }
        main { h1 { (title) } (content) }
    };
    Page {
        title: &format!("{title} – {}", provider.name),
        stylesheet: "/identity.css",
        script: None,
        plugin_origins: &[],
        form_origins: &provider.client.origins(),
        status,
        body,
    }
    .into_response()
}

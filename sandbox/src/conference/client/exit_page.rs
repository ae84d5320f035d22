//! The exit page, shown if the portal names no other address.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use crate::page::Page;

/// The query.
#[derive(Deserialize)]
pub(super) struct ExitQuery {
    /// The errors of `join` as JSON.
    errors: Option<String>,
}

#[derive(Deserialize)]
struct JoinError {
    message: String,
}

/// `GET /html5client/left`
pub(super) async fn show(Query(departure): Query<ExitQuery>) -> Response {
    match departure.errors {
        None => page(
            StatusCode::OK,
            "Vous avez quitté la réunion",
            &html! {
                p { "Vous pouvez fermer cette page." }
            },
        ),
        Some(errors) => {
            // The parameter can be forged: text of another form is not shown.
            let errors: Vec<JoinError> = serde_json::from_str(&errors).unwrap_or_default();
            page(
                StatusCode::OK,
                "Vous n’avez pas pu entrer dans la réunion",
                &html! {
                    @for error in errors { p lang="en" { (error.message) } }
                },
            )
        }
    }
}

/// The response to a session that has ended, is unknown, or belongs to another browser.
pub(super) fn unknown_session() -> Response {
    page(
        StatusCode::FORBIDDEN,
        "Cette session n’est pas ouverte",
        &html! {
            p {
                "La réunion est terminée, ou ce navigateur n’y est pas entré. "
                "Retournez au portail pour entrer de nouveau."
            }
        },
    )
}

fn page(status: StatusCode, title: &str, content: &Markup) -> Response {
    let body = html! {
        main .notice { h1 { (title) } (content) }
    };
    let stylesheet = "/html5client/client.css";
    Page {
        title,
        stylesheet,
        script: None,
        plugin_origins: &[],
        form_origins: &[],
        status,
        body,
    }
    .into_response()
}

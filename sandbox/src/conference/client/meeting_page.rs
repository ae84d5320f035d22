//! The conference page. It is complete without its script, except for presence.
//!
//! Elements that depend on the role are marked `data-by-role`: after a promotion or demotion, the script
//! fetches the page and replaces them.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde_json::{Value, json};

use super::details::Texts;
use super::view::View;
use super::{Session, cookie, details, exit, exit_page, lobby, people};
use crate::conference::Conference;
use crate::conference::meeting::Meeting;
use crate::conference::person::Person;
use crate::conference::plugins::LoadedPlugin;
use crate::page::{Page, origin};

/// `GET /html5client/?sessionToken=…`
pub(super) async fn show(
    State(conference): State<Arc<Conference>>,
    Query(session): Query<Session>,
    headers: HeaderMap,
) -> Response {
    let meetings = conference.meetings();
    let Some((meeting, person)) = meetings.session(&session.token, cookie::read(&headers)) else {
        return exit_page::unknown_session();
    };
    let exit = exit::of(meeting, person, &conference.exit_page);
    let (body, plugin_origins) = if person.is_waiting() {
        (lobby::body(&meeting.plan.name, &session.token), Vec::new())
    } else {
        (body(&conference, meeting, person), plugin_origins(meeting))
    };
    Page {
        title: &meeting.plan.name,
        stylesheet: "/html5client/client.css",
        script: Some("/html5client/client.js"),
        form_origins: origin(exit.as_str()).as_slice(),
        plugin_origins: &plugin_origins,
        status: StatusCode::OK,
        body,
    }
    .into_response()
}

fn loaded_plugins(meeting: &Meeting) -> impl Iterator<Item = (&str, &LoadedPlugin)> {
    meeting
        .plugins
        .iter()
        .filter_map(|plugin| Some((plugin.name.as_str(), plugin.outcome.as_ref().ok()?)))
}

/// The origins of the plug-ins' scripts, without duplicates.
fn plugin_origins(meeting: &Meeting) -> Vec<String> {
    let mut origins: Vec<String> = loaded_plugins(meeting)
        .filter_map(|(_, plugin)| origin(plugin.script.as_str()))
        .collect();
    origins.sort_unstable();
    origins.dedup();
    origins
}

/// The plug-ins for the client's loader.
fn plugins(meeting: &Meeting) -> Value {
    loaded_plugins(meeting)
        .map(|(name, plugin)| json!({ "uuid": plugin.uuid, "name": name, "url": plugin.script.as_str() }))
        .collect()
}

fn body(conference: &Conference, meeting: &Meeting, person: &Person) -> Markup {
    let view = View::of(conference, meeting, person);
    let token = &person.session_token;
    let texts = Texts::of(conference, meeting, person.role);
    let about = json!({
        "name": meeting.plan.name, "meetingId": meeting.internal_id, "loginUrl": null,
    });
    html! {
        (title(&meeting.plan.name))
        main data-session=(token) data-role=(person.role.as_str()) data-you=(json!(view.you))
            data-meeting=(about) data-plugins=(plugins(meeting))
        {
            (you(&view))
            p role="status" id="status" { "Connexion…" }
            p role="status" id="microphone" { "Micro ouvert" }
            noscript { p { "Cette page a besoin de JavaScript pour vous faire entrer." } }
            (details::dialog(&texts, person))
            div id="lobby-place" data-by-role {
                @if view.you.is_moderator() { (people::lobby(&view.waiting, token)) }
            }
            (people::participants(&view, token))
            (actions(&view, token))
        }
    }
}

/// The title like in the real client: a click opens the details.
fn title(meeting_name: &str) -> Markup {
    html! {
        header {
            div id="Navbar" {
                h1 id="presentationTitle" data-test="presentationTitle" {
                    span { (meeting_name) }
                    span aria-hidden="true" {}
                }
            }
        }
    }
}

fn you(view: &View) -> Markup {
    let you_are = if view.you.is_moderator() {
        "Vous êtes modérateur"
    } else {
        "Vous êtes participant"
    };
    html! {
        p .you id="you" data-by-role { (you_are) }
    }
}

fn actions(view: &View, session_token: &str) -> Markup {
    html! {
        div .actions {
            (action("leave", "Quitter", session_token))
            div id="end-place" data-by-role {
                @if view.you.is_moderator() {
                    (action("end", "Terminer la réunion", session_token))
                }
            }
            button type="button" id="fullscreen" { "Plein écran" }
            button type="button" id="theme" { "Thème clair" }
        }
    }
}

fn action(path: &str, label: &str, session_token: &str) -> Markup {
    html! {
        form method="post" action={ "/html5client/" (path) } {
            input type="hidden" name="sessionToken" value=(session_token);
            button .(path) { (label) }
        }
    }
}

//! What plug-ins read of a meeting's texts: by role, at each moment, from the person's own connection.

use reqwest::Client;
use serde_json::{Value, json};

use crate::conference_page::{Conference, EventStream};
use crate::plugin_host::{PluginHost, manifest};
use crate::portal::{Portal, browser};

/// The first view in which the texts are as `holds` says.
async fn texts(events: &mut EventStream, holds: impl Fn(&Value) -> bool) -> Value {
    let view = events.view_that(|view| holds(&view["texts"])).await;
    view["texts"].clone()
}

async fn enter(portal: &Portal, browser: &Client, name: &str, role: &str) -> Conference {
    portal.join_as(browser, name, role).await
}

#[tokio::test]
async fn promotion_and_demotion_change_what_may_be_read_at_once() {
    let portal = Portal::start().await;
    portal
        .create(&[
            ("welcome", "Bonjour"),
            ("moderatorOnlyMessage", "Code <p>411</p>"),
        ])
        .await;
    let alix = enter(&portal, &browser(), "Alix", "MODERATOR").await;
    let noe = enter(&portal, &browser(), "Noé", "VIEWER").await;
    let mut alix_events = alix.connect().await;
    let mut events = noe.connect().await;
    let first = events.view_that(|_| true).await;
    assert_eq!(
        first["texts"],
        json!({ "welcome": "Bonjour", "for_moderators": null })
    );
    let moderators = json!({ "welcome": "Bonjour", "for_moderators": "Code 411" });
    assert_eq!(alix_events.view_that(|_| true).await["texts"], moderators);
    let user_id = first["you"]["user_id"].as_str().expect("an id");
    for (role, message) in [("MODERATOR", json!("Code 411")), ("VIEWER", json!(null))] {
        alix.press("role", &[("user_id", user_id), ("role", role)])
            .await;
        texts(&mut events, |texts| texts["for_moderators"] == message).await;
    }
}

#[tokio::test]
async fn a_switch_refuses_the_texts_of_one_meeting() {
    let portal = Portal::start().await;
    portal.create(&[]).await;
    let alix = enter(&portal, &portal.browser, "Alix", "MODERATOR").await;
    let mut events = alix.connect().await;
    texts(&mut events, Value::is_object).await;
    let switch = async |meeting: &str, refused: bool| {
        let body = json!({ "meeting_id": meeting, "refused": refused });
        let url = portal.url("/_sandbox/plugin-texts");
        let request = portal.browser.post(url).json(&body);
        request.send().await.expect("an answer").status()
    };
    assert_eq!(switch("conseil", true).await, 204);
    texts(&mut events, Value::is_null).await;
    assert_eq!(switch("conseil", false).await, 204);
    texts(&mut events, Value::is_object).await;
    assert_eq!(switch("unknown", true).await, 404);
}

#[tokio::test]
async fn nothing_serves_a_plug_in_s_own_data_sources() {
    let sources = json!([{
        "name": "details", "url": "ORIGIN/data", "fetchMode": "onDemand", "permissions": ["moderator"],
    }]);
    let host = PluginHost::start(&manifest(&json!({ "remoteDataSources": sources }))).await;
    let portal = Portal::start().await;
    host.create(&portal, &[]).await;
    let page = enter(&portal, &portal.browser, "Alix", "MODERATOR").await;
    let url = portal.url("/api/plugin/Overlay/details/");
    let request = portal
        .browser
        .get(url)
        .header("x-session-token", &page.session_token);
    assert_eq!(request.send().await.expect("an answer").status(), 404);
}

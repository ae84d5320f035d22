//! Data sources of plug-ins: whom the server lets read them, and how often it asks for them.

use reqwest::{Client, Response};
use serde_json::{Value, json};

use crate::conference_page::Conference;
use crate::plugin_host::{PluginHost, manifest};
use crate::portal::{Portal, browser};

/// A host whose plug-in has a source for moderators, one for all, one that is read once, and one
/// that leads nowhere.
async fn host() -> PluginHost {
    let source = |name: &str, url: &str, mode: &str, permission: &str| json!({ "name": name, "url": url, "fetchMode": mode, "permissions": [permission] });
    let sources = json!([
        source("details", "ORIGIN/data", "onDemand", "moderator"),
        source("news", "ORIGIN/data", "onDemand", "viewer"),
        source("start", "ORIGIN/data", "onMeetingCreate", "presenter"),
        source("relative", "data", "onDemand", "all"),
    ]);
    PluginHost::start(&manifest(&json!({ "remoteDataSources": sources }))).await
}

/// A meeting with the plug-in, a moderator and a viewer in it.
struct Scene {
    portal: Portal,
    moderator: Person,
    viewer: Person,
}

struct Person {
    browser: Client,
    page: Conference,
}

impl Scene {
    async fn start() -> Self {
        let (portal, host) = (Portal::start().await, host().await);
        host.create(&portal, &[]).await;
        let enter = async |name, role| {
            let browser = browser();
            let page = portal.join_as(&browser, name, role).await;
            Person { browser, page }
        };
        Self {
            moderator: enter("Alix", "MODERATOR").await,
            viewer: enter("Noé", "VIEWER").await,
            portal,
        }
    }

    async fn read(&self, person: &Person, source: &str) -> Response {
        let url = self.portal.url(&format!("/api/plugin/{source}/"));
        let token = &person.page.session_token;
        let request = person.browser.get(url).header("x-session-token", token);
        request.send().await.expect("an answer")
    }

    async fn check(&self, person: &Person, source: &str, status: u16) {
        let answer = self.read(person, source).await;
        assert_eq!(answer.status(), status, "{source}");
        assert_eq!(answer.headers()["cache-control"], "no-store");
    }

    /// The `user_id` of the viewer, as the moderator's page knows it.
    async fn viewer_id(&self) -> String {
        let mut events = self.viewer.page.connect().await;
        let view: Value = serde_json::from_str(&events.next("people").await).expect("JSON");
        view["you"]["user_id"].as_str().expect("an id").to_owned()
    }
}

#[tokio::test]
async fn moderators_read_what_is_theirs_and_viewers_do_not() {
    let scene = Scene::start().await;
    let answer = scene.read(&scene.moderator, "Overlay/details").await;
    assert_eq!(answer.status(), 202);
    assert_eq!(answer.headers()["content-type"], "application/json");
    assert_eq!(answer.headers()["cache-control"], "no-store");
    scene.check(&scene.viewer, "Overlay/details", 403).await;
    scene.check(&scene.viewer, "Overlay/start", 403).await;
    scene.check(&scene.viewer, "Overlay/news", 202).await;
}

#[tokio::test]
async fn a_source_on_demand_is_asked_each_time_and_the_other_once() {
    let scene = Scene::start().await;
    let read = async |source| {
        let answer = scene.read(&scene.moderator, source).await;
        answer.text().await.expect("text")
    };
    let first = read("Overlay/details").await;
    assert_ne!(read("Overlay/details").await, first);
    let start = read("Overlay/start").await;
    assert_eq!(start, "{\"reads\":1}");
    assert_eq!(read("Overlay/start").await, start);
}

#[tokio::test]
async fn unknown_sessions_are_asked_who_they_are_before_anything_else() {
    let scene = Scene::start().await;
    let url = |path: &str| scene.portal.url(&format!("/api/plugin/{path}/"));
    for path in ["Overlay/details", "Unknown/details"] {
        let answer = scene.portal.get(&url(path)).await;
        assert_eq!(answer.status(), 401, "{path}");
    }
    // The token alone is not enough: the cookie is another browser's.
    let request = scene.viewer.browser.get(url("Overlay/details"));
    let token = &scene.moderator.page.session_token;
    let stolen = request.header("x-session-token", token).send().await;
    assert_eq!(stolen.expect("an answer").status(), 401);
}

#[tokio::test]
async fn what_is_not_there_is_not_found_and_what_cannot_be_reached_is_a_bad_gateway() {
    let scene = Scene::start().await;
    for source in ["Unknown/details", "Overlay/unknown"] {
        scene.check(&scene.moderator, source, 404).await;
    }
    scene.check(&scene.moderator, "Overlay/relative", 502).await;
}

#[tokio::test]
async fn a_promotion_opens_the_source_and_a_demotion_closes_it() {
    let scene = Scene::start().await;
    let viewer = scene.viewer_id().await;
    for (role, status) in [("MODERATOR", 202), ("VIEWER", 403)] {
        let change = [("user_id", viewer.as_str()), ("role", role)];
        let answer = scene.moderator.page.press("role", &change).await;
        assert!(answer.status().is_redirection());
        scene.check(&scene.viewer, "Overlay/details", status).await;
    }
}

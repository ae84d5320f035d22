//! Promotion and demotion, and what the page shows of roles.

use serde_json::Value;

use crate::conference_page::{Conference, EventStream};
use crate::portal::{Portal, browser, location};

/// A meeting with Alix, moderator, and Noé, viewer, both in.
struct Scene {
    portal: Portal,
    alix: Conference,
    noe: Conference,
    noe_id: String,
    noe_events: EventStream,
    alix_events: EventStream,
}

impl Scene {
    async fn start() -> Self {
        let portal = Portal::start().await;
        portal
            .create(&[
                ("moderatorOnlyMessage", "Code 411"),
                ("logoutURL", "http://portal.test/after"),
            ])
            .await;
        let alix = portal.join_as(&browser(), "Alix", "MODERATOR").await;
        let noe = portal.join_as(&browser(), "Noé", "VIEWER").await;
        let alix_events = alix.connect().await;
        let mut noe_events = noe.connect().await;
        let seen = noe_events.view_that(|_| true).await;
        let noe_id = seen["you"]["user_id"].as_str().expect("an id").to_owned();
        Self {
            portal,
            alix,
            noe,
            noe_id,
            noe_events,
            alix_events,
        }
    }

    /// What is answered when `by` gives Noé that role.
    async fn change(&self, by: &Conference, role: &str) -> u16 {
        let change = [("user_id", self.noe_id.as_str()), ("role", role)];
        by.press("role", &change).await.status().as_u16()
    }
}

#[tokio::test]
async fn a_promotion_reaches_the_page_the_api_and_the_tests() {
    let mut scene = Scene::start().await;
    assert_eq!(scene.change(&scene.alix, "MODERATOR").await, 303);
    let is_moderator = |view: &Value| view["you"]["role"] == "MODERATOR";
    let you = scene.noe_events.view_that(is_moderator).await["you"].clone();
    // Alix came first, and keeps the presentation.
    assert_eq!(you["presenter"], false);
    assert_eq!(you["name"], "Noé");
    let seen = scene.portal.seen().await;
    assert_eq!(seen["participants"][1]["role"], "MODERATOR");
    let info = scene
        .portal
        .call("getMeetingInfo", &[("meetingID", "conseil")]);
    assert_eq!(info.await.get("moderatorCount"), "2");
    let html = scene.noe.html().await;
    for text in ["Vous êtes modérateur", "Terminer la réunion", "Code 411"] {
        assert!(html.contains(text), "{text}: {html}");
    }
}

#[tokio::test]
async fn a_demotion_takes_back_what_moderators_may() {
    let scene = Scene::start().await;
    scene.change(&scene.alix, "MODERATOR").await;
    assert_eq!(scene.change(&scene.alix, "VIEWER").await, 303);
    let html = scene.noe.html().await;
    assert!(html.contains("Vous êtes participant"), "{html}");
    for text in ["Terminer la réunion", "Code 411", "Rétrograder"] {
        assert!(!html.contains(text), "{text}: {html}");
    }
    assert_eq!(scene.noe.press("end", &[]).await.status(), 403);
}

#[tokio::test]
async fn only_moderators_change_roles_to_roles_that_exist_of_people_who_are_there() {
    let scene = Scene::start().await;
    assert_eq!(scene.change(&scene.noe, "MODERATOR").await, 403);
    assert_eq!(scene.change(&scene.alix, "OWNER").await, 400);
    let nobody = [("user_id", "w_nobody"), ("role", "MODERATOR")];
    assert_eq!(scene.alix.press("role", &nobody).await.status(), 404);
    let seen = scene.portal.seen().await;
    assert_eq!(seen["participants"][1]["role"], "VIEWER");
}

#[tokio::test]
async fn moderators_see_a_button_for_each_other_person_and_viewers_see_none() {
    let mut scene = Scene::start().await;
    let two_are_in = |view: &Value| !view["participants"][1].is_null();
    scene.alix_events.view_that(two_are_in).await;
    let html = scene.alix.html().await;
    assert!(html.contains("<button>Promouvoir Noé</button>"), "{html}");
    assert!(!html.contains("Rétrograder"), "{html}");
    let html = scene.noe.html().await;
    assert!(!html.contains("/html5client/role"), "{html}");
    scene.change(&scene.alix, "MODERATOR").await;
    let html = scene.noe.html().await;
    assert!(html.contains("<button>Rétrograder Alix</button>"), "{html}");
}

#[tokio::test]
async fn leaving_and_ending_are_as_before_for_someone_promoted() {
    let scene = Scene::start().await;
    scene.change(&scene.alix, "MODERATOR").await;
    let left = scene.alix.press("leave", &[]).await;
    assert_eq!(location(&left), "http://portal.test/after");
    let ended = scene.noe.press("end", &[]).await;
    assert_eq!(location(&ended), "http://portal.test/after");
    scene.portal.wait_until_gone().await;
}

#[tokio::test]
async fn the_details_open_on_join_unless_join_says_otherwise() {
    let scene = Scene::start().await;
    let html = scene.noe.html().await;
    let dialog = "<dialog id=\"details\" aria-label=\"Informations de la réunion\"";
    assert!(
        html.contains(&format!("{dialog} data-on-join=\"true\">")),
        "{html}"
    );
    let browser = browser();
    let parameters = [
        ("fullName", "Zoé"),
        ("role", "VIEWER"),
        ("userdata-bbb_show_session_details_on_join", "false"),
    ];
    let joined = scene.portal.join(&browser, &parameters).await;
    let html = Conference::of(&scene.portal, &browser, &joined)
        .html()
        .await;
    assert!(
        html.contains(&format!("{dialog} data-on-join=\"false\">")),
        "{html}"
    );
}

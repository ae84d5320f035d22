//! Guests: who waits, who lets them in, who is sent away.

use parvis_sandbox::SandboxConfig;
use serde_json::Value;

use crate::portal::{Portal, Xml, browser, config, location, refusal};

#[tokio::test]
async fn a_guest_waits_until_a_moderator_lets_them_in() {
    let portal = Portal::start().await;
    portal.create(&[("guestPolicy", "ASK_MODERATOR")]).await;
    let (alix, noe) = (browser(), browser());
    let alix_page = portal.join_as(&alix, "Alix", "MODERATOR").await;
    let noe_page = portal.join_as(&noe, "Noé", "VIEWER").await;
    assert!(noe_page.html().await.contains("salle d’attente"));
    let mut alix_events = alix_page.connect().await;
    let mut noe_events = noe_page.connect().await;
    let view: Value = serde_json::from_str(&alix_events.next("people").await).expect("JSON");
    assert_eq!(view["participants"].as_array().map(Vec::len), Some(1));
    let waiting = view["waiting"][0]["user_id"]
        .as_str()
        .expect("someone waits");

    // Whoever waits cannot let themselves in.
    assert_eq!(
        noe_page
            .press("admit", &[("user_id", waiting)])
            .await
            .status(),
        403
    );
    alix_page.press("admit", &[("user_id", waiting)]).await;
    noe_events.next("admitted").await;
    let _noe_in = noe_page.connect().await;
    let seen = portal.seen().await;
    assert_eq!(seen["participants"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn without_authenticated_guest_only_declared_guests_wait() {
    let portal = Portal::start_with(SandboxConfig {
        authenticated_guest: false,
        ..config()
    })
    .await;
    portal.create(&[("guestPolicy", "ASK_MODERATOR")]).await;
    let status = async |guest: &[(&str, &str)]| {
        let mut pairs = vec![
            ("fullName", "Noé"),
            ("role", "VIEWER"),
            ("redirect", "false"),
        ];
        pairs.extend(guest);
        let response = portal.join(&portal.browser, &pairs).await;
        Xml(response.text().await.expect("text"))
            .get("guestStatus")
            .to_owned()
    };
    assert_eq!(status(&[]).await, "ALLOW");
    assert_eq!(status(&[("guest", "true")]).await, "WAIT");
}

#[tokio::test]
async fn a_meeting_that_denies_guests_says_so() {
    let portal = Portal::start().await;
    portal.create(&[("guestPolicy", "ALWAYS_DENY")]).await;
    let response = portal
        .join(&portal.browser, &[("fullName", "Noé"), ("role", "VIEWER")])
        .await;
    assert_eq!(refusal(&location(&response)), "guestDeniedAccess");
}

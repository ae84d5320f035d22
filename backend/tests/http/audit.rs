//! The audit trail, and the command that prints it.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Portal, address};

/// The events of the last `days` days.
pub async fn events(portal: &Portal, days: u32) -> Vec<Value> {
    let mut out = Vec::new();
    portal
        .app
        .print_audit_trail(days, &mut out)
        .await
        .expect("printed");
    let text = String::from_utf8(out).expect("UTF-8");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("an object"))
        .collect()
}

/// Action and detail of each event.
fn facts(events: &[Value]) -> Value {
    events
        .iter()
        .map(|event| json!([event["action"], event["detail"]]))
        .collect()
}

#[tokio::test]
async fn sign_ins_renewals_deletions_and_administration_are_recorded_by_identifiers_alone() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Dossier secret").await;
    for what in ["moderator", "attendee", "authenticated", "code", "pin"] {
        let path = format!("{}/invitation/{what}/renew", address(&room));
        assert_eq!(alix.send(Method::POST, &path).await.status, 200, "{what}");
    }
    alix.send(Method::DELETE, &address(&room)).await;
    let restore = format!("{}/restore", address(&room));
    alix.send(Method::POST, &restore).await;
    let trail = events(&portal, 1).await;
    assert_eq!(
        facts(&trail),
        json!([
            ["signed-in", null],
            ["renewed", "moderator link"],
            ["renewed", "attendee link"],
            ["renewed", "authenticated link"],
            ["renewed", "code"],
            ["renewed", "PIN"],
            ["room-deleted", null],
            ["room-restored", null],
        ])
    );
    for event in &trail[1..] {
        assert_eq!(event["room"], room.id.to_string());
        assert_eq!(event["account"], trail[0]["account"]);
        assert_eq!(event["at"], "2026-02-12T09:30:00Z");
    }
    let text = Value::from(trail).to_string();
    for secret in ["Alix", "Dossier"] {
        assert!(!text.contains(secret), "{text}");
    }
}

#[tokio::test]
async fn what_is_refused_is_not_recorded() {
    let portal = Portal::start().await;
    let [alix, camille] = [
        portal.signed_in("Alix").await,
        portal.signed_in("Camille").await,
    ];
    let room = alix.create_room("Une").await;
    let before = events(&portal, 1).await;
    let path = format!("{}/invitation/code/renew", address(&room));
    camille.send(Method::POST, &path).await;
    camille.send(Method::DELETE, &address(&room)).await;
    assert_eq!(events(&portal, 1).await, before);
}

#[tokio::test]
async fn events_are_kept_for_the_configured_time() {
    let portal = Portal::builder()
        .variable("PARVIS_AUDIT_DAYS", "2")
        .start()
        .await;
    portal.signed_in("Alix").await;
    portal.pass(Duration::from_hours(47));
    portal.keep_house().await;
    portal.signed_in("Camille").await;
    assert_eq!(events(&portal, 1).await.len(), 1);
    assert_eq!(events(&portal, 3).await.len(), 2);
    portal.pass(Duration::from_hours(2));
    portal.keep_house().await;
    assert_eq!(events(&portal, 3).await.len(), 1);
}

//! Signing out at identity providers, which may be slow.

use std::time::Duration;

use serde_json::{Value, json};

use super::{name, portal};
use crate::support::Provider;

#[tokio::test]
async fn signing_out_hands_the_token_and_a_state_back_and_waits_for_no_provider() {
    let provider = Provider::start().await;
    provider.behaviour().id_token = json!({ "name": "Alix" });
    let portal = portal(&provider, &[]).await;
    let alix = portal.visitor();
    provider.sign_in(&alix).await;
    let next: Value = alix.post("/auth/sign-out", json!({})).await.json();
    let next = next["next"].as_str().expect("an address");
    for parameter in [
        "id_token_hint=ey",
        "client_id=parvis",
        "post_logout_redirect_uri=",
        "state=",
    ] {
        assert!(next.contains(parameter), "{parameter}: {next}");
    }
    // Longer than addresses may be: it is not kept.
    provider.behaviour().id_token = json!({ "name": "Alix", "groups": "x".repeat(20_000) });
    provider.sign_in(&alix).await;
    assert!(portal.database_text().await.len() < 20_000, "it is kept");
    assert_eq!(name(&alix).await.as_deref(), Some("Alix"));
    // The description has grown old, and the provider takes its time.
    portal.pass(Duration::from_hours(3));
    provider.behaviour().delay = Duration::from_secs(30);
    let next: Value = alix.post("/auth/sign-out", json!({})).await.json();
    let next = next["next"].as_str().expect("an address");
    assert!(!next.contains("id_token_hint"), "{next}");
    assert!(
        next.starts_with(&format!("{}/end?", provider.issuer)),
        "{next}"
    );
}

#[tokio::test]
async fn signing_out_on_a_node_that_does_not_know_the_provider_yet_waits_for_no_provider() {
    let provider = Provider::start().await;
    provider.behaviour().id_token = json!({ "name": "Alix" });
    let portal = portal(&provider, &[]).await;
    let alix = portal.visitor();
    provider.sign_in(&alix).await;
    let node = portal.another_node().await;
    provider.behaviour().delay = Duration::from_secs(5);
    let began = std::time::Instant::now();
    let next: Value = alix
        .post(&format!("{node}/auth/sign-out"), json!({}))
        .await
        .json();
    assert!(
        began.elapsed() < Duration::from_secs(4),
        "{:?}",
        began.elapsed()
    );
    // Who may be signed in there still is told so.
    let told = format!("{}/?sign-out=incomplete", portal.origin);
    assert_eq!(next["next"], told);
}

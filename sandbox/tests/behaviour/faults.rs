//! The switch that makes the API fail, and what stays up meanwhile.

use std::time::Duration;

use parvis_sandbox::Fault;
use serde_json::json;

use crate::portal::{Portal, Xml};

#[tokio::test]
async fn the_api_fails_as_it_is_told_and_recovers() {
    let portal = Portal::start().await;
    let url = portal.call_url("getMeetings", &[]);

    portal.sandbox.set_fault(Fault::Refuse);
    let refused = portal.get(&url).await.text().await.expect("text");
    Xml(refused).check_refused("apiNotEnabled");

    portal.sandbox.set_fault(Fault::Error);
    assert_eq!(portal.get(&url).await.status(), 500);

    portal.sandbox.set_fault(Fault::Hang);
    let patience = Duration::from_millis(200);
    let error = portal
        .browser
        .get(&url)
        .timeout(patience)
        .send()
        .await
        .expect_err("no answer");
    assert!(error.is_timeout(), "{error}");
    assert_eq!(portal.get(&portal.url("/healthz")).await.status(), 200);

    portal.sandbox.set_fault(Fault::None);
    portal.call("getMeetings", &[]).await.check_success();
}

#[tokio::test]
async fn the_switch_is_reached_over_http_as_well() {
    let portal = Portal::start().await;
    let switch = async |mode: &str| {
        let request = portal.browser.post(portal.url("/_sandbox/fault"));
        request
            .json(&json!({ "mode": mode }))
            .send()
            .await
            .expect("an answer")
            .status()
    };
    assert_eq!(switch("error").await, 204);
    assert_eq!(
        portal
            .get(&portal.call_url("getMeetings", &[]))
            .await
            .status(),
        500
    );
    assert_eq!(switch("none").await, 204);
    portal.call("getMeetings", &[]).await.check_success();
    assert_eq!(switch("sometimes").await, 422);
}

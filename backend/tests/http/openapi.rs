//! `GET /api/v1/openapi.json`, and its snapshot in the repository.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::Portal;

const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/openapi.json");

#[tokio::test]
async fn no_two_operations_have_one_identifier() {
    let portal = Portal::start().await;
    let served: Value = portal.visitor().get("/api/v1/openapi.json").await.json();
    let paths = served["paths"].as_object().expect("paths");
    let operations = paths
        .values()
        .flat_map(|path| path.as_object().expect("methods").values());
    let identifiers: Vec<&str> = operations
        .map(|operation| operation["operationId"].as_str().expect("an identifier"))
        .collect();
    let different: BTreeSet<&str> = identifiers.iter().copied().collect();
    assert!(different.len() > 10);
    assert_eq!(different.len(), identifiers.len(), "{identifiers:?}");
}

#[tokio::test]
async fn the_api_is_as_the_snapshot_says() {
    let portal = Portal::start().await;
    let served: Value = portal.visitor().get("/api/v1/openapi.json").await.json();
    let kept = std::fs::read_to_string(SNAPSHOT).expect("docs/openapi.json");
    let kept: Value = serde_json::from_str(&kept).expect("JSON");
    // Not `assert_eq!`, which would print both documents.
    assert!(
        served == kept,
        "run `make openapi` when the change is meant"
    );
}

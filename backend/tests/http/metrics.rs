//! `GET /metrics`, on a listener of its own.

use std::collections::HashMap;

use reqwest::Method;
use tokio::net::TcpListener;

use crate::support::{Portal, address, eventually};

/// The samples of a text in the format of Prometheus.
fn samples(text: &str) -> HashMap<&str, f64> {
    let lines = text
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let (name, value) = line.rsplit_once(' ').expect("a sample");
            (name, value.parse().expect("a number"))
        })
        .collect()
}

#[tokio::test]
async fn metrics_count_requests_calls_and_connections_and_name_nobody() {
    let free = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let listen = free.local_addr().expect("an address").to_string();
    drop(free);
    let portal = Portal::builder()
        .variable("PARVIS_METRICS_LISTEN", &listen)
        .start()
        .await;
    portal.catch_up();
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let process = portal.process().await;
    let origin = process.origin.replace("127.0.0.1", "localhost");
    let path = format!("{origin}{}", address(&room));
    let launch = alix.bare(Method::POST, &format!("{path}/launch"));
    launch
        .header("origin", &portal.origin)
        .send()
        .await
        .expect("launched");
    let stream = alix.bare(Method::GET, &format!("{origin}/api/v1/events"));
    let stream = stream.send().await.expect("a stream");
    let metrics = eventually("the metrics", async || {
        let answer = reqwest::get(format!("http://{listen}/metrics"))
            .await
            .ok()?;
        answer.text().await.ok()
    })
    .await;
    let found = samples(&metrics);
    let launches = r#"parvis_http_requests_total{method="POST",route="/api/v1/rooms/{id}/launch",status="200"}"#;
    assert_eq!(found.get(launches), Some(&1.0), "{metrics}");
    let calls = r#"parvis_calls_total{server="conference",call="create",outcome="ok"}"#;
    assert_eq!(found.get(calls), Some(&1.0), "{metrics}");
    assert_eq!(found.get("parvis_streams"), Some(&1.0), "{metrics}");
    assert!(found["parvis_connections"] >= 1.0, "{metrics}");
    assert!(found["process_resident_memory_bytes"] > 1e6, "{metrics}");
    for secret in [&*room.id.to_string(), &moderator, "Alix", "Conseil"] {
        assert!(!metrics.contains(secret), "{secret}");
    }
    drop(stream);
    // It is not on the listener that everybody reaches.
    let answer = reqwest::get(format!("{origin}/metrics"))
        .await
        .expect("an answer");
    assert_eq!(answer.status(), 404);
}

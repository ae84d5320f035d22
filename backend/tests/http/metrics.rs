//! `GET /metrics`, on a listener of its own.

use std::collections::HashMap;
use std::time::Duration;

use reqwest::Method;
use tokio::net::TcpListener;

use crate::support::{MailServer, Portal, address, eventually};

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

/// An address that nobody listens on.
async fn free_address() -> String {
    let free = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    free.local_addr().expect("an address").to_string()
}

/// What is exported at `listen`, once it is.
async fn exported(listen: &str) -> String {
    eventually("the metrics", async || {
        let answer = reqwest::get(format!("http://{listen}/metrics")).await;
        answer.ok()?.text().await.ok()
    })
    .await
}

#[tokio::test]
async fn metrics_count_requests_calls_and_connections_and_name_nobody() {
    let listen = free_address().await;
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
    let metrics = exported(&listen).await;
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

#[tokio::test]
async fn metrics_tell_the_limits_that_hold_the_mails_that_wait_and_what_providers_are_asked() {
    let listen = free_address().await;
    let portal = Portal::builder()
        .mail_server(&MailServer::nowhere().await)
        .variable("PARVIS_METRICS_LISTEN", &listen)
        .variable("PARVIS_MAX_CONNECTIONS", "30")
        .variable("PARVIS_MAX_CONNECTIONS_PER_ADDRESS", "20")
        .start()
        .await;
    portal.catch_up();
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    portal.turn_back(Duration::from_hours(1));
    portal.recording_ready(&room, "one").await;
    portal.turn_back(Duration::from_hours(1));
    portal.recording_ready(&room, "two").await;
    let process = portal.process().await;
    let sign_in = format!("{}/auth/sign-in", process.origin);
    let leads = alix.bare(Method::GET, &sign_in).send().await;
    assert!(leads.expect("an answer").status().is_redirection());
    let metrics = eventually("the count of mails", async || {
        let metrics = exported(&listen).await;
        let is_counted = metrics.contains("parvis_oldest_mail_seconds");
        is_counted.then_some(metrics)
    })
    .await;
    let found = samples(&metrics);
    for (name, value) in [
        ("parvis_max_connections", 30.0),
        ("parvis_max_connections_per_address", 20.0),
        ("parvis_max_streams", 24.0),
        ("parvis_mails_waiting", 2.0),
    ] {
        assert_eq!(found.get(name), Some(&value), "{name}: {metrics}");
    }
    // The first mail that was written is an hour old, the second two: identifiers go by the clock.
    let age = found["parvis_oldest_mail_seconds"];
    assert!((7_200.0..7_500.0).contains(&age), "{age}");
    assert!(found["process_max_fds"] > 256.0, "{metrics}");
    for endpoint in ["discovery", "keys"] {
        let calls =
            format!("parvis_calls_total{{server=\"provider\",call=\"{endpoint}\",outcome=\"ok\"}}");
        assert_eq!(found.get(&*calls), Some(&1.0), "{endpoint}: {metrics}");
    }
}

#[tokio::test]
async fn the_limit_of_descriptors_is_raised_and_connections_are_bounded_by_it() {
    let listen = free_address().await;
    let portal = Portal::builder()
        .variable("PARVIS_METRICS_LISTEN", &listen)
        .start()
        .await;
    for (limit, is_as_expected) in [
        // It may be raised again.
        ("ulimit -S -n 300", (|most| most > 44.0) as fn(f64) -> bool),
        ("ulimit -n 300", |most| (43.5..44.5).contains(&most)),
    ] {
        let _process = portal.process_after(limit).await;
        let metrics = exported(&listen).await;
        let most = samples(&metrics)["parvis_max_connections"];
        assert!(is_as_expected(most), "{limit}: {most}");
    }
}

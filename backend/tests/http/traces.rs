//! Traces, as a collector gets them.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::routing::post;
use reqwest::Method;
use tokio::net::TcpListener;

use crate::support::{Portal, address, eventually};

#[tokio::test]
async fn traces_tell_requests_and_the_calls_within_them_and_name_nobody() {
    let received: Arc<Mutex<Vec<u8>>> = Arc::default();
    let collector = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let endpoint = collector.local_addr().expect("an address");
    let kept = Arc::clone(&received);
    let keep = move |body: Bytes| async move {
        kept.lock().expect("not poisoned").extend_from_slice(&body);
    };
    let router = Router::new().route("/v1/traces", post(keep));
    tokio::spawn(axum::serve(collector, router).into_future());

    let portal = Portal::builder()
        .variable("PARVIS_OTLP_ENDPOINT", &format!("http://{endpoint}/"))
        .variable("OTEL_BSP_SCHEDULE_DELAY", "100")
        .start()
        .await;
    portal.catch_up();
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let process = portal.process().await;
    let origin = process.origin.replace("127.0.0.1", "localhost");
    let launch = format!("{origin}{}/launch", address(&room));
    let launch = alix.bare(Method::POST, &launch);
    let answer = launch.header("origin", &portal.origin).send().await;
    assert_eq!(answer.expect("an answer").status(), 200);
    // Texts are plain in the format.
    let traces = eventually("the trace of the request", async || {
        let received = received.lock().expect("not poisoned");
        let traces = String::from_utf8_lossy(&received).into_owned();
        traces
            .contains("POST /api/v1/rooms/{id}/launch")
            .then_some(traces)
    })
    .await;
    for told in [
        "parvis-backend",
        "conference create",
        "http.response.status_code",
    ] {
        assert!(traces.contains(told), "{told}: {traces}");
    }
    for secret in [&*room.id.to_string(), "Alix", "Conseil", "checksum"] {
        assert!(!traces.contains(secret), "{secret}: {traces}");
    }
}

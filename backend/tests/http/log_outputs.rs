//! Logging failures and panics in middleware: every request still gets a response.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use parvis_backend::random::Random;
use parvis_contract::problem::{Problem, ProblemKind};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{Answer, Portal};

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_log_on_a_full_disk_fails_no_request() {
    let portal = Portal::start().await;
    portal.catch_up();
    let alix = portal.visitor();
    let cookie = alix.session_cookie("Alix").await;
    let process = portal.process_with_full_outputs().await;
    let rooms = format!("{}/api/v1/rooms", process.origin);
    for _ in 0..5 {
        let create = alix
            .request(Method::POST, &rooms)
            .header("cookie", &cookie)
            .json(&json!({ "name": "Une" }));
        assert_eq!(Answer::of(create).await.status, StatusCode::CREATED);
        // What is refused is logged as an error.
        alix.get(&format!("{}/nothing", process.origin))
            .await
            .assert_problem(ProblemKind::NotFound);
    }
}

#[tokio::test]
async fn a_panic_outside_of_the_handlers_is_answered_too() {
    let fails = Arc::new(AtomicBool::new(false));
    let random = {
        let (fails, system) = (Arc::clone(&fails), Random::system());
        Random::from_fn(move |bytes| {
            assert!(!fails.load(Ordering::Relaxed), "no random numbers");
            let some: [u8; 64] = system.bytes();
            bytes.copy_from_slice(&some[..bytes.len()]);
        })
    };
    let portal = Portal::builder().random(random).start().await;
    // Each request is given an identifier, outside of what its handler is run in.
    fails.store(true, Ordering::Relaxed);
    let answer = portal.visitor().get("/healthz").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem: Problem = serde_json::from_str(&answer.body).expect("a problem");
    assert_eq!(problem.kind, ProblemKind::Internal);
}

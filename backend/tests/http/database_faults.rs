//! A database that others keep busy, or that fails.

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomPage;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::Portal;

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_database_is_unavailable_and_no_defect() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let held = portal.hold_database().await;
    let create = || alix.post("/api/v1/rooms", json!({ "name": "Une" }));
    create().await.assert_problem(ProblemKind::Unavailable);
    // It can still be read, but it takes no write.
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(rooms.total, 0);
    let unready = portal.visitor().get("/readyz").await;
    assert_eq!(unready.status, StatusCode::SERVICE_UNAVAILABLE);
    drop(held);
    let ready = portal.becomes_ready(&portal.origin, StatusCode::OK).await;
    assert_eq!(ready, StatusCode::OK);
    assert_eq!(create().await.status, StatusCode::CREATED);
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_wait_behind_a_busy_database_are_told_in_time() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let _held = portal.hold_database().await;
    let create = || alix.post("/api/v1/rooms", json!({ "name": "Une" }));
    let start = tokio::time::Instant::now();
    let answers = tokio::join!(create(), create(), create(), create(), create());
    for answer in <[_; 5]>::from(answers) {
        answer.assert_problem(ProblemKind::Unavailable);
    }
    // The page gives up after 20 seconds, and would not know what became of its request.
    assert!(start.elapsed().as_secs() < 18, "{:?}", start.elapsed());
}

#[tokio::test]
async fn signing_out_takes_the_cookie_away_whatever_the_database_says() {
    for (path, table, cookie) in [
        ("/auth/sign-out", "sessions", "parvis="),
        (
            "/auth/attendees/sign-out",
            "attendee_sessions",
            "parvis-attendee=",
        ),
    ] {
        let portal = Portal::start().await;
        let person = portal.signed_in("Alix").await;
        person.sign_in_as_attendee("noe").await;
        portal
            .execute(&format!("ALTER TABLE {table} RENAME TO away"))
            .await;
        let answer = person.post(path, json!({})).await;
        let removal = answer.header("set-cookie");
        assert!(removal.starts_with(cookie), "{path}: {removal}");
        assert!(removal.contains("Max-Age=0"), "{path}: {removal}");
        assert_eq!(answer.header("clear-site-data"), "\"cache\"", "{path}");
        // The person is led on, as after any sign-out.
        let next: Value = answer.json();
        assert_eq!(next["next"], format!("{}/", portal.origin), "{path}");
        portal
            .execute(&format!("ALTER TABLE away RENAME TO {table}"))
            .await;
        if table == "sessions" {
            person
                .get("/api/v1/rooms")
                .await
                .assert_problem(ProblemKind::SignInRequired);
        }
    }
}

//! Busy and failing databases.

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomPage;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::{Answer, Portal, eventually};

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
    for (path, table, cookie, word) in [
        ("/auth/sign-out", "sessions", "parvis=", "incomplete"),
        (
            "/auth/attendees/sign-out",
            "attendee_sessions",
            "parvis-attendee=",
            "attendee-incomplete",
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
        // The person is told that this browser alone has forgotten them.
        let next: Value = answer.json();
        let told = format!("{}/?sign-out={word}", portal.origin);
        assert_eq!(next["next"], told, "{path}");
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

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_does_not_wait_for_a_database_that_others_keep_busy() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let held = portal.hold_sessions().await;
    let start = tokio::time::Instant::now();
    let answer = alix.post("/auth/sign-out", json!({})).await;
    // 100 ms, and what a machine that runs many tests at once needs.
    assert!(start.elapsed().as_millis() < 1_000, "{:?}", start.elapsed());
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    // It can be read still: the provider's page is where the person is signed out of other services.
    let next: Value = answer.json();
    let page = next["next"].as_str().expect("an address");
    assert!(page.contains("id_token_hint="), "{page}");
    drop(held);
}

/// What others have locked is deleted once they are done, so a copy of the cookie is worth nothing then.
#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_was_not_deleted_in_time_is_deleted_all_the_same() {
    let portal = Portal::start().await;
    let alix = portal.visitor();
    let cookie = alix.session_cookie("Alix").await;
    let held = portal.hold_sessions().await;
    alix.post("/auth/sign-out", json!({})).await.json::<Value>();
    drop(held);
    let thief = portal.visitor();
    eventually("the end of the session", async || {
        let copy = thief
            .bare(reqwest::Method::GET, "/api/v1/rooms")
            .header("cookie", &cookie);
        let answer = Answer::of(copy).await;
        (answer.status == StatusCode::UNAUTHORIZED).then_some(())
    })
    .await;
}

//! The details of a running session, for pages that show it.

use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::Room;
use parvis_contract::session::SessionToken;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal, address};

const SECRET: &str = "a-secret-of-at-least-32-characters";
const PATH: &str = "/api/v1/session";

/// A portal that gives tokens to the server of a page.
async fn portal() -> Portal {
    // Read as the portal starts, and needed no longer.
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("secret");
    std::fs::write(&path, SECRET).expect("a file");
    let file = path.display().to_string();
    Portal::builder()
        .variable("PARVIS_HOST_SECRET_FILE", &file)
        .start()
        .await
}

/// What the page's server is told when it asks for a token.
async fn asked(portal: &Portal, secret: &str, room: &Room, role: &str) -> Answer {
    let request = portal
        .visitor()
        .bare(Method::POST, &format!("{PATH}/token"))
        .bearer_auth(secret)
        .json(&json!({ "meeting_id": room.id, "role": role }));
    Answer::of(request).await
}

async fn token(portal: &Portal, room: &Room, role: &str) -> String {
    let token: SessionToken = asked(portal, SECRET, room, role).await.json();
    token.token
}

async fn details(portal: &Portal, token: &str) -> Answer {
    Answer::of(portal.visitor().bare(Method::GET, PATH).bearer_auth(token)).await
}

/// A room whose meeting runs for as long as the second is held.
async fn running(portal: &Portal, alix: &Person) -> (Room, reqwest::Response) {
    let room = alix.create_room("Conseil").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let door = alix.join(&moderator, "Alix").await.expect("let in");
    let connected = alix.enter(portal, &door).await;
    (room, connected)
}

#[tokio::test]
async fn a_moderator_s_page_reads_what_lets_others_in_but_for_the_authenticated_link() {
    let portal = portal().await;
    let alix = portal.signed_in("Alix").await;
    let (room, _connected) = running(&portal, &alix).await;
    let answer = details(&portal, &token(&portal, &room, "moderator").await).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    let invitation = alix.invitation(&room).await;
    let details: Value = answer.json();
    for datum in ["code", "moderator_link", "attendee_link", "dial_in"] {
        assert_eq!(details[datum], invitation[datum], "{datum}");
    }
    let authenticated = invitation["authenticated_link"].as_str().expect("a link");
    assert!(
        !answer
            .body
            .contains(authenticated.split_once('#').expect("a secret").1)
    );
    // Ten minutes from 9.30 on.
    assert_eq!(details["token_expires_at"], "2026-02-12T09:40:00Z");
}

#[tokio::test]
async fn a_temporary_meeting_s_details_are_there_for_its_moderators() {
    let portal = portal().await;
    let alix = portal.signed_in("Alix").await;
    let entrance: Value = alix.send(Method::POST, "/api/v1/meetings").await.json();
    let door = entrance["url"].as_str().expect("an address");
    let _connected = alix.enter(&portal, door).await;
    let meetings = portal.meetings().await;
    let body = json!({ "meeting_id": meetings[0]["meeting_id"], "role": "moderator" });
    let request = portal
        .visitor()
        .bare(Method::POST, &format!("{PATH}/token"))
        .bearer_auth(SECRET)
        .json(&body);
    let token: SessionToken = Answer::of(request).await.json();
    let details: Value = details(&portal, &token.token).await.json();
    let code = details["code"].as_str().expect("a code");
    portal.visitor().type_code(code).await.json::<Value>();
}

#[tokio::test]
async fn an_attendee_s_page_reads_nothing() {
    let portal = portal().await;
    let alix = portal.signed_in("Alix").await;
    let (room, _connected) = running(&portal, &alix).await;
    let answer = details(&portal, &token(&portal, &room, "attendee").await).await;
    answer.assert_problem(ProblemKind::ModeratorsOnly);
}

#[tokio::test]
async fn a_token_that_is_forged_foreign_or_too_old_is_refused() {
    let portal = portal().await;
    let alix = portal.signed_in("Alix").await;
    let (room, _connected) = running(&portal, &alix).await;
    let good = token(&portal, &room, "moderator").await;
    let mut forged = good.clone();
    let last = forged.pop().expect("a character");
    forged.push(if last == 'A' { 'B' } else { 'A' });
    let [moderator, ..] = alix.secrets(&room).await;
    // What was sealed for something else is worth nothing here.
    for other in [&*forged, &moderator, "", "x"] {
        let answer = details(&portal, other).await;
        answer.assert_problem(ProblemKind::TokenRefused);
    }
    let none = portal.visitor().get(PATH).await;
    none.assert_problem(ProblemKind::TokenRefused);
    // Another service's, of its own meeting.
    let other = self::portal().await;
    let camille = other.signed_in("Camille").await;
    let (elsewhere, _in_it) = running(&other, &camille).await;
    let foreign = token(&other, &elsewhere, "moderator").await;
    let answer = details(&portal, &foreign).await;
    answer.assert_problem(ProblemKind::TokenRefused);

    portal.pass(Duration::from_mins(10) - Duration::from_secs(1));
    details(&portal, &good).await.json::<Value>();
    portal.pass(Duration::from_secs(1));
    let answer = details(&portal, &good).await;
    answer.assert_problem(ProblemKind::TokenRefused);
}

#[tokio::test]
async fn a_token_is_for_one_meeting_and_ends_with_it() {
    let portal = portal().await;
    let alix = portal.signed_in("Alix").await;
    let (room, connected) = running(&portal, &alix).await;
    let first = token(&portal, &room, "moderator").await;
    details(&portal, &first).await.json::<Value>();
    let end = format!("/api/v1/rooms/{}/end", room.id);
    assert!(alix.send(Method::POST, &end).await.status.is_success());
    drop(connected);
    portal.wait_until_meetings_ended().await;
    let answer = details(&portal, &first).await;
    answer.assert_problem(ProblemKind::MeetingOver);
    // The next session of the same room is another.
    let [moderator, ..] = alix.secrets(&room).await;
    let door = alix.join(&moderator, "Alix").await.expect("let in");
    let _connected = alix.enter(&portal, &door).await;
    let second = token(&portal, &room, "moderator").await;
    details(&portal, &second).await.json::<Value>();
    let answer = details(&portal, &first).await;
    answer.assert_problem(ProblemKind::MeetingOver);
}

#[tokio::test]
async fn what_is_renewed_is_there_at_once_and_what_is_known_is_not_sent_again() {
    let portal = portal().await;
    let alix = portal.signed_in("Alix").await;
    let (room, _connected) = running(&portal, &alix).await;
    let token = token(&portal, &room, "moderator").await;
    let before = details(&portal, &token).await;
    let ask_again = async || {
        let request = portal.visitor().bare(Method::GET, PATH);
        let request = request.header("if-none-match", before.header("etag"));
        Answer::of(request.bearer_auth(&token)).await
    };
    assert_eq!(ask_again().await.status, StatusCode::NOT_MODIFIED);
    alix.renew(&room, "attendee").await;
    let after = ask_again().await.json::<Value>();
    let before = before.json::<Value>();
    assert_ne!(after["attendee_link"], before["attendee_link"]);
    assert_eq!(after["moderator_link"], before["moderator_link"]);
}

#[tokio::test]
async fn tokens_are_for_servers_that_know_the_secret_and_meetings_that_run() {
    let portal = portal().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let wrong = asked(
        &portal,
        "another-secret-of-32-characters-!!",
        &room,
        "moderator",
    )
    .await;
    wrong.assert_problem(ProblemKind::TokenRefused);
    let answer = asked(&portal, SECRET, &room, "moderator").await;
    answer.assert_problem(ProblemKind::MeetingOver);
    // An instance that has agreed on no secret gives none.
    let without = Portal::start().await;
    let answer = asked(&without, SECRET, &room, "moderator").await;
    answer.assert_problem(ProblemKind::NotFound);
}

#[tokio::test]
async fn no_token_is_given_for_a_deleted_room_whose_meeting_still_runs() {
    let portal = portal().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let url = alix.launch(&room).await;
    let _connected = alix.enter(&portal, &url).await;
    let given = asked(&portal, SECRET, &room, "moderator").await;
    assert_eq!(given.status, StatusCode::OK, "{}", given.body);
    let delete = format!("{}?while_running=true", address(&room));
    alix.send(Method::DELETE, &delete).await;
    let answer = asked(&portal, SECRET, &room, "moderator").await;
    answer.assert_problem(ProblemKind::MeetingOver);
}

#[tokio::test]
async fn any_page_may_ask_with_a_token_and_no_cookie() {
    let portal = portal().await;
    let preflight = async |path: &str, origin: &str| {
        let request = portal
            .visitor()
            .bare(Method::OPTIONS, path)
            .header("origin", origin)
            .header("access-control-request-method", "GET")
            .header(
                "access-control-request-headers",
                "authorization,if-none-match",
            );
        Answer::of(request).await
    };
    let allowed = "access-control-allow-origin";
    for origin in ["https://node-17.bbb.example", &*portal.origin, "null"] {
        let answer = preflight(PATH, origin).await;
        assert_eq!(answer.header(allowed), "*");
        assert_eq!(answer.header("access-control-allow-credentials"), "");
        let headers = answer.header("access-control-allow-headers");
        assert!(headers.contains("authorization") && headers.contains("if-none-match"));
    }
    // And read what they are answered, a refusal as well.
    let alix = portal.signed_in("Alix").await;
    let (room, _connected) = running(&portal, &alix).await;
    let token = token(&portal, &room, "moderator").await;
    for (token, status) in [(&*token, 200), ("forged", 401)] {
        let request = portal.visitor().bare(Method::GET, PATH).bearer_auth(token);
        let answer = Answer::of(request.header("origin", "https://node-17.bbb.example")).await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.header(allowed), "*");
        assert_eq!(answer.header("access-control-expose-headers"), "etag");
    }
    // Who is signed in gets nothing by being so.
    let answer = Answer::of(alix.request(Method::GET, PATH)).await;
    answer.assert_problem(ProblemKind::TokenRefused);
    // Tokens are for servers: no page may ask for one.
    let answer = preflight(&format!("{PATH}/token"), "https://lms.example.fr").await;
    assert_eq!(answer.header(allowed), "");
}

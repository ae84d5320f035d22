//! Problem details that every endpoint shares.

use parvis_contract::order::RoomOrder;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomPage;
use parvis_contract::{CONTRACT_HEADER, CONTRACT_VERSION};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{Answer, Portal};

#[tokio::test]
async fn a_change_asked_for_by_another_site_is_refused() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Réunion").await;
    let address = format!("/api/v1/rooms/{}", room.id);
    let [favourite, restore, launch, end, renew] = [
        "favourite",
        "restore",
        "launch",
        "end",
        "invitation/code/renew",
    ]
    .map(|verb| format!("{address}/{verb}"));
    for (method, path) in [
        (Method::POST, "/api/v1/rooms"),
        (Method::POST, "/auth/sign-out"),
        (Method::POST, "/api/v1/join"),
        (Method::PUT, &*favourite),
        (Method::DELETE, &*favourite),
        (Method::PATCH, &*address),
        (Method::DELETE, &*address),
        (Method::POST, &*restore),
        (Method::POST, &*launch),
        (Method::POST, &*end),
        (Method::POST, &*renew),
        (Method::POST, "/api/v1/meetings"),
        (Method::POST, "/api/v1/code"),
        (Method::POST, "/auth/attendees/sign-out"),
        (Method::PUT, "/api/v1/rooms/order"),
    ] {
        let body = json!({ "name": "Piège", "secret": "x" });
        let bare = Answer::of(alix.bare(method.clone(), path).json(&body)).await;
        bare.assert_problem(ProblemKind::OriginRefused);
        for origin in [
            "https://evil.example",
            "null",
            "http://localhost",
            "http://127.0.0.1:80",
        ] {
            let request = alix
                .bare(method.clone(), path)
                .header("origin", origin)
                .json(&body);
            Answer::of(request)
                .await
                .assert_problem(ProblemKind::OriginRefused);
        }
    }
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(rooms.items, [room], "still signed in, and nothing changed");
    assert_eq!(rooms.order, RoomOrder::default());
}

#[tokio::test]
async fn unknown_addresses_of_the_api_are_never_a_page() {
    let portal = Portal::start().await;
    for path in [
        "/api",
        "/api/v1/nothing",
        "/api/v2/rooms",
        "/auth/x",
        "/embed/x",
        "/assets/x",
    ] {
        let answer = portal.visitor().get(path).await;
        answer.assert_problem(ProblemKind::NotFound);
    }
}

#[tokio::test]
async fn a_verb_that_an_address_does_not_take_is_named_so() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let answer = alix.send(Method::DELETE, "/api/v1/bootstrap").await;
    answer.assert_problem(ProblemKind::MethodNotAllowed);
    // A launch is a change: no GET makes it.
    let room = alix.create_room("Réunion").await;
    let answer = alix.get(&format!("/api/v1/rooms/{}/launch", room.id)).await;
    answer.assert_problem(ProblemKind::MethodNotAllowed);
}

#[tokio::test]
async fn bodies_that_cannot_be_read_are_refused_without_repeating_them() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let post = |content_type: &'static str, body: String| {
        let request = alix.request(Method::POST, "/api/v1/rooms");
        Answer::of(request.header("content-type", content_type).body(body))
    };
    for body in [
        "",
        "{",
        "[]",
        "{\"name\": 1}",
        "{\"nom\": \"x\"}",
        "{\"name\":\"x\",\"id\":\"1\"}",
    ] {
        post("application/json", body.to_owned())
            .await
            .assert_problem(ProblemKind::Malformed);
    }
    let secret = post("application/json", "{\"topsecret\": 1}".to_owned()).await;
    assert!(!secret.body.contains("topsecret"));
    let form = post("text/plain", "{\"name\": \"x\"}".to_owned()).await;
    form.assert_problem(ProblemKind::UnsupportedMediaType);
    let large = format!("{{\"name\": \"{}\"}}", "x".repeat(70_000));
    post("application/json", large)
        .await
        .assert_problem(ProblemKind::TooLarge);
}

#[tokio::test]
async fn every_answer_bears_the_headers_that_keep_it_safe() {
    let portal = Portal::start().await;
    for path in ["/api/v1/bootstrap", "/api/v1/rooms", "/nothing", "/healthz"] {
        let answer = portal.visitor().get(path).await;
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert!(
            answer
                .header("content-security-policy")
                .contains("frame-ancestors 'none'")
        );
        assert_eq!(
            answer.header(CONTRACT_HEADER),
            CONTRACT_VERSION.to_string(),
            "{path}"
        );
    }
}

#[tokio::test]
async fn a_request_s_identifier_is_the_server_s_own() {
    let portal = Portal::start().await;
    let visitor = portal.visitor();
    let request = visitor
        .bare(Method::GET, "/api/v1/rooms")
        .header("x-request-id", "planted");
    let problem = Answer::of(request)
        .await
        .assert_problem(ProblemKind::SignInRequired);
    assert_ne!(problem.request_id.as_deref(), Some("planted"));
}

#[tokio::test]
async fn the_backend_says_whether_it_is_alive_and_ready() {
    let portal = Portal::start().await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(
            portal.visitor().get(path).await.status,
            StatusCode::OK,
            "{path}"
        );
    }
}

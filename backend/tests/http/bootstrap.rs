//! `GET /api/v1/bootstrap`.

use parvis_contract::bootstrap::Bootstrap;
use parvis_contract::instance::LinkName;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Portal};

#[tokio::test]
async fn a_visitor_learns_what_the_instance_is_and_nothing_else() {
    let portal = Portal::builder()
        .variable("PARVIS_SERVICE_NAME", "Visio-Agents")
        .variable("PARVIS_LINK_CONTACT", "mailto:aide@example.fr")
        .start()
        .await;
    let bootstrap: Bootstrap = portal.visitor().get("/api/v1/bootstrap").await.json();
    assert_eq!(bootstrap.instance.service_name, "Visio-Agents");
    assert_eq!(
        bootstrap.instance.links.get(LinkName::Contact).as_deref(),
        Some("mailto:aide@example.fr")
    );
    assert_eq!(
        bootstrap.instance.attendees_provider.as_deref(),
        Some("EduConnect")
    );
    assert_eq!(bootstrap.account, None);
    assert_eq!(bootstrap.rooms, None);
}

#[tokio::test]
async fn every_address_that_the_administrator_gives_is_told() {
    let names = [
        "access",
        "documentation",
        "source_code",
        "accessibility",
        "legal_notice",
        "personal_data",
        "terms_of_use",
        "contact",
        "moderator_rights",
        "attendee_rights",
        "temporary_meeting",
        "signing_in",
    ];
    let variables = names.map(|name| {
        let variable = format!("PARVIS_LINK_{}", name.to_uppercase());
        (variable, format!("https://example.fr/{name}"))
    });
    let variables = variables
        .each_ref()
        .map(|(name, value)| (&**name, &**value));
    let portal = Portal::builder().variables(&variables).start().await;
    let told: Value = portal.visitor().get("/api/v1/bootstrap").await.json();
    let expected = json!(names.map(|name| json!([name, format!("https://example.fr/{name}")])));
    assert_eq!(told["instance"]["links"], expected);
}

#[tokio::test]
async fn the_first_hundred_rooms_come_with_it_and_their_total() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for number in 0..101 {
        alix.create_room(&format!("Salle {number}")).await;
    }
    let bootstrap: Bootstrap = alix.get("/api/v1/bootstrap").await.json();
    let rooms = bootstrap.rooms.expect("rooms");
    assert_eq!(rooms.total, 101);
    assert_eq!(rooms.items.len(), 100);
}

#[tokio::test]
async fn an_answer_that_the_browser_has_is_not_sent_again() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let rooms = alix.get("/api/v1/rooms").await;
    let first = alix.get("/api/v1/bootstrap").await;
    for answer in [&rooms, &first] {
        assert_eq!(answer.header("cache-control"), "private, no-cache");
        assert!(!answer.header("etag").is_empty());
    }
    let tag = first.header("etag").to_owned();
    let again = || {
        alix.bare(Method::GET, "/api/v1/bootstrap")
            .header("if-none-match", &tag)
    };
    let answer = Answer::of(again()).await;
    assert_eq!(
        (answer.status, &*answer.body),
        (StatusCode::NOT_MODIFIED, "")
    );
    alix.create_room("Une de plus").await;
    assert_eq!(Answer::of(again()).await.status, StatusCode::OK);
}

#[tokio::test]
async fn caches_tell_people_and_origins_apart() {
    let portal = Portal::start().await;
    let answer = portal.visitor().get("/api/v1/bootstrap").await;
    let vary: Vec<String> = answer
        .headers
        .get_all("vary")
        .iter()
        .map(|value| value.to_str().expect("ASCII").to_lowercase())
        .collect();
    let vary = vary.join(",");
    assert!(vary.contains("cookie") && vary.contains("origin"), "{vary}");
}

#[tokio::test]
async fn only_the_portal_s_own_pages_may_read_it_from_elsewhere() {
    let portal = Portal::start().await;
    let visitor = portal.visitor();
    let from = |origin: &str| {
        Answer::of(
            visitor
                .bare(Method::GET, "/api/v1/bootstrap")
                .header("origin", origin),
        )
    };
    let own = from(&portal.origin).await;
    assert_eq!(own.header("access-control-allow-origin"), portal.origin);
    assert_eq!(own.header("access-control-allow-credentials"), "true");
    let other = from("https://evil.example").await;
    assert_eq!(other.header("access-control-allow-origin"), "");
}

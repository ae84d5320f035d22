//! `PUT /api/v1/rooms/order`, and the order of every list.

use std::time::Duration;

use parvis_contract::bootstrap::Bootstrap;
use parvis_contract::order::{RoomOrder, RoomSort};
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomPage;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal};

async fn set(person: &Person, order: Value) -> Answer {
    Answer::of(
        person
            .request(Method::PUT, "/api/v1/rooms/order")
            .json(&order),
    )
    .await
}

async fn names(person: &Person, query: &str) -> Vec<String> {
    let page: RoomPage = person.get(&format!("/api/v1/rooms{query}")).await.json();
    page.items.into_iter().map(|room| room.name).collect()
}

#[tokio::test]
async fn each_order_is_kept_and_followed_by_every_page() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for name in ["Salle 10", "École", "Salle 2", "eau", "Zoo"] {
        let room = alix.create_room(name).await;
        portal.pass(Duration::from_mins(1));
        if name == "École" {
            alix.send(Method::PUT, &format!("/api/v1/rooms/{}/favourite", room.id))
                .await;
        }
    }
    for (order, expected) in [
        (
            json!({ "by": "date" }),
            ["Zoo", "eau", "Salle 2", "École", "Salle 10"],
        ),
        (
            json!({ "by": "date", "reversed": true }),
            ["Salle 10", "École", "Salle 2", "eau", "Zoo"],
        ),
        (
            json!({ "by": "name" }),
            ["eau", "École", "Salle 2", "Salle 10", "Zoo"],
        ),
        (
            json!({ "by": "name", "reversed": true }),
            ["Zoo", "Salle 10", "Salle 2", "École", "eau"],
        ),
        (
            json!({ "by": "favourites" }),
            ["École", "Zoo", "eau", "Salle 2", "Salle 10"],
        ),
    ] {
        assert_eq!(
            set(&alix, order.clone()).await.status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(names(&alix, "").await, expected, "{order}");
        let paged = [
            names(&alix, "?limit=2").await,
            names(&alix, "?offset=2&limit=3").await,
        ];
        assert_eq!(paged.concat(), expected, "{order}");
    }
}

#[tokio::test]
async fn names_are_in_the_order_of_the_reader_s_language() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for name in ["nz", "ñu"] {
        alix.create_room(name).await;
    }
    set(&alix, json!({ "by": "name" })).await;
    for (language, expected) in [
        ("es", ["nz", "ñu"]),
        ("pl, es-MX;q=0.9", ["nz", "ñu"]),
        ("fr", ["ñu", "nz"]),
        ("pl", ["ñu", "nz"]),
    ] {
        for path in ["/api/v1/rooms", "/api/v1/bootstrap"] {
            let request = alix.request(Method::GET, path);
            let answer = Answer::of(request.header("accept-language", language)).await;
            let body: Value = answer.json();
            let items = body.pointer("/rooms/items").or(body.pointer("/items"));
            let items = items.and_then(Value::as_array).expect("rooms");
            let names: Vec<_> = items.iter().map(|room| room["name"].clone()).collect();
            assert_eq!(names, expected, "{path} for {language}");
        }
    }
}

#[tokio::test]
async fn an_order_is_found_again_at_the_next_sign_in() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let kept = RoomOrder {
        by: RoomSort::Name,
        reversed: true,
    };
    set(&alix, json!(kept)).await;
    let elsewhere = portal.signed_in("Alix").await;
    let told: Bootstrap = elsewhere.get("/api/v1/bootstrap").await.json();
    assert_eq!(told.rooms.expect("rooms").order, kept);
}

#[tokio::test]
async fn what_is_no_order_is_refused() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for order in [
        json!({}),
        json!({ "by": "size" }),
        json!({ "by": "name", "x": 1 }),
    ] {
        set(&alix, order)
            .await
            .assert_problem(ProblemKind::Malformed);
    }
}

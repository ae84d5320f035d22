//! `GET /api/v1/events` for delegates: badges, and that the list of rooms has changed.

use std::time::{Duration, Instant};

use parvis_contract::delegate::Delegate;
use parvis_contract::live::Live;
use reqwest::Method;

use crate::delegates::{delegate, portal_with, rooms};
use crate::support::{CAMILLE, Person, Stream, address};

const EVENTS: &str = "/api/v1/events";

async fn stream(person: &Person, origin: &str) -> Stream {
    Stream::open(person.bare(Method::GET, &format!("{origin}{EVENTS}"))).await
}

/// Within two seconds at the node where it happens; at another as often as that looks.
#[tokio::test]
async fn an_open_list_learns_on_every_node_that_a_room_is_delegated_and_withdrawn() {
    let portal = portal_with(&[]).await;
    let node = portal.another_node().await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Une").await;
    let mut here = stream(&camille, &portal.origin).await;
    let mut there = stream(&camille, &node).await;
    for stream in [&mut here, &mut there] {
        assert_eq!(stream.next::<Live>("live").await.rooms_version, "");
    }
    let started = Instant::now();
    let added: Delegate = alix.add_delegate(&room, CAMILLE).await.json();
    let has_some = |live: &Live| !live.rooms_version.is_empty();
    here.next_that::<Live>("live", has_some).await;
    assert!(started.elapsed() < Duration::from_secs(2));
    there.next_that::<Live>("live", has_some).await;
    assert_eq!(rooms(&camille).await.total, 1);

    let started = Instant::now();
    let path = format!("{}/delegates/{}", address(&room), added.id);
    alix.send(Method::DELETE, &path).await;
    let has_none = |live: &Live| live.rooms_version.is_empty();
    here.next_that::<Live>("live", has_none).await;
    assert!(started.elapsed() < Duration::from_secs(2));
    there.next_that::<Live>("live", has_none).await;
}

#[tokio::test]
async fn the_badge_of_a_delegated_room_shows_and_goes_with_the_delegation() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Une").await;
    let added = delegate(&alix, &room, CAMILLE, &camille).await;
    let [moderator, ..] = alix.secrets(&room).await;
    let mut events = stream(&camille, &portal.origin).await;
    let zoe = portal.visitor();
    let door = zoe.join(&moderator, "Zoé").await.expect("let in");
    let _connected = zoe.enter(&portal, &door).await;
    let live = events
        .next_that::<Live>("live", |live| !live.rooms.is_empty())
        .await;
    assert_eq!((live.rooms[0].id, live.rooms[0].people), (room.id, 1));
    let path = format!("{}/delegates/{}", address(&room), added.id);
    alix.send(Method::DELETE, &path).await;
    let gone = |live: &Live| live.rooms.is_empty() && live.rooms_version.is_empty();
    events.next_that::<Live>("live", gone).await;
    // A stream that is opened then shows nothing either.
    let mut events = stream(&camille, &portal.origin).await;
    assert!(gone(&events.next::<Live>("live").await));
}

#[tokio::test]
async fn the_owner_s_open_list_learns_that_a_delegate_is_active_or_has_left() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Une").await;
    alix.add_delegate(&room, CAMILLE).await.json::<Delegate>();
    let mut events = stream(&alix, &portal.origin).await;
    let waiting = events.next::<Live>("live").await.rooms_version;
    rooms(&camille).await;
    let differs = |live: &Live| live.rooms_version != waiting;
    let active = events
        .next_that::<Live>("live", differs)
        .await
        .rooms_version;
    assert_ne!(active, "");
    camille
        .send(Method::DELETE, &format!("{}/delegation", address(&room)))
        .await;
    let has_none = |live: &Live| live.rooms_version.is_empty();
    events.next_that::<Live>("live", has_none).await;
}

#[tokio::test]
async fn a_deleted_room_leaves_the_open_lists_of_its_delegates() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Une").await;
    delegate(&alix, &room, CAMILLE, &camille).await;
    let mut events = stream(&camille, &portal.origin).await;
    let before = events.next::<Live>("live").await.rooms_version;
    alix.send(Method::DELETE, &address(&room)).await;
    events
        .next_that::<Live>("live", |live| live.rooms_version.is_empty())
        .await;
    alix.send(Method::POST, &format!("{}/restore", address(&room)))
        .await;
    events
        .next_that::<Live>("live", |live| live.rooms_version == before)
        .await;
}

//! `POST /api/v1/rooms/{id}/recordings/seen`, and which rooms `/api/v1/events` names for new recordings.

use std::time::Duration;

use parvis_contract::live::Live;
use parvis_contract::room::RoomId;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{CAMILLE, Person, Portal, Stream, address};

async fn events(person: &Person) -> Stream {
    Stream::open(person.bare(Method::GET, "/api/v1/events")).await
}

async fn wait_for(stream: &mut Stream, rooms: &[RoomId]) {
    let mut rooms = rooms.to_vec();
    rooms.sort_unstable();
    let is_told = |live: &Live| live.new_recordings == rooms;
    stream.next_that::<Live>("live", is_told).await;
}

/// The list is read once a minute: what comes sooner was told by the node itself.
const SLOW: (&str, &str) = ("PARVIS_LIVE_MILLISECONDS", "60000");

#[tokio::test]
async fn an_open_page_is_told_at_once_and_again_when_the_recordings_were_seen() {
    let portal = Portal::builder().variable(SLOW.0, SLOW.1).start().await;
    let alix = portal.signed_in("Alix").await;
    let again = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let mut page = events(&alix).await;
    let first: Value = page.next("live").await;
    assert_eq!(first.get("new_recordings"), None, "{first}");
    portal.recording_ready(&room, "a-1").await;
    wait_for(&mut page, &[room.id]).await;
    // In another browser.
    again.see_recordings(&room).await;
    wait_for(&mut page, &[]).await;
    portal.recording_ready(&room, "a-2").await;
    let second: Live = page
        .next_that("live", |live: &Live| live.new_recordings == [room.id])
        .await;
    // Another one of the same room: an open page asks for the list again.
    portal.recording_ready(&room, "a-3").await;
    let is_later = |live: &Live| live.new_recordings_as_of > second.new_recordings_as_of;
    page.next_that::<Live>("live", is_later).await;
}

#[tokio::test]
async fn a_page_at_another_node_is_told_too() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let other = portal.another_node().await;
    let path = format!("{other}/api/v1/events");
    let mut page = Stream::open(alix.bare(Method::GET, &path)).await;
    portal.recording_ready(&room, "a-1").await;
    wait_for(&mut page, &[room.id]).await;
    alix.see_recordings(&room).await;
    wait_for(&mut page, &[]).await;
}

#[tokio::test]
async fn what_one_account_has_seen_stays_new_to_another_and_in_other_rooms() {
    let portal = Portal::start().await;
    let (alix, camille) = (
        portal.signed_in("Alix").await,
        portal.signed_in("Camille").await,
    );
    let (first, second) = (
        alix.create_room("Une").await,
        alix.create_room("Deux").await,
    );
    let foreign = camille.create_room("À Camille").await;
    for (room, id) in [(&first, "a-1"), (&second, "b-1"), (&foreign, "c-1")] {
        portal.recording_ready(room, id).await;
    }
    let mut of_alix = events(&alix).await;
    wait_for(&mut of_alix, &[first.id, second.id]).await;
    alix.see_recordings(&first).await;
    wait_for(&mut of_alix, &[second.id]).await;
    let mut of_camille = events(&camille).await;
    wait_for(&mut of_camille, &[foreign.id]).await;
}

#[tokio::test]
async fn a_deleted_recording_is_not_new_until_it_is_restored() {
    let portal = Portal::builder().variable(SLOW.0, SLOW.1).start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let id = portal.add_recordings(&room, "Conseil", 1).await.remove(0);
    portal.recording_ready(&room, &id).await;
    let mut page = events(&alix).await;
    wait_for(&mut page, &[room.id]).await;
    let path = format!("{}/recordings", address(&room));
    let listed: Value = alix.get(&path).await.json();
    let pseudonym = listed["items"][0]["id"].as_str().expect("a name");
    let recording = format!("{path}/{pseudonym}");
    alix.send(Method::DELETE, &recording).await;
    wait_for(&mut page, &[]).await;
    alix.send(Method::POST, &format!("{recording}/restore"))
        .await;
    wait_for(&mut page, &[room.id]).await;
    alix.send(Method::DELETE, &recording).await;
    wait_for(&mut page, &[]).await;
    // The server has deleted it, and the deletion itself is forgotten.
    portal.pass(Duration::from_mins(12));
    portal.keep_house().await;
    portal.pass(Duration::from_hours(25));
    portal.keep_house().await;
    assert_eq!(portal.count_rows("deleted_recordings").await, 0);
    assert_eq!(portal.count_rows("ready_recordings").await, 0);
}

#[tokio::test]
async fn recordings_of_a_deleted_room_are_not_new() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.recording_ready(&room, "a-1").await;
    let mut page = events(&alix).await;
    wait_for(&mut page, &[room.id]).await;
    alix.send(Method::DELETE, &address(&room)).await;
    wait_for(&mut page, &[]).await;
}

/// Nodes' clocks differ: what became ready after the last look is new, whatever the time was at either.
#[tokio::test]
async fn what_is_ready_after_a_look_is_new_even_by_a_clock_that_is_behind() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.recording_ready(&room, "a-0").await;
    alix.see_recordings(&room).await;
    portal
        .execute("UPDATE recordings_seen SET seen_at = seen_at + 60000")
        .await;
    portal.recording_ready(&room, "a-1").await;
    let mut page = events(&alix).await;
    wait_for(&mut page, &[room.id]).await;
    alix.see_recordings(&room).await;
    wait_for(&mut page, &[]).await;
}

#[tokio::test]
async fn what_becomes_ready_after_a_list_stays_new_when_that_list_was_seen() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    assert_eq!(alix.list_recordings(&room).await.as_of, None);
    portal.recording_ready(&room, "a-1").await;
    let before = alix.list_recordings(&room).await;
    // At the same time by the clock.
    portal.recording_ready(&room, "a-2").await;
    alix.have_seen(&room, &before).await;
    let mut page = events(&alix).await;
    wait_for(&mut page, &[room.id]).await;
    let after = alix.list_recordings(&room).await;
    alix.have_seen(&room, &after).await;
    wait_for(&mut page, &[]).await;
    // A list of before, of a page that was slow, brings nothing back; one of later covers nothing.
    alix.have_seen(&room, &before).await;
    let future = json!({ "as_of": i64::MAX });
    let path = format!("{}/recordings/seen", address(&room));
    alix.post(&path, future).await;
    portal.recording_ready(&room, "a-3").await;
    let mut page = events(&alix).await;
    wait_for(&mut page, &[room.id]).await;
}

#[tokio::test]
async fn what_becomes_ready_is_new_to_delegates_too_and_each_sees_it_on_their_own() {
    let portal = Portal::builder()
        .variable(SLOW.0, SLOW.1)
        .variable("PARVIS_OIDC_AGENTS_SCOPES", "openid profile email")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    // Ready before there is a delegate.
    portal.recording_ready(&room, "a-1").await;
    portal.pass(Duration::from_mins(1));
    alix.add_delegate(&room, CAMILLE).await;
    let camille = portal.signed_in("Camille").await;
    let mut page = events(&camille).await;
    let own = camille.create_room("À Camille").await;
    portal.recording_ready(&own, "c-1").await;
    wait_for(&mut page, &[own.id]).await;
    portal.pass(Duration::from_mins(1));
    portal.recording_ready(&room, "a-2").await;
    wait_for(&mut page, &[own.id, room.id]).await;
    let mut owners_page = events(&alix).await;
    wait_for(&mut owners_page, &[room.id]).await;
    alix.see_recordings(&room).await;
    wait_for(&mut owners_page, &[]).await;
    camille.see_recordings(&room).await;
    wait_for(&mut page, &[own.id]).await;
}

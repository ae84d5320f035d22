//! Concurrent changes of one room.

use std::future::Future;

use parvis_contract::invitation::Invitation;
use parvis_contract::room::Room;
use reqwest::{Method, StatusCode};

use crate::support::{Answer, Person, Portal, address};

const ROUNDS: usize = 200;

async fn restore(person: &Person, room: &Room) -> StatusCode {
    let path = format!("{}/restore", address(room));
    person.send(Method::POST, &path).await.status
}

/// In each round a room's code is renewed while the room is deleted and restored, in an order that is
/// left to chance or that `meet` decides; a code that was renewed must not come back.
async fn check<F: Future<Output = [Answer; 3]>>(meet: impl Fn(&'static Person, Room) -> F) {
    let portal = Portal::start().await;
    // Kept for the rest of the process, so that futures can hold it.
    let alix: &'static Person = Box::leak(Box::new(portal.signed_in("Alix").await));
    let (mut renewals, mut stale) = (0, 0);
    for round in 0..ROUNDS {
        let room = alix.create_room(&format!("Salle {round}")).await;
        let before: Invitation = alix
            .get(&format!("{}/invitation", address(&room)))
            .await
            .json();
        let [renewed, deleted, restored] = meet(alix, room.clone()).await;
        assert_eq!(deleted.status, StatusCode::NO_CONTENT);
        assert_eq!(restored.status, StatusCode::NO_CONTENT);
        // The restoration may have come before the deletion.
        assert_eq!(restore(alix, &room).await, StatusCode::NO_CONTENT);
        let is_renewed = renewed.status == StatusCode::OK;
        let old = before.code.to_string();
        let live = portal.live_numbers(&room).await;
        assert!(live.iter().any(|(purpose, _)| purpose == "pin"));
        let is_live = live.iter().any(|(_, number)| *number == old);
        renewals += usize::from(is_renewed);
        // A renewal may be refused although it was done: the room was deleted right after it.
        stale += usize::from(live.len() != 2 || (is_renewed && is_live));
    }
    assert!(renewals > 0, "no code was renewed in {ROUNDS} rounds");
    assert_eq!(stale, 0, "of {ROUNDS} rounds, {renewals} renewals");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewed_code_stays_renewed_when_deletion_and_restoration_meet_it() {
    check(|alix, room| async move {
        let (room_address, path) = (address(&room), format!("{}/restore", address(&room)));
        let (renewed, deleted, restored) = tokio::join!(
            alix.renew(&room, "code"),
            alix.send(Method::DELETE, &room_address),
            alix.send(Method::POST, &path),
        );
        [renewed, deleted, restored]
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewed_code_stays_renewed_when_deletion_and_restoration_follow_at_once() {
    check(|alix, room| async move {
        let path = format!("{}/restore", address(&room));
        let renewed = alix.renew(&room, "code").await;
        let deleted = alix.send(Method::DELETE, &address(&room)).await;
        [renewed, deleted, alix.send(Method::POST, &path).await]
    })
    .await;
}

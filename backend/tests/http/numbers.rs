//! Connection codes and PINs under load.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use parvis_backend::random::Random;
use parvis_contract::invitation::Invitation;
use parvis_contract::room::Room;
use reqwest::{Method, StatusCode};
use serde_json::json;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::support::{Answer, Portal};

const ROOMS: usize = 10_000;
/// Few enough that thousands of draws find their number taken, and enough that ten in a row do not.
const POOL: u32 = 200_000;
/// As many requests are on their way at a time: each holds a connection. Few enough that on a loaded
/// machine too, none that writes waits for its turn as long as is allowed.
const AT_ONCE: usize = 64;

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_creations_at_once_never_share_a_code_or_a_pin() {
    let drawn = Arc::new(AtomicUsize::new(0));
    let portal = {
        let (drawn, chance) = (Arc::clone(&drawn), Random::system());
        let random = Random::from_fn(move |bytes| {
            let some: [u8; 32] = chance.bytes();
            bytes.copy_from_slice(&some[..bytes.len()]);
            // Only codes and PINs are drawn from four bytes.
            if let Ok(four) = <[u8; 4]>::try_from(&*bytes) {
                drawn.fetch_add(1, Ordering::Relaxed);
                let few = u32::from_le_bytes(four) % POOL;
                bytes.copy_from_slice(&few.to_le_bytes());
            }
        });
        Portal::builder()
            .variable("PARVIS_MAX_ROOMS", "10000")
            .random(random)
            .start()
            .await
    };
    // Several owners, as one owner's creations wait for each other anyway.
    let mut owners = Vec::new();
    for name in ["Alix", "Camille", "Sacha", "Dominique"] {
        owners.push(portal.signed_in(name).await);
    }
    // Who is busy and keeps what it is sent is ready, however long the queue.
    let busy_was_unready = Arc::new(AtomicBool::new(false));
    let busy = {
        let (visitor, unready) = (portal.visitor(), Arc::clone(&busy_was_unready));
        tokio::spawn(async move {
            while visitor.get("/readyz").await.status == StatusCode::OK {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            unready.store(true, Ordering::Relaxed);
        })
    };
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let mut creations = JoinSet::new();
    for number in 0..ROOMS {
        let owner = &owners[number % owners.len()];
        let create = owner
            .request(Method::POST, "/api/v1/rooms")
            .json(&json!({ "name": format!("Salle {number}") }));
        let client = owner.client();
        let (origin, places) = (portal.origin.clone(), Arc::clone(&places));
        creations.spawn(async move {
            let _place = places.acquire().await.expect("never closed");
            let room: Room = Answer::of(create).await.json();
            let invitation = format!("{origin}/api/v1/rooms/{}/invitation", room.id);
            let told: Invitation = Answer::of(client.get(invitation)).await.json();
            let pin = told.dial_in.expect("a number").pin;
            [told.code.to_string(), pin.to_string()]
        });
    }
    let numbers = creations.join_all().await.concat();
    busy.abort();
    assert!(
        !busy_was_unready.load(Ordering::Relaxed),
        "busy, but unready"
    );
    assert_eq!(numbers.len(), 2 * ROOMS);
    assert!(
        drawn.load(Ordering::Relaxed) > 2 * ROOMS + 100,
        "no number was drawn twice: nothing was put to the test"
    );
    assert_eq!(numbers.into_iter().collect::<HashSet<_>>().len(), 2 * ROOMS);
}

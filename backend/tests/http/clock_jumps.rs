//! A machine's clock that jumps, as one does that is set by the network: forward while nobody looked, and back.

use std::time::Duration;

use parvis_contract::waiting::MeetingStatus;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{Person, Portal, Stream, address};

/// What a person does with a room, and guests with its link and its code.
async fn everything_works(portal: &Portal, alix: &Person) {
    let room = alix.create_room("Conseil").await;
    assert_eq!(alix.rename(&room, "Conseil d’école").await.status, 200);
    let renewed = alix.renew(&room, "attendee").await;
    assert_eq!(renewed.status, StatusCode::OK);
    let [_, attendee, _] = alix.secrets(&room).await;
    let code = alix.code(&room).await;
    let ticket = portal.visitor().ticket(&attendee).await;
    let path = format!("/api/v1/waiting/{ticket}/events");
    let mut waiting = Stream::open(portal.visitor().bare(Method::GET, &path)).await;
    let closed = waiting.next::<MeetingStatus>("door").await;
    let entrance = alix.launch(&room).await;
    let _connected = alix.enter(portal, &entrance).await;
    let changed = |status: &MeetingStatus| *status != closed;
    waiting.next_that::<MeetingStatus>("door", changed).await;
    let joined = portal.visitor().join(&attendee, "Camille").await;
    assert!(joined.is_some(), "the guest is let in");
    portal.visitor().entered_by(&code).await;
    let deleted = alix
        .send(
            Method::DELETE,
            &format!("{}?while_running=true", address(&room)),
        )
        .await;
    assert_eq!(deleted.status, StatusCode::NO_CONTENT);
    let restored = alix
        .post(&format!("{}/restore", address(&room)), json!({}))
        .await;
    assert_eq!(restored.status, StatusCode::NO_CONTENT);
    portal.keep_house().await;
}

#[tokio::test]
async fn a_clock_that_jumps_forward_and_back_stops_nobody() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "20")
        .start()
        .await;
    let before = portal.signed_in("Alix").await;
    everything_works(&portal, &before).await;
    portal.pass(Duration::from_hours(5));
    everything_works(&portal, &before).await;
    // Rooms, links, sessions and counts now are of the future.
    portal.turn_back(Duration::from_hours(7));
    everything_works(&portal, &before).await;
    everything_works(&portal, &portal.signed_in("Camille").await).await;
    portal.pass(Duration::from_hours(2));
    everything_works(&portal, &before).await;
}

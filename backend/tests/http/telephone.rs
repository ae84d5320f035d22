//! Telephone PINs that the conference server replaces.

use parvis_contract::invitation::Invitation;
use parvis_sandbox::{ServerBehaviour, VoiceBridgeBehaviour};
use reqwest::Method;
use serde_json::Value;

use crate::support::{Person, Portal, address};
use parvis_contract::room::Room;

async fn portal(voice_bridge: VoiceBridgeBehaviour) -> Portal {
    let portal = Portal::start().await;
    portal.sandbox.set_behaviour(ServerBehaviour {
        voice_bridge,
        ..ServerBehaviour::default()
    });
    portal
}

async fn invitation(alix: &Person, room: &Room) -> Invitation {
    let path = format!("{}/invitation", address(room));
    alix.get(&path).await.json()
}

/// The number by which the conference server connects callers.
async fn in_force(portal: &Portal) -> String {
    let meetings = portal.meetings().await;
    let number = meetings[0]["voice_bridge"].as_str();
    number.expect("a number").to_owned()
}

/// Starts the room's meeting, which runs for as long as the answer is held.
async fn start(portal: &Portal, alix: &Person, room: &Room) -> reqwest::Response {
    let [moderator, ..] = alix.secrets(room).await;
    let door = alix.join(&moderator, "").await.expect("let in");
    alix.enter(portal, &door).await
}

async fn end(portal: &Portal, alix: &Person, room: &Room) {
    alix.send(Method::POST, &format!("{}/end", address(room)))
        .await;
    portal.wait_until_meetings_ended().await;
}

#[tokio::test]
async fn behind_a_balancer_with_numbers_of_its_own_the_one_in_force_is_offered_while_it_is() {
    for voice_bridge in [
        VoiceBridgeBehaviour::Replaced,
        VoiceBridgeBehaviour::Dropped,
    ] {
        let portal = portal(voice_bridge).await;
        let alix = portal.signed_in("Alix").await;
        let room = alix.create_room("Une").await;
        let connected = start(&portal, &alix, &room).await;
        let given = in_force(&portal).await;
        let during = invitation(&alix, &room).await;
        let pin = during.dial_in.expect("a telephone").pin.to_string();
        assert_eq!((pin, during.pin_changes), (given.clone(), true));
        // It is the same meeting's for whoever comes later.
        let _other = start(&portal, &alix, &room).await;
        let during = invitation(&alix, &room).await;
        assert_eq!(during.dial_in.expect("a telephone").pin.to_string(), given);
        drop(connected);

        end(&portal, &alix, &room).await;
        let after = invitation(&alix, &room).await;
        assert!(after.dial_in.is_none() && after.pin_changes);
        // What became of one room's number will become of the next one's.
        let next = alix.create_room("Deux").await;
        let before = invitation(&alix, &next).await;
        assert!(before.dial_in.is_none() && before.pin_changes);
        // Whichever node was asked to start it.
        let node = portal.another_node().await;
        let path = format!("{node}{}/invitation", address(&next));
        let before: Invitation = alix.get(&path).await.json();
        assert!(before.dial_in.is_none() && before.pin_changes);
    }
}

#[tokio::test]
async fn moderators_read_the_number_in_force_in_the_meeting() {
    let portal = portal(VoiceBridgeBehaviour::Dropped).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let _connected = start(&portal, &alix, &room).await;
    let meetings = portal.meetings().await;
    let message = meetings[0]["create"]["moderatorOnlyMessage"].as_str();
    // The server writes its number there.
    assert!(message.expect("a message").contains("PIN : %%CONFNUM%% #"));
}

#[tokio::test]
async fn a_pin_that_is_renewed_during_a_meeting_is_the_next_one_s() {
    let portal = portal(VoiceBridgeBehaviour::Kept).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let _connected = start(&portal, &alix, &room).await;
    let renewed: Value = alix.renew(&room, "pin").await.json();
    // Whoever comes back finds the meeting with its old number, which is no balancer's.
    let _other = start(&portal, &alix, &room).await;
    let during = invitation(&alix, &room).await;
    assert!(!during.pin_changes);
    let pin = during.dial_in.expect("a telephone").pin.to_string();
    assert_eq!(renewed["dial_in"]["pin"], pin);
    assert_ne!(in_force(&portal).await, pin);
}

#[tokio::test]
async fn a_balancer_that_is_set_to_keep_numbers_gives_the_telephone_back() {
    let portal = portal(VoiceBridgeBehaviour::Replaced).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    drop(start(&portal, &alix, &room).await);
    end(&portal, &alix, &room).await;
    assert!(invitation(&alix, &room).await.dial_in.is_none());
    portal.sandbox.set_behaviour(ServerBehaviour::default());
    drop(start(&portal, &alix, &room).await);
    end(&portal, &alix, &room).await;
    let after = invitation(&alix, &room).await;
    assert!(after.dial_in.is_some() && !after.pin_changes);
}

//! The waiting room: who waits in it, and who passes it.

use parvis_contract::room::Room;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Portal};

/// Whatever the conference server takes for granted of those who say nothing (`authenticatedGuest`).
#[tokio::test]
async fn in_a_room_with_a_waiting_room_participants_are_guests_and_moderators_are_not() {
    for flag in [true, false] {
        for (waiting_room, let_in) in [(true, 1), (false, 2)] {
            let portal = Portal::builder().authenticated_guest(flag).start().await;
            let alix = portal.signed_in("Alix").await;
            let body = json!({ "name": "Une", "options": { "waiting_room": waiting_room } });
            let room: Room = alix.post("/api/v1/rooms", body).await.json();
            let [moderator, attendee, _] = alix.secrets(&room).await;
            let zoe = portal.visitor();
            let door = zoe.join(&moderator, "Zoé").await.expect("let in");
            let _connected = zoe.enter(&portal, &door).await;
            let noe = portal.visitor();
            let door = noe.join(&attendee, "Noé").await.expect("let in");
            let page = Answer::of(noe.bare(Method::GET, &door)).await;
            assert!(page.status.is_redirection(), "to the meeting or the lobby");
            let _waits = noe.enter(&portal, &door).await;
            let meetings = portal.meetings().await;
            let people = meetings[0]["participants"].as_array().map(Vec::len);
            assert_eq!(
                people,
                Some(let_in),
                "flag {flag}, waiting room {waiting_room}"
            );
        }
    }
}

/// The property of the conference server, and what the portal is told of it.
#[tokio::test]
async fn who_comes_by_the_authenticated_link_passes_the_waiting_room_where_the_owner_says_so() {
    for property in [true, false] {
        for (bypass, waiting) in [(true, 1), (false, 2)] {
            let portal = Portal::builder()
                .authenticated_guest(property)
                .variable("PARVIS_BBB_AUTHENTICATED_GUEST", &property.to_string())
                .start()
                .await;
            let options = json!({ "waiting_room": true, "authenticated_bypass": bypass });
            let doors = three_doors(&portal, options).await;
            let case = format!("property {property}, bypass {bypass}");
            assert_eq!(doors.waiting, waiting, "{case}");
            assert!(!doors.authenticated.contains("guest=false"), "{case}");
            let declared = doors.authenticated.contains("guest=true");
            assert_eq!(declared, !bypass, "{case}");
            assert!(doors.attendee.contains("guest=true"), "{case}");
        }
    }
}

/// A portal that is told nothing, or the wrong thing, of a server keeps people waiting.
#[tokio::test]
async fn nobody_passes_a_waiting_room_unseen_where_nothing_is_said_of_the_conference_server() {
    let portal = Portal::start().await;
    let options = json!({ "waiting_room": true, "authenticated_bypass": true });
    assert_eq!(three_doors(&portal, options).await.waiting, 2);
}

#[tokio::test]
async fn without_a_waiting_room_nobody_is_declared_a_guest_whatever_may_pass_it() {
    let portal = Portal::builder()
        .variable("PARVIS_BBB_AUTHENTICATED_GUEST", "true")
        .start()
        .await;
    let doors = three_doors(&portal, json!({ "authenticated_bypass": true })).await;
    assert_eq!(doors.waiting, 0);
    assert!(!doors.attendee.contains("guest="));
    assert_eq!(
        portal.meetings().await[0]["create"]["guestPolicy"],
        "ALWAYS_ACCEPT"
    );
}

/// How people came in.
struct Doors {
    attendee: String,
    authenticated: String,
    /// How many of the two wait in the lobby.
    waiting: usize,
}

/// A meeting with a moderator, somebody by the participant link and somebody by the authenticated one.
async fn three_doors(portal: &Portal, options: Value) -> Doors {
    let alix = portal.signed_in("Alix").await;
    let body = json!({ "name": "Une", "options": options });
    let room: Room = alix.post("/api/v1/rooms", body).await.json();
    let [moderator, attendee, authenticated] = alix.secrets(&room).await;
    let door = alix.join(&moderator, "").await.expect("let in");
    let _moderator = alix.enter(portal, &door).await;
    let noe = portal.visitor();
    let attendee = noe.join(&attendee, "Noé").await.expect("let in");
    let _attendee = noe.enter(portal, &attendee).await;
    noe.sign_in_as_attendee("noe").await;
    let authenticated = noe.join(&authenticated, "").await.expect("let in");
    let _authenticated = noe.enter(portal, &authenticated).await;
    let meetings = portal.meetings().await;
    let people = meetings[0]["participants"].as_array().map_or(0, Vec::len);
    Doors {
        attendee,
        authenticated,
        waiting: 3 - people,
    }
}

//! Waiting tickets, their streams, and live updates for owners.

use std::time::{Duration, Instant};

use parvis_contract::live::{Activity, Live};
use parvis_contract::problem::ProblemKind;
use parvis_contract::waiting::{MeetingStatus, Waiting};
use reqwest::Method;
use serde_json::json;

use crate::support::{Person, Portal, Stream, address, eventually};

async fn stream(portal: &Portal, ticket: &str) -> Stream {
    let path = format!("/api/v1/waiting/{ticket}/events");
    Stream::open(portal.visitor().bare(Method::GET, &path)).await
}

#[tokio::test]
async fn whoever_waits_is_told_within_two_seconds_of_the_start_and_enters() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let noe = portal.visitor();
    let ticket = noe.ticket(&attendee).await;
    let mut stream = stream(&portal, &ticket).await;
    assert_eq!(
        stream.next::<MeetingStatus>("door").await,
        MeetingStatus::Closed
    );
    let door = alix.join(&moderator, "").await.expect("let in");
    let _connected = alix.enter(&portal, &door).await;
    let started = Instant::now();
    assert_eq!(
        stream.next::<MeetingStatus>("door").await,
        MeetingStatus::Open
    );
    assert!(started.elapsed() < Duration::from_secs(2));
    let door = noe.join(&attendee, "Noé").await.expect("let in");
    assert!(door.contains("role=VIEWER"), "{door}");
}

#[tokio::test]
async fn who_cannot_have_a_stream_asks_and_learns_the_same() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let noe = portal.visitor();
    let path = format!("/api/v1/waiting/{}", noe.ticket(&attendee).await);
    let asked: Waiting = noe.get(&path).await.json();
    assert_eq!(asked.door, MeetingStatus::Closed);
    let door = alix.join(&moderator, "").await.expect("let in");
    let _connected = alix.enter(&portal, &door).await;
    eventually("the open door", async || {
        let asked: Waiting = noe.get(&path).await.json();
        (asked.door == MeetingStatus::Open).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_meeting_that_ends_closes_the_door_again() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let noe = portal.visitor();
    let mut stream = stream(&portal, &noe.ticket(&attendee).await).await;
    assert_eq!(
        stream.next::<MeetingStatus>("door").await,
        MeetingStatus::Closed
    );
    let door = alix.join(&moderator, "").await.expect("let in");
    let _connected = alix.enter(&portal, &door).await;
    assert_eq!(
        stream.next::<MeetingStatus>("door").await,
        MeetingStatus::Open
    );
    let end = format!("{}/end", address(&room));
    assert_eq!(alix.send(Method::POST, &end).await.status, 204);
    assert_eq!(
        stream.next::<MeetingStatus>("door").await,
        MeetingStatus::Closed
    );
    assert_eq!(noe.join(&attendee, "Noé").await, None, "too late: waits on");
}

/// What was known when somebody last wanted to know is not told to who comes much later.
#[tokio::test]
async fn nobody_is_told_of_a_meeting_that_was_over_before_they_came() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let noe = portal.visitor();
    let ticket = noe.ticket(&attendee).await;
    let door = alix.join(&moderator, "").await.expect("let in");
    let connected = alix.enter(&portal, &door).await;
    // Known to run from here on, and nobody looks on.
    eventually("the entrance", async || noe.join(&attendee, "Noé").await).await;
    drop(connected);
    let end = format!("{}/end", address(&room));
    alix.send(Method::POST, &end).await;
    portal.wait_until_meetings_ended().await;
    let mut waiting = stream(&portal, &ticket).await;
    assert_eq!(
        waiting.next::<MeetingStatus>("door").await,
        MeetingStatus::Closed
    );
    let mut live = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
    assert!(live.next::<Live>("live").await.rooms.is_empty());
}

#[tokio::test]
async fn what_became_of_the_link_or_the_room_is_learnt_by_knocking() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let renewed = alix.create_room("Une").await;
    let deleted = alix.create_room("Deux").await;
    for (room, kind) in [
        (&renewed, ProblemKind::LinkRenewed),
        (&deleted, ProblemKind::RoomDeleted),
    ] {
        let [_, attendee, _] = alix.secrets(room).await;
        let noe = portal.visitor();
        let mut stream = stream(&portal, &noe.ticket(&attendee).await).await;
        assert_eq!(
            stream.next::<MeetingStatus>("door").await,
            MeetingStatus::Closed
        );
        if kind == ProblemKind::LinkRenewed {
            alix.renew(room, "attendee").await;
        } else {
            alix.send(Method::DELETE, &address(room)).await;
        }
        assert_eq!(
            stream.next::<MeetingStatus>("door").await,
            MeetingStatus::Open
        );
        let body = json!({ "secret": attendee, "name": "Noé" });
        noe.post("/api/v1/join", body).await.assert_problem(kind);
    }
}

#[tokio::test]
async fn a_ticket_opens_nothing_and_only_ours_are_tickets() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [_, attendee, _] = alix.secrets(&room).await;
    let noe = portal.visitor();
    let ticket = noe.ticket(&attendee).await;
    let body = json!({ "secret": ticket, "name": "Noé" });
    noe.post("/api/v1/join", body)
        .await
        .assert_problem(ProblemKind::LinkUnknown);
    let unknown = async |ticket: &str| {
        for path in ["", "/events"] {
            let path = format!("/api/v1/waiting/{ticket}{path}");
            let answer = noe.get(&path).await;
            answer.assert_problem(ProblemKind::TicketUnknown);
        }
    };
    unknown("x").await;
    unknown(&attendee).await;
    portal.pass(Duration::from_hours(24));
    unknown(&ticket).await;
}

#[tokio::test]
async fn who_asks_learns_what_became_of_the_link_too() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [_, attendee, _] = alix.secrets(&room).await;
    let noe = portal.visitor();
    let path = format!("/api/v1/waiting/{}", noe.ticket(&attendee).await);
    alix.renew(&room, "attendee").await;
    let asked: Waiting = noe.get(&path).await.json();
    assert_eq!(asked.door, MeetingStatus::Open);
}

/// A class that presses "Rejoindre" while the conference server takes its time shares one answer.
#[tokio::test]
async fn those_who_ask_a_server_that_hangs_are_all_told_together() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [_, attendee, _] = alix.secrets(&room).await;
    portal.sandbox.set_fault(parvis_sandbox::Fault::Hang);
    let began = Instant::now();
    let mut answers = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let request = portal.visitor().request(Method::POST, "/api/v1/join");
        let body = json!({ "secret": attendee, "name": "Noé" });
        answers.spawn(crate::support::Answer::of(request.json(&body)));
    }
    while let Some(answer) = answers.join_next().await {
        answer
            .expect("no panic")
            .assert_problem(ProblemKind::ConferenceSlow);
    }
    // Eight seconds each, one after the other, would be minutes.
    assert!(began.elapsed() < Duration::from_secs(30));
}

/// Those who wait and those who enter cost a question every half second, however many they are.
#[tokio::test]
async fn the_conference_server_is_asked_for_the_one_meeting_once_for_everybody() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let noe = portal.visitor();
    let mut streams = Vec::new();
    for _ in 0..40 {
        let ticket = noe.ticket(&attendee).await;
        let mut stream = stream(&portal, &ticket).await;
        assert_eq!(
            stream.next::<MeetingStatus>("door").await,
            MeetingStatus::Closed
        );
        streams.push(stream);
    }
    let before = portal.sandbox.calls_of("getMeetingInfo");
    let began = Instant::now();
    let door = alix.join(&moderator, "").await.expect("let in");
    let _connected = alix.enter(&portal, &door).await;
    for stream in &mut streams {
        assert_eq!(
            stream.next::<MeetingStatus>("door").await,
            MeetingStatus::Open
        );
        noe.join(&attendee, "Noé").await.expect("let in");
    }
    // One each half second, the first at once; and one each second for those who enter.
    let most = began.elapsed().as_millis() / 500 + began.elapsed().as_millis() / 1_000 + 2;
    let asked = u128::from(portal.sandbox.calls_of("getMeetingInfo") - before);
    assert!(asked <= most, "{asked} of {most}");
    assert_eq!(portal.sandbox.calls_of("getMeetings"), 0);
}

#[tokio::test]
async fn who_waits_at_another_node_than_the_start_is_told_too() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let other = portal.another_node().await;
    let noe = portal.visitor();
    let path = format!(
        "{other}/api/v1/waiting/{}/events",
        noe.ticket(&attendee).await
    );
    let mut stream = Stream::open(noe.bare(Method::GET, &path)).await;
    assert_eq!(
        stream.next::<MeetingStatus>("door").await,
        MeetingStatus::Closed
    );
    // After the first question the next one follows in ten seconds, unless the node learns of the start.
    eventually("the first question", async || {
        (portal.sandbox.calls_of("getMeetingInfo") > 0).then_some(())
    })
    .await;
    let door = alix.join(&moderator, "").await.expect("let in");
    let _connected = alix.enter(&portal, &door).await;
    let started = Instant::now();
    assert_eq!(
        stream.next::<MeetingStatus>("door").await,
        MeetingStatus::Open
    );
    assert!(
        started.elapsed() < Duration::from_secs(4),
        "{:?}",
        started.elapsed()
    );
}

#[tokio::test]
async fn nobody_is_asked_while_nobody_wants_to_know() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [_, attendee, _] = alix.secrets(&room).await;
    let ticket = alix.ticket_of_a_stranger(&portal, &attendee).await;
    let mut stream = stream(&portal, &ticket).await;
    assert_eq!(
        stream.next::<MeetingStatus>("door").await,
        MeetingStatus::Closed
    );
    // Just after a start, those who wait are asked for most often.
    let [moderator, ..] = alix.secrets(&room).await;
    let door = alix.join(&moderator, "").await.expect("let in");
    let _connected = alix.enter(&portal, &door).await;
    assert_eq!(
        stream.next::<MeetingStatus>("door").await,
        MeetingStatus::Open
    );
    let before = portal.sandbox.calls();
    eventually("the questions for those who wait", async || {
        (portal.sandbox.calls() >= before + 2).then_some(())
    })
    .await;
    drop(stream);
    // Until the server has noticed that the page is gone.
    let mut before = portal.sandbox.calls();
    let mut quiet = 0;
    let patience = Instant::now();
    // Longer than between two questions.
    while quiet < 60 {
        assert!(
            patience.elapsed() < Duration::from_secs(40),
            "asks on and on"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
        let now = portal.sandbox.calls();
        quiet = if now == before { quiet + 1 } else { 0 };
        before = now;
    }
}

#[tokio::test]
async fn owners_are_told_which_rooms_run_and_with_how_many_people() {
    let portal = Portal::builder()
        .variable("PARVIS_SHOW_ACTIVITY", "true")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let mut live = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
    let first: Live = live.next("live").await;
    assert!(first.rooms.is_empty());
    let mut connected = Vec::new();
    for (people, secret) in [(1, &moderator), (2, &attendee)] {
        let guest = portal.visitor();
        // An attendee may come before it is known that the meeting runs.
        let enter = async || guest.join(secret, "Quelqu'un").await;
        let door = eventually("the entrance", enter).await;
        connected.push(guest.enter(&portal, &door).await);
        let told: Live = live.next("live").await;
        assert_eq!((told.rooms.len(), told.rooms[0].people), (1, people));
        assert_eq!(told.rooms[0].id, room.id);
        assert_eq!(
            told.activity,
            Some(Activity {
                meetings: 1,
                people
            })
        );
    }
    let camille = portal.signed_in("Camille").await;
    let mut theirs = Stream::open(camille.bare(Method::GET, "/api/v1/events")).await;
    let told: Live = theirs.next("live").await;
    assert!(told.rooms.is_empty(), "not theirs");
    connected.clear();
    live.next_that("live", |live: &Live| live.rooms.is_empty())
        .await;
}

impl Person {
    /// A ticket that a stranger was given.
    async fn ticket_of_a_stranger(&self, portal: &Portal, secret: &str) -> String {
        portal.visitor().ticket(secret).await
    }
}

//! `GET /api/v1/rooms/{id}/meetings`: the meetings of a room, and how their starts, people and ends are known.

use std::time::Duration;

use parvis_contract::history::{MeetingHistory, PastMeeting};
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::Room;
use parvis_contract::timestamp::Timestamp;
use parvis_sandbox::{Fault, ListBehaviour, ServerBehaviour};
use reqwest::Method;
use serde_json::Value;

use crate::support::{Answer, Person, Portal, Stream, address, eventually};

const YEAR: Duration = Duration::from_hours(365 * 24);

async fn history(person: &Person, room: &Room) -> MeetingHistory {
    let path = format!("{}/meetings", address(room));
    person.get(&path).await.json()
}

/// The only meeting of a room.
async fn only(person: &Person, room: &Room) -> PastMeeting {
    let mut history = history(person, room).await;
    assert_eq!((history.count, history.items.len()), (1, 1));
    history.items.remove(0)
}

/// Ends the meeting of a room for everybody, and waits until that is known.
async fn end(portal: &Portal, owner: &Person, room: &Room) {
    let path = format!("{}/end", address(room));
    owner.send(Method::POST, &path).await;
    portal.wait_until_meetings_ended().await;
    eventually("the end in the history", async || {
        let all = history(owner, room).await.items;
        all.iter()
            .all(|meeting| meeting.ended_at.is_some())
            .then_some(())
    })
    .await;
}

/// The address at which the conference server reports the end of the running meeting of a room.
async fn report_address(portal: &Portal, room: &Room) -> String {
    let meetings = portal.meetings().await;
    let mut meetings = meetings.as_array().expect("a list").iter();
    let meeting = meetings.find(|meeting| meeting["meeting_id"] == room.id.to_string());
    let create = &meeting.expect("it is there")["create"];
    create["meta_endCallbackUrl"]
        .as_str()
        .expect("an address")
        .to_owned()
}

/// Reports an end as the conference server does.
async fn report(portal: &Portal, address: &str, meeting: &str) -> Answer {
    let url = format!("{address}&recordingmarks=false&meetingID={meeting}");
    portal.visitor().get(&url).await
}

/// Has the portal forget the ends of all meetings, as if no report of them had come.
async fn lose_reports(portal: &Portal) {
    portal
        .execute("UPDATE room_meetings SET ended_at = NULL")
        .await;
}

#[tokio::test]
async fn a_launch_begins_a_meeting_and_another_one_enters_it() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let none = history(&alix, &room).await;
    assert_eq!((none.count, none.kept_days), (0, 365));
    assert_eq!((none.items, &*none.room_name), (Vec::new(), "Une"));
    alix.launch(&room).await;
    portal.pass(Duration::from_mins(1));
    alix.launch(&room).await;
    let expected = PastMeeting {
        started_at: Timestamp("2026-02-12T09:30:00Z".to_owned()),
        ended_at: None,
        minutes: None,
        most_people: None,
    };
    assert_eq!(only(&alix, &room).await, expected);
}

#[tokio::test]
async fn a_temporary_meeting_is_in_no_history() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    alix.send(Method::POST, "/api/v1/meetings")
        .await
        .json::<Value>();
    assert_eq!(portal.count_rows("room_meetings").await, 0);
    let meetings = portal.meetings().await.to_string();
    assert!(!meetings.contains("meta_endCallbackUrl"), "{meetings}");
}

#[tokio::test]
async fn the_largest_number_of_people_stays_when_they_leave() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let watching = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
    let door = alix.launch(&room).await;
    let inside = alix.enter(&portal, &door).await;
    let [_, secret, _] = alix.secrets(&room).await;
    let guest = portal.visitor();
    let door = guest.join(&secret, "Noé").await.expect("let in");
    let second = guest.enter(&portal, &door).await;
    eventually("two people", async || {
        (only(&alix, &room).await.most_people == Some(2)).then_some(())
    })
    .await;
    drop(second);
    eventually("one who is left", async || {
        let meetings = portal.meetings().await;
        let people = meetings[0]["participants"].as_array().map(Vec::len);
        (people == Some(1)).then_some(())
    })
    .await;
    portal.keep_house().await;
    assert_eq!(only(&alix, &room).await.most_people, Some(2));
    drop((inside, watching));
}

#[tokio::test]
async fn housekeeping_counts_people_where_nobody_watches() {
    for list in [ListBehaviour::Whole, ListBehaviour::Disabled] {
        let portal = Portal::start().await;
        portal.sandbox.set_behaviour(ServerBehaviour {
            list,
            ..ServerBehaviour::default()
        });
        let alix = portal.signed_in("Alix").await;
        let room = alix.create_room("Une").await;
        let door = alix.launch(&room).await;
        let inside = alix.enter(&portal, &door).await;
        portal.keep_house().await;
        let meeting = only(&alix, &room).await;
        assert_eq!((meeting.most_people, meeting.ended_at), (Some(1), None));
        drop(inside);
    }
}

#[tokio::test]
async fn the_conference_server_reports_the_end_and_the_length_is_known() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    alix.launch(&room).await;
    portal.pass(Duration::from_secs(61 * 60 + 59));
    end(&portal, &alix, &room).await;
    let meeting = only(&alix, &room).await;
    assert_eq!(meeting.minutes, Some(61));
    let ended_at = meeting.ended_at.expect("ended");
    assert_eq!(ended_at.0, "2026-02-12T10:31:59Z");
}

#[tokio::test]
async fn a_report_that_is_repeated_or_late_ends_no_later_meeting() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    alix.launch(&room).await;
    let address = report_address(&portal, &room).await;
    end(&portal, &alix, &room).await;
    let id = room.id.to_string();
    assert_eq!(report(&portal, &address, &id).await.status, 204);
    portal.pass(Duration::from_hours(1));
    assert_eq!(report(&portal, &address, &id).await.status, 204);
    let first = only(&alix, &room).await;
    assert_eq!(first.minutes, Some(0));
    // Nobody has entered it yet.
    alix.launch(&room).await;
    assert_eq!(report(&portal, &address, &id).await.status, 204);
    let all = history(&alix, &room).await.items;
    let ended: Vec<_> = all
        .iter()
        .map(|meeting| meeting.ended_at.is_some())
        .collect();
    assert_eq!(ended, [false, true]);
    assert_eq!(all[1], first);
}

#[tokio::test]
async fn a_report_that_is_forged_or_of_another_room_or_untrue_ends_nothing() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let other = alix.create_room("Deux").await;
    let door = alix.launch(&room).await;
    let inside = alix.enter(&portal, &door).await;
    alix.launch(&other).await;
    let address = report_address(&portal, &room).await;
    let (path, token) = address.split_once("?token=").expect("a token");
    let id = room.id.to_string();
    for forged in ["", "forged", &token[..token.len() - 1]] {
        let address = format!("{path}?token={forged}");
        let answer = report(&portal, &address, &id).await;
        answer.assert_problem(ProblemKind::TokenRefused);
    }
    let answer = portal.visitor().get(path).await;
    answer.assert_problem(ProblemKind::TokenRefused);
    let answer = report(&portal, &address, &other.id.to_string()).await;
    answer.assert_problem(ProblemKind::TokenRefused);
    // Everybody in the meeting can read the address.
    let answer = report(&portal, &address, &id).await;
    answer.assert_problem(ProblemKind::MeetingRunning);
    assert_eq!(only(&alix, &room).await.ended_at, None);
    // Nobody has entered this one yet.
    let of_other = report_address(&portal, &other).await;
    let answer = report(&portal, &of_other, &other.id.to_string()).await;
    answer.assert_problem(ProblemKind::MeetingRunning);
    assert_eq!(only(&alix, &other).await.ended_at, None);
    drop(inside);
}

#[tokio::test]
async fn a_report_while_the_conference_server_fails_is_to_come_again() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    alix.launch(&room).await;
    let address = report_address(&portal, &room).await;
    let id = room.id.to_string();
    end(&portal, &alix, &room).await;
    lose_reports(&portal).await;
    portal.sandbox.set_fault(Fault::Error);
    assert_eq!(report(&portal, &address, &id).await.status, 503);
    assert_eq!(only(&alix, &room).await.ended_at, None);
    portal.sandbox.set_fault(Fault::None);
    assert_eq!(report(&portal, &address, &id).await.status, 204);
    assert!(only(&alix, &room).await.ended_at.is_some());
}

#[tokio::test]
async fn an_end_that_nobody_reports_is_found_and_is_not_long_after_the_meeting_was_seen() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    alix.launch(&room).await;
    portal.pass(Duration::from_mins(30));
    portal.keep_house().await;
    assert_eq!(only(&alix, &room).await.ended_at, None);
    end(&portal, &alix, &room).await;
    lose_reports(&portal).await;
    // As after a week-end without the backend.
    portal.pass(Duration::from_hours(6));
    portal.keep_house().await;
    assert_eq!(only(&alix, &room).await.minutes, Some(40));
}

#[tokio::test]
async fn a_meeting_that_was_wrongly_found_to_have_ended_goes_on_with_the_next_launch() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    alix.launch(&room).await;
    portal
        .execute("UPDATE room_meetings SET ended_at = started_at")
        .await;
    assert_eq!(only(&alix, &room).await.minutes, Some(0));
    alix.launch(&room).await;
    assert_eq!(only(&alix, &room).await.ended_at, None);
}

#[tokio::test]
async fn the_next_meeting_of_a_room_ends_the_one_before() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    alix.launch(&room).await;
    end(&portal, &alix, &room).await;
    lose_reports(&portal).await;
    portal.pass(Duration::from_mins(3));
    alix.launch(&room).await;
    let minutes: Vec<_> = history(&alix, &room)
        .await
        .items
        .iter()
        .map(|meeting| meeting.minutes)
        .collect();
    assert_eq!(minutes, [None, Some(3)]);
}

#[tokio::test]
async fn a_meeting_is_forgotten_after_the_days_that_the_instance_keeps_it() {
    for (days, time) in [("", YEAR), ("2", Duration::from_hours(48))] {
        let portal = Portal::builder()
            .variable("PARVIS_HISTORY_DAYS", days)
            .start()
            .await;
        let alix = portal.signed_in("Alix").await;
        let room = alix.create_room("Une").await;
        alix.launch(&room).await;
        end(&portal, &alix, &room).await;
        // Signing in again would need a provider whose clock is moved too.
        let earlier = time.as_millis() - 1000;
        portal
            .execute(&format!(
                "UPDATE room_meetings SET started_at = started_at - {earlier}"
            ))
            .await;
        portal.keep_house().await;
        assert_eq!(history(&alix, &room).await.count, 1);
        portal.pass(Duration::from_secs(1));
        assert_eq!(history(&alix, &room).await.count, 0);
        assert_eq!(portal.count_rows("room_meetings").await, 1);
        portal.keep_house().await;
        assert_eq!(portal.count_rows("room_meetings").await, 0);
    }
}

#[tokio::test]
async fn an_instance_that_keeps_no_meetings_records_none_and_asks_for_no_report() {
    let portal = Portal::builder()
        .variable("PARVIS_HISTORY_DAYS", "0")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    alix.launch(&room).await;
    assert_eq!(portal.count_rows("room_meetings").await, 0);
    let meetings = portal.meetings().await.to_string();
    assert!(!meetings.contains("meta_endCallbackUrl"), "{meetings}");
    let history = history(&alix, &room).await;
    assert_eq!((history.count, history.kept_days), (0, 0));
}

#[tokio::test]
async fn the_history_is_deleted_and_restored_with_its_room() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    alix.launch(&room).await;
    end(&portal, &alix, &room).await;
    alix.send(Method::DELETE, &address(&room)).await;
    let path = format!("{}/meetings", address(&room));
    let answer = alix.get(&path).await;
    answer.assert_problem(ProblemKind::DeletedByYou);
    alix.send(Method::POST, &format!("{}/restore", address(&room)))
        .await;
    only(&alix, &room).await;
    alix.send(Method::DELETE, &address(&room)).await;
    portal.pass(Duration::from_hours(2));
    portal.keep_house().await;
    assert_eq!(portal.count_rows("room_meetings").await, 0);
}

#[tokio::test]
async fn the_newest_five_hundred_are_listed_and_all_are_counted() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    alix.launch(&room).await;
    portal
        .execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) \
             INSERT INTO room_meetings \
             (room_id, create_time, started_at, seen_at, ended_at, most_people) \
             SELECT room_id, create_time - i, started_at - i * 60000, seen_at, started_at, i \
             FROM room_meetings CROSS JOIN n",
        )
        .await;
    let history = history(&alix, &room).await;
    assert_eq!((history.count, history.items.len()), (501, 500));
    let ends = [&history.items[0], &history.items[499]];
    assert_eq!(ends.map(|meeting| meeting.most_people), [None, Some(499)]);
}

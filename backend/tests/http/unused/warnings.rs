//! When a warning counts no more: it is too old, its owner is another one or has another address, the database was
//! restored, or a clock jumped.

use parvis_contract::delegate::Delegate;
use parvis_contract::room::RoomPage;
use reqwest::{Method, StatusCode};
use serde_json::json;

use super::{
    DAY, ROOMS, days, goes_after_thirty_days, mails, portal, portal_with, room_names, warned,
    warns_of,
};
use crate::delegates::delegate;
use crate::support::{CAMILLE, MailServer, Person, Portal, address, eventually, fresh_database};

const BOTH: [(&str, &str); 2] = [
    ("PARVIS_UNUSED_ROOM_DAYS", "90"),
    ("PARVIS_UNUSED_ACCOUNT_DAYS", "90"),
];

/// Signs in and changes the only room.
async fn use_room(portal: &Portal, name: &str) -> Person {
    let person = portal.signed_in(name).await;
    let page: RoomPage = person.get("/api/v1/rooms").await.json();
    let renamed = person.rename(&page.items[0], "Utile").await;
    assert_eq!(renamed.status, StatusCode::OK, "{}", renamed.body);
    person
}

/// That after the last use, now, everything is kept for 90 days, with a new warning after 60.
async fn is_warned_anew(portal: &Portal, server: &MailServer, mails_before: usize) {
    for _ in 0..59 {
        days(portal, 1).await;
    }
    mails(portal, server, mails_before).await;
    days(portal, 1).await;
    mails(portal, server, mails_before + 1).await;
    for _ in 0..29 {
        days(portal, 1).await;
    }
    assert_eq!(portal.count_rows(ROOMS).await, 1);
    days(portal, 1).await;
    assert_eq!(portal.count_rows(ROOMS).await, 0);
}

#[tokio::test]
async fn a_warning_that_was_sent_long_ago_is_followed_by_another_and_by_no_deletion() {
    let server = MailServer::start().await;
    let portal = warned(&server, &BOTH).await;
    // As if nobody had looked meanwhile, or the period had been longer.
    days(&portal, 60).await;
    mails(&portal, &server, 2).await;
    goes_after_thirty_days(&portal).await;
}

#[tokio::test]
async fn a_clock_that_jumps_forward_and_back_deletes_nothing_unwarned() {
    let server = MailServer::start().await;
    let portal = portal_with(&server, &BOTH).await;
    portal.signed_in("Alix").await.create_room("Une").await;
    portal.pass(DAY * 100);
    portal.keep_house().await;
    mails(&portal, &server, 1).await;
    portal.turn_back(DAY * 100);
    use_room(&portal, "Alix").await;
    is_warned_anew(&portal, &server, 1).await;
}

#[tokio::test]
async fn a_warning_of_a_time_that_was_yet_to_come_counts_for_nothing_when_it_has_come() {
    let server = MailServer::start().await;
    let portal = portal_with(&server, &BOTH).await;
    portal.signed_in("Alix").await.create_room("Une").await;
    portal.pass(DAY * 100);
    portal.keep_house().await;
    mails(&portal, &server, 1).await;
    portal.turn_back(DAY * 65);
    use_room(&portal, "Alix").await;
    // Nobody looks before the warning seems to be old enough.
    portal.pass(DAY * 95);
    portal.keep_house().await;
    assert_eq!(portal.count_rows(ROOMS).await, 1);
    mails(&portal, &server, 2).await;
}

#[tokio::test]
async fn a_use_while_the_clock_was_back_takes_a_warning_back() {
    let server = MailServer::start().await;
    let portal = warned(&server, &BOTH).await;
    portal.turn_back(DAY * 100);
    use_room(&portal, "Alix").await;
    portal.pass(DAY * 100);
    days(&portal, 30).await;
    assert_eq!(portal.count_rows(ROOMS).await, 1);
    mails(&portal, &server, 2).await;
    days(&portal, 29).await;
    assert_eq!(portal.count_rows(ROOMS).await, 1);
}

#[tokio::test]
async fn a_warning_to_another_owner_counts_for_nothing() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    let alix = portal.signed_in("Alix").await;
    alix.create_room("Une").await;
    portal.signed_in("Camille").await;
    days(&portal, 60).await;
    mails(&portal, &server, 1).await;
    // As if the handover had not been use.
    portal
        .execute("UPDATE rooms SET owner_id = (SELECT id FROM accounts WHERE name LIKE 'Camille%')")
        .await;
    days(&portal, 30).await;
    assert_eq!(portal.count_rows(ROOMS).await, 1);
    let mails = mails(&portal, &server, 2).await;
    assert_eq!(mails[1].recipient, CAMILLE);
}

#[tokio::test]
async fn a_new_address_is_warned_anew() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    portal.signed_in("Alix").await.create_room("Une").await;
    portal
        .execute("UPDATE accounts SET email = 'avant@exemple.education.fr'")
        .await;
    days(&portal, 60).await;
    let first = mails(&portal, &server, 1).await.remove(0);
    assert_eq!(first.recipient, "avant@exemple.education.fr");
    portal.pass(DAY * 10);
    portal.signed_in("Alix").await;
    portal.keep_house().await;
    let second = mails(&portal, &server, 2).await.remove(1);
    assert_eq!(second.recipient, "alix.martin@exemple.education.fr");
    goes_after_thirty_days(&portal).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restored_database_knows_of_no_warning() {
    let server = MailServer::start().await;
    let portal = warned(&server, &BOTH).await;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("backup").display().to_string();
    portal
        .command_beside(&["backup", &path])
        .await
        .expect("saved");
    let fresh = fresh_database(folder.path()).await;
    let at_fresh = [("PARVIS_DATABASE_URL", &*fresh)];
    portal
        .command_with(&at_fresh, &["restore", &path])
        .await
        .expect("restored");
    let again = folder.path().join("again").display().to_string();
    portal
        .command_with(&at_fresh, &["backup", &again])
        .await
        .expect("saved");
    let text = std::fs::read_to_string(&again).expect("the file");
    assert!(!text.contains("\"table\":\"unused_warnings\""), "{text}");
    assert_eq!(text.matches("\"unused_warning_id\":null").count(), 2);
}

#[tokio::test]
async fn handing_over_and_what_delegates_leave_is_use() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let mut rooms = Vec::new();
    for name in ["Offerte", "Refusée", "Quittée", "Retirée", "Oubliée"] {
        let room = alix.create_room(name).await;
        let delegate: Delegate = delegate(&alix, &room, CAMILLE, &camille).await;
        rooms.push((room, delegate));
    }
    let path = |place: usize| {
        format!(
            "{}/delegates/{}",
            address(&rooms[place].0),
            rooms[place].1.id
        )
    };
    let offer = |place: usize| format!("{}/handover", path(place));
    alix.send(Method::PUT, &offer(1)).await;
    portal.pass(DAY * 50);
    for (person, name) in [(&alix, "Alix"), (&camille, "Camille")] {
        person.sign_in(name, "/").await;
    }
    let decline = format!("{}/handover/decline", address(&rooms[1].0));
    let leave = format!("{}/delegation", address(&rooms[2].0));
    for (person, method, path) in [
        (&alix, Method::PUT, offer(0)),
        (&camille, Method::POST, decline),
        (&camille, Method::DELETE, leave),
        (&alix, Method::DELETE, path(3)),
    ] {
        let answer = person.send(method, &path).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.body);
    }
    days(&portal, 10).await;
    let mail = mails(&portal, &server, 1).await.remove(0);
    warns_of(&mail, "Oubliée");
}

#[tokio::test]
async fn changing_deleting_and_restoring_a_file_is_use() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    let alix = portal.signed_in("Alix").await;
    let mut rooms = Vec::new();
    for name in ["Changé", "Effacé", "Rétabli", "Oublié"] {
        let room = alix.create_room(name).await;
        let file = alix.add_file(&room, "a.pdf").await;
        rooms.push((room, file));
    }
    let path = |place: usize| format!("{}/files/{}", address(&rooms[place].0), rooms[place].1.id);
    portal.pass(DAY * 50);
    alix.sign_in("Alix", "/").await;
    let change = json!({ "is_first": true });
    alix.change_file(&rooms[0].0, &rooms[0].1, change).await;
    for place in [1, 2] {
        alix.send(Method::DELETE, &path(place)).await;
    }
    let restored = alix
        .send(Method::POST, &format!("{}/restore", path(2)))
        .await;
    assert!(restored.status.is_success(), "{}", restored.body);
    days(&portal, 10).await;
    let mail = mails(&portal, &server, 1).await.remove(0);
    warns_of(&mail, "Oublié");
}

#[tokio::test]
async fn a_delegate_without_an_address_or_a_room_keeps_the_account() {
    let server = MailServer::start().await;
    let portal = portal_with(&server, &BOTH).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let camille = portal.signed_in("Camille").await;
    delegate(&alix, &room, CAMILLE, &camille).await;
    portal.execute("UPDATE accounts SET email = NULL").await;
    days(&portal, 200).await;
    days(&portal, 200).await;
    assert_eq!(portal.count_rows("accounts").await, 2);
    assert_eq!(server.attempts(), 0);
    portal.execute("DELETE FROM delegations").await;
    portal.keep_house().await;
    assert_eq!(
        portal.count_rows("accounts WHERE purged_at IS NULL").await,
        1
    );
}

#[tokio::test]
async fn a_meeting_whose_creation_is_not_recorded_keeps_its_room() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let door = alix.launch(&room).await;
    let _connected = alix.enter(&portal, &door).await;
    portal
        .execute("UPDATE rooms SET last_meeting_at = NULL")
        .await;
    days(&portal, 60).await;
    mails(&portal, &server, 1).await;
    days(&portal, 30).await;
    assert_eq!(room_names(&portal, "Alix").await, ["Une"]);
}

#[tokio::test]
async fn rooms_that_were_not_used_since_the_update_count_from_their_last_meeting() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    portal.signed_in("Alix").await.create_room("Une").await;
    // As the release before leaves them.
    portal.execute("UPDATE rooms SET last_used_at = NULL").await;
    days(&portal, 59).await;
    assert_eq!(portal.count_rows("unused_warnings").await, 0);
    days(&portal, 1).await;
    mails(&portal, &server, 1).await;
    days(&portal, 30).await;
    assert_eq!(portal.count_rows(ROOMS).await, 0);
}

#[tokio::test]
async fn a_warned_account_is_taken_back_by_its_session() {
    let server = MailServer::start().await;
    let portal = portal_with(&server, &BOTH).await;
    let alix = portal.signed_in("Alix").await;
    // As if the clock had jumped: no session is as long as that.
    portal
        .execute("UPDATE accounts SET last_used_at = last_used_at - 5184000000")
        .await;
    portal.keep_house().await;
    mails(&portal, &server, 1).await;
    let page: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(page.items.len(), 0);
    eventually("the record of the use", async || {
        let warned = "accounts WHERE unused_warning_id IS NOT NULL";
        (portal.count_rows(warned).await == 0).then_some(())
    })
    .await;
}

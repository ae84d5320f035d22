//! Rooms and accounts that nobody uses: who is warned, what takes a warning back, and what is deleted.

mod accounts;
mod warnings;

use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Room, RoomPage};
use parvis_sandbox::Fault;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::audit::events;
use crate::delegates::delegate;
use crate::support::{
    CAMILLE, DOMINIQUE, MailBehaviour, MailServer, Person, Portal, ReceivedMail, address,
    eventually,
};

const DAY: Duration = Duration::from_hours(24);

/// The rooms that are not deleted. The identity provider's clock is the system's: its tokens are too old for somebody who
/// signs in after hundreds of days.
const ROOMS: &str = "rooms WHERE deleted_at IS NULL";

const ROOMS_AFTER_90_DAYS: (&str, &str) = ("PARVIS_UNUSED_ROOM_DAYS", "90");

/// A portal that sends mails, and deletes rooms after 90 days.
async fn portal(server: &MailServer) -> Portal {
    portal_with(server, &[ROOMS_AFTER_90_DAYS]).await
}

async fn portal_with(server: &MailServer, variables: &[(&str, &str)]) -> Portal {
    Portal::builder()
        .mail_server(&server.url)
        .variables(variables)
        .start()
        .await
}

/// Lets days pass, and then does what the portal does now and then.
async fn days(portal: &Portal, days: u32) {
    portal.pass(DAY * days);
    portal.keep_house().await;
}

/// The mails that were sent so far, once there are so many and the portal knows of it.
async fn mails(portal: &Portal, server: &MailServer, count: usize) -> Vec<ReceivedMail> {
    let mails = server.wait_for(count).await;
    no_mail_waits(portal).await;
    assert_eq!(mails.len(), count);
    mails
}

/// A portal with a room "Une" of Alix's, who has just been warned of its deletion.
async fn warned(server: &MailServer, variables: &[(&str, &str)]) -> Portal {
    let portal = portal_with(server, variables).await;
    portal.signed_in("Alix").await.create_room("Une").await;
    days(&portal, 60).await;
    mails(&portal, server, 1).await;
    portal
}

/// That the room is kept for 29 further days, and deleted after 30.
async fn goes_after_thirty_days(portal: &Portal) {
    days(portal, 29).await;
    assert_eq!(portal.count_rows(ROOMS).await, 1);
    days(portal, 1).await;
    assert_eq!(portal.count_rows(ROOMS).await, 0);
}

/// That a mail warns of one room, which has this name.
fn warns_of(mail: &ReceivedMail, name: &str) {
    let text = mail.text.replace("\r\n", "\n");
    assert_eq!(text.matches("\n- ").count(), 1, "{text}");
    assert!(text.contains(&format!("\n- {name}\n")), "{text}");
}

async fn no_mail_waits(portal: &Portal) {
    eventually("mails that are sent or given up", async || {
        (portal.count_rows("outgoing_mails").await == 0).then_some(())
    })
    .await;
}

/// The names of the rooms of somebody who signs in for that.
async fn room_names(portal: &Portal, name: &str) -> Vec<String> {
    let person = portal.signed_in(name).await;
    let page: RoomPage = person.get("/api/v1/rooms").await.json();
    page.items.into_iter().map(|room| room.name).collect()
}

async fn resolve(portal: &Portal, secret: &str) -> crate::support::Answer {
    let body = json!({ "secret": secret });
    portal.visitor().post("/api/v1/join/resolve", body).await
}

async fn create_room(person: &Person, name: &str, language: &str) -> Room {
    let wish = json!({ "name": name, "language": language });
    person.post("/api/v1/rooms", wish).await.json()
}

#[tokio::test]
async fn the_owner_is_warned_once_of_all_unused_rooms_in_the_language_of_the_last() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    let alix = portal.signed_in("Alix").await;
    for name in ["Zinc", "Conseil <b>"] {
        create_room(&alix, name, "en").await;
    }
    days(&portal, 59).await;
    assert_eq!(portal.count_rows("unused_warnings").await, 0);
    days(&portal, 1).await;
    let [mail] = &mails(&portal, &server, 1).await[..] else {
        panic!("not one mail")
    };
    assert_eq!(mail.recipient, "alix.martin@exemple.education.fr");
    let date = "13\u{a0}May\u{a0}2026";
    assert_eq!(
        mail.subject,
        format!("Unused rooms: to be deleted from {date}")
    );
    let home = format!("{}/", portal.origin);
    for part in ["- Conseil <b>\n- Zinc\n", date, &home] {
        let text = mail.text.replace("\r\n", "\n");
        assert!(text.contains(part), "{text}");
    }
    for part in [
        "<li>Conseil &lt;b&gt;</li><li>Zinc</li>",
        date,
        &format!("href=\"{home}\""),
    ] {
        assert!(mail.html.contains(part), "{}", mail.html);
    }
    for _ in 0..29 {
        days(&portal, 1).await;
    }
    assert_eq!(server.attempts(), 1);
    assert_eq!(room_names(&portal, "Alix").await.len(), 2);
}

#[tokio::test]
async fn a_room_that_stays_unused_after_the_warning_is_deleted_as_by_its_owner() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Oubliée").await;
    alix.add_file(&room, "a.pdf").await;
    let secrets = alix.secrets(&room).await;
    days(&portal, 60).await;
    mails(&portal, &server, 1).await;
    days(&portal, 29).await;
    resolve(&portal, &secrets[0]).await.json::<Value>();
    days(&portal, 1).await;
    for secret in &secrets {
        let answer = resolve(&portal, secret).await;
        answer.assert_problem(ProblemKind::RoomDeleted);
    }
    assert_eq!(portal.live_numbers(&room).await, []);
    let trail = events(&portal, 1).await;
    let purged: Vec<_> = trail
        .iter()
        .filter(|event| event["action"] == "room-purged")
        .collect();
    assert_eq!(purged.len(), 1, "{trail:?}");
    assert_eq!(purged[0]["room"], room.id.to_string());
    assert!(purged[0]["account"].is_string());
    // The owner can take it back for ten minutes, and it counts as used then.
    let alix = portal.signed_in("Alix").await;
    let restore = format!("{}/restore", address(&room));
    let restored = alix.send(Method::POST, &restore).await;
    assert_eq!(restored.status, StatusCode::NO_CONTENT);
    days(&portal, 59).await;
    resolve(&portal, &secrets[0]).await.json::<Value>();
    days(&portal, 1).await;
    mails(&portal, &server, 2).await;
    days(&portal, 30).await;
    portal.pass(Duration::from_hours(2));
    portal.keep_house().await;
    portal.keep_house().await;
    assert_eq!(portal.files_with_contents().await, 0);
    assert!(!portal.database_text().await.contains("Oubliée"));
}

#[tokio::test]
async fn a_meeting_that_starts_takes_the_warning_back() {
    let server = MailServer::start().await;
    let portal = warned(&server, &[ROOMS_AFTER_90_DAYS]).await;
    portal.pass(DAY * 29);
    let alix = portal.signed_in("Alix").await;
    let page: RoomPage = alix.get("/api/v1/rooms").await.json();
    alix.launch(&page.items[0]).await;
    days(&portal, 59).await;
    assert_eq!(room_names(&portal, "Alix").await, ["Une"]);
    assert_eq!(server.attempts(), 1);
    days(&portal, 1).await;
    mails(&portal, &server, 2).await;
}

#[tokio::test]
async fn every_change_of_a_room_is_use_and_so_is_a_start_by_a_delegate() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    let alix = portal.signed_in("Alix").await;
    let mut rooms = Vec::new();
    for name in [
        "Changée",
        "Lien",
        "Code",
        "Déléguée",
        "Fichier",
        "Lancée",
        "Oubliée",
    ] {
        rooms.push(alix.create_room(name).await);
    }
    let camille = portal.signed_in("Camille").await;
    delegate(&alix, &rooms[5], CAMILLE, &camille).await;
    portal.pass(DAY * 50);
    for (person, name) in [(&alix, "Alix"), (&camille, "Camille")] {
        person.sign_in(name, "/").await;
    }
    alix.change(&rooms[0], json!({ "options": { "cameras": false } }))
        .await;
    alix.renew(&rooms[1], "attendee").await;
    alix.renew(&rooms[2], "code").await;
    alix.add_delegate(&rooms[3], DOMINIQUE).await;
    alix.add_file(&rooms[4], "a.pdf").await;
    camille.launch(&rooms[5]).await;
    days(&portal, 10).await;
    let mail = mails(&portal, &server, 1).await.remove(0);
    warns_of(&mail, "Oubliée");
}

#[tokio::test]
async fn a_warning_that_no_mail_server_takes_is_followed_by_another_and_by_no_deletion() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    portal.signed_in("Alix").await.create_room("Une").await;
    server.set_behaviour(MailBehaviour::Refuse("451 4.3.0 later"));
    days(&portal, 60).await;
    server.wait_for_attempts(1).await;
    portal.pass(DAY * 3);
    portal.app.send_due_mails().await.expect("tried");
    no_mail_waits(&portal).await;
    // Not at once: it would be given up as well.
    portal.keep_house().await;
    assert_eq!(portal.count_rows("unused_warnings").await, 1);
    server.set_behaviour(MailBehaviour::Accept);
    days(&portal, 40).await;
    mails(&portal, &server, 1).await;
    goes_after_thirty_days(&portal).await;
}

#[tokio::test]
async fn nothing_is_deleted_before_the_mail_was_sent_for_thirty_days() {
    let nowhere = MailServer::nowhere().await;
    let portal = Portal::builder()
        .mail_server(&nowhere)
        .variable("PARVIS_UNUSED_ROOM_DAYS", "90")
        .start()
        .await;
    portal.signed_in("Alix").await.create_room("Une").await;
    days(&portal, 60).await;
    portal.pass(DAY * 2);
    let server = MailServer::start_at(&nowhere).await;
    portal.app.send_due_mails().await.expect("tried");
    mails(&portal, &server, 1).await;
    goes_after_thirty_days(&portal).await;
}

#[tokio::test]
async fn a_room_whose_meeting_runs_or_may_run_is_kept() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let door = alix.launch(&room).await;
    let connected = alix.enter(&portal, &door).await;
    days(&portal, 60).await;
    mails(&portal, &server, 1).await;
    portal.sandbox.set_fault(Fault::Error);
    days(&portal, 30).await;
    portal.sandbox.set_fault(Fault::None);
    portal.keep_house().await;
    assert_eq!(room_names(&portal, "Alix").await, ["Une"]);
    drop(connected);
    alix.sign_in("Alix", "/").await;
    alix.send(Method::POST, &format!("{}/end", address(&room)))
        .await;
    portal.wait_until_meetings_ended().await;
    // That the meeting ran was use of the room.
    days(&portal, 60).await;
    mails(&portal, &server, 2).await;
    assert_eq!(room_names(&portal, "Alix").await, ["Une"]);
    days(&portal, 30).await;
    assert_eq!(room_names(&portal, "Alix").await, [""; 0]);
}

#[tokio::test]
async fn two_nodes_warn_once_and_delete_once() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    portal.signed_in("Alix").await.create_room("Une").await;
    let nodes = (portal.idle_node().await, portal.idle_node().await);
    let keep_house = async || {
        let (first, second) = (nodes.0.housekeeping(), nodes.1.housekeeping());
        let (first, second) = tokio::join!(first.once(), second.once());
        first.and(second).expect("the house is kept");
    };
    portal.pass(DAY * 60);
    keep_house().await;
    assert_eq!(portal.count_rows("unused_warnings").await, 1);
    portal.app.send_due_mails().await.expect("sent");
    mails(&portal, &server, 1).await;
    portal.pass(DAY * 30);
    keep_house().await;
    let trail = events(&portal, 1).await;
    assert_eq!(trail.len(), 1, "{trail:?}");
    assert_eq!(trail[0]["action"], "room-purged");
}

#[tokio::test]
async fn nothing_is_deleted_by_default() {
    let server = MailServer::start().await;
    let portal = portal_with(&server, &[]).await;
    portal.signed_in("Alix").await.create_room("Une").await;
    days(&portal, 3_000).await;
    days(&portal, 3_000).await;
    assert_eq!(server.attempts(), 0);
    assert_eq!(portal.count_rows(ROOMS).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_mails_the_portal_does_not_start_with_such_a_period() {
    let portal = Portal::start().await;
    for name in ["PARVIS_UNUSED_ROOM_DAYS", "PARVIS_UNUSED_ACCOUNT_DAYS"] {
        let said = portal.command_with(&[(name, "90")], &["check"]).await;
        let said = said.expect_err("refused");
        let expected = format!("{name}: expected 0, or PARVIS_SMTP_URL");
        assert!(said.contains(&expected), "{said}");
    }
}

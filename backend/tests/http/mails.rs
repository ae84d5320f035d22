//! Mails: what owners are told of recordings, and what becomes of mails that a server does not take.

use std::time::Duration;

use parvis_contract::room::Room;
use reqwest::{Method, StatusCode};
use serde_json::json;
use tokio::time::timeout;

use crate::support::{
    Answer, MailBehaviour, MailServer, Person, Portal, ReceivedMail, eventually, report,
};

async fn portal(server: &MailServer) -> Portal {
    Portal::builder().mail_server(&server.url).start().await
}

async fn create_room(person: &Person, name: &str, language: &str) -> Room {
    let wish = json!({ "name": name, "language": language });
    let answer = person.post("/api/v1/rooms", wish).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.body);
    answer.json()
}

/// Waits until the mails that are not sent are these: how often each was tried, in how many seconds it is due.
async fn wait_for_due(portal: &Portal, expected: &[(i32, i64)]) {
    eventually("the mails that are due", async || {
        (portal.mails_due().await == expected).then_some(())
    })
    .await;
}

#[tokio::test]
async fn the_owner_reads_in_the_room_s_language_that_a_recording_is_ready() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    let alix = portal.signed_in("Alix").await;
    for (language, subject, sentence) in [
        (
            "fr",
            "Enregistrement disponible\u{a0}: Conseil d'été <b>",
            "votre salle «\u{a0}Conseil d'été <b>\u{a0}» est prêt",
        ),
        (
            "en",
            "Recording available: Conseil d'été <b>",
            "in your room “Conseil d'été <b>” is ready",
        ),
    ] {
        let room = create_room(&alix, "Conseil d'été <b>", language).await;
        let before = server.received().len();
        portal
            .recording_ready(&room, &format!("of-{language}"))
            .await;
        let mail = server.wait_for(before + 1).await.remove(before);
        assert_eq!(mail.recipient, "alix.martin@exemple.education.fr");
        assert_eq!(mail.subject, subject);
        assert!(mail.text.contains(sentence), "{}", mail.text);
        let page = format!("{}/salles/{}/enregistrements", portal.origin, room.id);
        assert!(mail.text.contains(&page), "{}", mail.text);
        let link = format!("href=\"{page}\"");
        assert!(mail.html.contains(&link), "{}", mail.html);
        let escaped = "Conseil d'été &lt;b&gt;";
        assert!(mail.html.contains(escaped), "{}", mail.html);
        assert!(!mail.html.contains("<b>"), "{}", mail.html);
        check_headers(&mail);
        // Whoever has the server's identifier can play the recording.
        for part in [&mail.raw, &mail.text, &mail.html] {
            assert!(!part.contains(&format!("of-{language}")), "{part}");
        }
    }
}

fn check_headers(mail: &ReceivedMail) {
    let ReceivedMail {
        raw, message_id, ..
    } = mail;
    assert!(message_id.ends_with("@visio.exemple.fr"), "{message_id}");
    for header in [
        "Auto-Submitted: auto-generated\r\n",
        "From: Visio <ne-pas-repondre@visio.exemple.fr>\r\n",
        "To: alix.martin@exemple.education.fr\r\n",
        // The portal's time.
        "Date: Thu, 12 Feb 2026 09:30:00 +0000\r\n",
        "Content-Type: multipart/alternative;",
    ] {
        assert!(raw.contains(header), "{header} in {raw}");
    }
}

#[tokio::test]
async fn each_recording_is_mailed_once_however_often_it_is_reported() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    for id in ["a-1", "a-1", "a-2", "a-1", "a-2"] {
        portal.recording_ready(&room, id).await;
    }
    server.wait_for(2).await;
    portal.app.send_due_mails().await.expect("sent");
    wait_for_due(&portal, &[]).await;
    let ids: Vec<String> = server
        .received()
        .into_iter()
        .map(|mail| mail.message_id)
        .collect();
    assert_eq!(ids.len(), 2);
    assert_ne!(ids[0], ids[1]);
}

#[tokio::test]
async fn nothing_is_written_without_a_server_or_without_an_address() {
    let without_server = Portal::builder()
        .variable("PARVIS_OIDC_AGENTS_SCOPES", "openid profile email")
        .start()
        .await;
    let server = MailServer::start().await;
    let without_address = Portal::builder()
        .mail_server(&server.url)
        .variable("PARVIS_OIDC_AGENTS_SCOPES", "openid profile")
        .start()
        .await;
    for portal in [without_server, without_address] {
        let alix = portal.signed_in("Alix").await;
        let room = alix.create_room("Une").await;
        portal.recording_ready(&room, "a-1").await;
        assert_eq!(portal.count_rows("ready_recordings").await, 1);
        assert_eq!(portal.count_rows("outgoing_mails").await, 0);
    }
    assert_eq!(server.attempts(), 0);
}

#[tokio::test]
async fn a_mail_that_is_refused_for_now_is_tried_again_after_growing_pauses() {
    for behaviour in [
        MailBehaviour::Refuse("451 4.7.1 greylisted"),
        MailBehaviour::Close,
    ] {
        let server = MailServer::start().await;
        let portal = portal(&server).await;
        server.set_behaviour(behaviour);
        let alix = portal.signed_in("Alix").await;
        let room = alix.create_room("Une").await;
        portal.recording_ready(&room, "a-1").await;
        for (attempts, pause) in [(1, 60), (2, 300), (3, 1800)] {
            wait_for_due(&portal, &[(attempts, pause)]).await;
            portal.app.send_due_mails().await.expect("not due yet");
            let due = Duration::from_secs(u64::try_from(pause).expect("a pause"));
            portal.pass(due.saturating_sub(Duration::from_secs(1)));
            portal.app.send_due_mails().await.expect("not due yet");
            assert_eq!(portal.mails_due().await, [(attempts, 1)]);
            if attempts == 3 {
                server.set_behaviour(MailBehaviour::Accept);
            }
            portal.pass(Duration::from_secs(1));
            portal.app.send_due_mails().await.expect("tried");
        }
        assert_eq!(server.wait_for(1).await.len(), 1);
        wait_for_due(&portal, &[]).await;
    }
}

#[tokio::test]
async fn a_mail_to_nobody_is_given_up_and_the_next_one_is_sent() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    server.set_behaviour(MailBehaviour::Refuse("550 5.1.1 no such user"));
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.recording_ready(&room, "a-1").await;
    server.wait_for_attempts(1).await;
    wait_for_due(&portal, &[]).await;
    server.set_behaviour(MailBehaviour::Accept);
    portal.recording_ready(&room, "a-2").await;
    server.wait_for(1).await;
    assert_eq!(server.attempts(), 2);
}

#[tokio::test]
async fn a_refusal_of_the_portal_loses_no_mail() {
    for reply in [
        "535 5.7.8 wrong password",
        "550 5.7.1 relaying denied",
        "553 5.1.8 bad sender",
        "554 no service for you",
    ] {
        let server = MailServer::start().await;
        let portal = portal(&server).await;
        server.set_behaviour(MailBehaviour::Refuse(reply));
        let alix = portal.signed_in("Alix").await;
        let room = alix.create_room("Une").await;
        portal.recording_ready(&room, "a-1").await;
        wait_for_due(&portal, &[(1, 60)]).await;
    }
}

#[tokio::test]
async fn a_mail_is_given_up_after_three_days() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    server.set_behaviour(MailBehaviour::Refuse("451 4.3.0 later"));
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.recording_ready(&room, "a-1").await;
    wait_for_due(&portal, &[(1, 60)]).await;
    let mut hours = 0;
    while portal.count_rows("outgoing_mails").await > 0 {
        hours += 1;
        assert!(hours <= 72, "{:?}", portal.mails_due().await);
        portal.pass(Duration::from_hours(1));
        portal.app.send_due_mails().await.expect("tried");
    }
    assert!(hours > 60, "{hours}");
    assert!((12..=16).contains(&server.attempts()));
}

#[tokio::test]
async fn what_an_instance_no_longer_sends_is_forgotten() {
    let nowhere = MailServer::nowhere().await;
    let portal = Portal::builder().mail_server(&nowhere).start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.recording_ready(&room, "a-1").await;
    wait_for_due(&portal, &[(1, 60)]).await;
    portal.keep_house().await;
    assert_eq!(portal.count_rows("outgoing_mails").await, 1);
    portal.pass(Duration::from_hours(4 * 24 + 1));
    portal.keep_house().await;
    assert_eq!(portal.count_rows("outgoing_mails").await, 0);
}

#[tokio::test]
async fn a_mail_outlives_the_node_that_wrote_it() {
    let nowhere = MailServer::nowhere().await;
    let portal = Portal::builder().mail_server(&nowhere).start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.recording_ready(&room, "a-1").await;
    wait_for_due(&portal, &[(1, 60)]).await;
    let started = portal.idle_node().await;
    let server = MailServer::start_at(&nowhere).await;
    portal.pass(Duration::from_mins(1));
    started.send_due_mails().await.expect("sent");
    server.wait_for(1).await;
    assert_eq!(portal.count_rows("outgoing_mails").await, 0);
}

#[tokio::test]
async fn what_a_dead_node_was_sending_is_sent_by_another_after_a_while_under_the_same_identifier() {
    let nowhere = MailServer::nowhere().await;
    let portal = Portal::builder().mail_server(&nowhere).start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.recording_ready(&room, "a-1").await;
    wait_for_due(&portal, &[(1, 60)]).await;
    let server = MailServer::start_at(&nowhere).await;
    server.set_behaviour(MailBehaviour::Hang);
    portal.pass(Duration::from_mins(1));
    let dying = portal.idle_node().await;
    let sending = tokio::spawn(async move { dying.send_due_mails().await });
    server.wait_for_attempts(1).await;
    sending.abort();
    server.set_behaviour(MailBehaviour::Accept);
    let other = portal.idle_node().await;
    portal.pass(Duration::from_mins(14));
    other.send_due_mails().await.expect("nothing is due");
    assert_eq!(server.received().len(), 0);
    portal.pass(Duration::from_mins(1));
    other.send_due_mails().await.expect("sent");
    assert_eq!(server.received().len(), 1);
    assert_eq!(portal.count_rows("outgoing_mails").await, 0);
}

#[tokio::test]
async fn nodes_that_send_at_the_same_time_send_each_mail_once() {
    const COUNT: usize = 12;
    let nowhere = MailServer::nowhere().await;
    let portal = Portal::builder().mail_server(&nowhere).start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    for number in 0..COUNT {
        portal.recording_ready(&room, &format!("a-{number}")).await;
    }
    assert_eq!(portal.mails_due().await.len(), COUNT);
    let nodes = (portal.idle_node().await, portal.idle_node().await);
    let server = MailServer::start_at(&nowhere).await;
    portal.pass(Duration::from_mins(1));
    let (first, second) = tokio::join!(nodes.0.send_due_mails(), nodes.1.send_due_mails());
    first.and(second).expect("sent");
    wait_for_due(&portal, &[]).await;
    let mut ids: Vec<String> = server
        .received()
        .into_iter()
        .map(|mail| mail.message_id)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((ids.len(), server.attempts()), (COUNT, COUNT));
}

#[tokio::test]
async fn a_server_that_never_answers_keeps_no_report_waiting() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    server.set_behaviour(MailBehaviour::Hang);
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.recording_ready(&room, "a-1").await;
    server.wait_for_attempts(1).await;
    let token = report(&room.id.to_string(), "a-2");
    let answer = timeout(Duration::from_secs(10), portal.send_report(&token)).await;
    assert_eq!(answer.expect("an answer").status, StatusCode::NO_CONTENT);
    let listed = Answer::of(alix.request(Method::GET, "/api/v1/rooms")).await;
    assert_eq!(listed.status, StatusCode::OK);
}

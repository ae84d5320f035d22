//! Accounts that nobody uses.

use parvis_contract::delegate::DelegateList;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomPage;
use reqwest::Method;
use serde_json::{Value, json};

use super::{DAY, ROOMS, days, mails, portal_with, resolve, room_names};
use crate::audit::events;
use crate::delegates::delegate;
use crate::support::{CAMILLE, MailBehaviour, MailServer, Portal, address, eventually};

const AFTER_90_DAYS: (&str, &str) = ("PARVIS_UNUSED_ACCOUNT_DAYS", "90");

async fn portal(server: &MailServer) -> Portal {
    portal_with(server, &[AFTER_90_DAYS]).await
}

#[tokio::test]
async fn an_unused_account_goes_after_a_warning_with_all_that_is_of_it() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let star = format!("{}/favourite", address(&room));
    alix.send(Method::PUT, &star).await;
    // Alix is a delegate, too.
    let camille = portal.signed_in("Camille").await;
    let theirs = camille.create_room("Atelier").await;
    delegate(&camille, &theirs, "alix.martin@exemple.education.fr", &alix).await;
    portal.pass(DAY * 50);
    camille.sign_in("Camille", "/").await;
    days(&portal, 10).await;
    let mail = mails(&portal, &server, 1).await.remove(0);
    assert_eq!(mail.recipient, "alix.martin@exemple.education.fr");
    assert!(
        mail.subject.contains("Compte inutilisé"),
        "{}",
        mail.subject
    );
    for part in ["- Conseil", "13\u{a0}mai\u{a0}2026"] {
        assert!(mail.text.contains(part), "{}", mail.text);
    }
    days(&portal, 29).await;
    resolve(&portal, &moderator).await.json::<Value>();
    // A mail that waits goes with the account.
    server.set_behaviour(MailBehaviour::Refuse("451 4.3.0 later"));
    portal.recording_ready(&room, "a-1").await;
    server.wait_for_attempts(2).await;
    days(&portal, 1).await;
    assert_eq!(portal.count_rows("outgoing_mails").await, 0);
    server.set_behaviour(MailBehaviour::Accept);
    let answer = resolve(&portal, &moderator).await;
    answer.assert_problem(ProblemKind::RoomDeleted);
    let trail: Value = events(&portal, 1)
        .await
        .iter()
        .map(|event| json!([event["action"], event["detail"]]))
        .collect();
    assert_eq!(
        trail,
        json!([
            ["room-purged", "with its account"],
            ["account-purged", null]
        ])
    );
    portal.pass(DAY);
    portal.keep_house().await;
    let kept = portal.database_text().await;
    for of_alix in ["Alix", "alix.martin", "Conseil", "starred"] {
        assert!(!kept.contains(of_alix), "{of_alix}: {kept}");
    }
    camille.sign_in("Camille", "/").await;
    let path = format!("{}/delegates", address(&theirs));
    let delegates: DelegateList = camille.get(&path).await.json();
    assert_eq!(delegates.items.len(), 0);
    // Whoever comes back begins anew.
    assert_eq!(portal.count_rows("accounts").await, 2);
    assert_eq!(room_names(&portal, "Alix").await, [""; 0]);
    assert_eq!(portal.count_rows("accounts").await, 3);
    // The links say what became of the room for a year, as others do; then nothing is left of it.
    days(&portal, 363).await;
    let answer = resolve(&portal, &moderator).await;
    answer.assert_problem(ProblemKind::RoomDeleted);
    days(&portal, 2).await;
    let answer = resolve(&portal, &moderator).await;
    answer.assert_problem(ProblemKind::LinkUnknown);
    let of_alix = "accounts WHERE purged_at IS NOT NULL";
    assert_eq!(portal.count_rows(of_alix).await, 0);
}

#[tokio::test]
async fn a_sign_in_takes_the_warning_back() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    portal.signed_in("Alix").await.create_room("Une").await;
    days(&portal, 60).await;
    mails(&portal, &server, 1).await;
    portal.pass(DAY * 29);
    portal.signed_in("Alix").await;
    days(&portal, 59).await;
    assert_eq!(server.attempts(), 1);
    days(&portal, 1).await;
    mails(&portal, &server, 2).await;
    assert_eq!(room_names(&portal, "Alix").await, ["Une"]);
}

#[tokio::test]
async fn an_account_is_used_while_its_session_is_and_while_its_rooms_are() {
    let server = MailServer::start().await;
    let variables = [AFTER_90_DAYS, ("PARVIS_SESSION_HOURS", "720")];
    let portal = portal_with(&server, &variables).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let camille = portal.signed_in("Camille").await;
    delegate(&alix, &room, CAMILLE, &camille).await;
    portal.pass(DAY * 25);
    let page: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(page.items.len(), 1);
    eventually("the record of the use", async || {
        let used = "accounts WHERE last_used_at > (SELECT MIN(last_used_at) FROM accounts)";
        (portal.count_rows(used).await == 1).then_some(())
    })
    .await;
    days(&portal, 59).await;
    // Alix was there on day 25; the account of Camille, who was not, is told so.
    let mail = mails(&portal, &server, 1).await.remove(0);
    assert_eq!(mail.recipient, CAMILLE);
    camille.sign_in("Camille", "/").await;
    camille.launch(&room).await;
    days(&portal, 59).await;
    assert_eq!(server.attempts(), 1);
    days(&portal, 1).await;
    mails(&portal, &server, 3).await;
}

#[tokio::test]
async fn without_an_address_an_account_goes_in_silence_if_it_has_no_room_and_never_with_one() {
    let server = MailServer::start().await;
    let portal = portal_with(
        &server,
        &[
            ("PARVIS_OIDC_AGENTS_SCOPES", "openid profile"),
            ("PARVIS_UNUSED_ROOM_DAYS", "90"),
            AFTER_90_DAYS,
        ],
    )
    .await;
    let alix = portal.signed_in("Alix").await;
    alix.create_room("Une").await;
    portal.signed_in("Camille").await;
    days(&portal, 89).await;
    assert_eq!(portal.count_rows("accounts").await, 2);
    days(&portal, 1).await;
    days(&portal, 1_000).await;
    assert_eq!(server.attempts(), 0);
    assert_eq!(portal.count_rows("accounts").await, 1);
    assert_eq!(portal.count_rows(ROOMS).await, 1);
}

#[tokio::test]
async fn one_mail_tells_of_an_account_and_of_rooms() {
    let server = MailServer::start().await;
    let variables = [AFTER_90_DAYS, ("PARVIS_UNUSED_ROOM_DAYS", "90")];
    let portal = portal_with(&server, &variables).await;
    portal.signed_in("Alix").await.create_room("Une").await;
    days(&portal, 60).await;
    let mail = mails(&portal, &server, 1).await.remove(0);
    assert_eq!(mail.text.matches("- Une").count(), 2, "{}", mail.text);
    // Signing in keeps the account, and no room.
    portal.signed_in("Alix").await;
    days(&portal, 30).await;
    assert_eq!(room_names(&portal, "Alix").await, [""; 0]);
}

#[tokio::test]
async fn accounts_of_the_release_before_are_counted_from_when_they_are_first_seen() {
    let server = MailServer::start().await;
    let portal = portal(&server).await;
    portal.signed_in("Alix").await.create_room("Une").await;
    portal.pass(DAY * 1_000);
    // As that release leaves them.
    portal
        .execute("UPDATE accounts SET last_used_at = NULL")
        .await;
    days(&portal, 0).await;
    days(&portal, 59).await;
    assert_eq!(portal.count_rows("unused_warnings").await, 0);
    days(&portal, 1).await;
    mails(&portal, &server, 1).await;
}

#[tokio::test]
async fn a_room_for_a_single_invitation_keeps_its_owner_s_account_until_its_time() {
    const KEPT: &str = "accounts WHERE purged_at IS NULL";
    let server = MailServer::start().await;
    let scopes = ("PARVIS_OIDC_AGENTS_SCOPES", "openid profile");
    let portal = portal_with(&server, &[scopes, AFTER_90_DAYS]).await;
    portal.signed_in("Alix").await;
    let token = portal.access_token("Alix").await;
    portal.add_in("/api/hidden-meeting", &token).await;
    assert_eq!(portal.count_rows(ROOMS).await, 1);
    days(&portal, 179).await;
    assert_eq!(portal.count_rows(KEPT).await, 1);
    days(&portal, 1).await;
    assert_eq!(portal.count_rows(KEPT).await, 0);
}

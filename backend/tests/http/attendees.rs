//! Entering by the authenticated link: nobody does who has not signed in at the attendees' identity
//! provider, by whatever way they try.

use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::{Person, Portal};

#[tokio::test]
async fn signing_in_leads_back_and_in_under_the_account_s_name() {
    let (portal, secret, _connected) = running().await;
    let noe = portal.visitor();
    assert_eq!(
        noe.sign_in_as_attendee("noe").await,
        format!("{}/rejoindre/authentifie", portal.origin)
    );
    for (suffix, name) in [
        ("", "fullName=No%C3%A9+Laurent&"),
        (" 3e B ", "fullName=No%C3%A9+Laurent+%283e+B%29&"),
        // Brackets do not make somebody else of them.
        (
            "3e) Chef (x",
            "fullName=No%C3%A9+Laurent+%283e++Chef++x%29&",
        ),
    ] {
        let door = noe.join(&secret, suffix).await.expect("let in");
        assert!(
            door.contains(name) && door.contains("role=VIEWER"),
            "{door}"
        );
    }
    let long = json!({ "secret": secret, "name": "x".repeat(31) });
    let problem = noe.post("/api/v1/join", long).await;
    let problem = problem.assert_problem(ProblemKind::Invalid);
    assert_eq!(problem.errors[0].field, "name");
}

/// A forwarded address of the conference lets in as the same person, into the same session.
#[tokio::test]
async fn the_same_person_has_the_same_identifier_each_time_which_says_nothing_of_them() {
    let (portal, secret, _connected) = running().await;
    let user_id = |door: &str| {
        let rest = door.split_once("userID=").expect("an identifier").1;
        rest.split('&').next().expect("its end").to_owned()
    };
    let mut ids = Vec::new();
    for account in ["noe", "noe", "camille"] {
        let person = portal.visitor();
        person.sign_in_as_attendee(account).await;
        let door = person.join(&secret, "").await.expect("let in");
        assert!(door.contains("createTime="), "{door}");
        ids.push(user_id(&door));
    }
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[0], ids[2]);
    assert!(!ids[0].contains("noe"));
}

#[tokio::test]
async fn there_is_no_way_around_signing_in() {
    let (portal, secret, _connected) = running().await;
    let refused = async |person: &Person| {
        let body = json!({ "secret": secret, "name": "Noé Laurent" });
        let answer = person.post("/api/v1/join", body).await;
        answer.assert_problem(ProblemKind::AttendeeSignInRequired);
    };
    // An anonymous visitor, and an agent: their session is another one.
    refused(&portal.visitor()).await;
    let camille = portal.signed_in("Camille").await;
    refused(&camille).await;
    // A cookie that was made up, or of the other kind.
    let session = portal.visitor().session_cookie("Camille").await;
    let token = session.split_once('=').expect("a value").1;
    for cookie in [
        "parvis-attendee=x".to_owned(),
        format!("parvis-attendee={token}"),
    ] {
        let person = portal.visitor();
        let body = json!({ "secret": secret, "name": "Noé" });
        let request = person
            .request(reqwest::Method::POST, "/api/v1/join")
            .header("cookie", cookie)
            .json(&body);
        let answer = crate::support::Answer::of(request).await;
        answer.assert_problem(ProblemKind::AttendeeSignInRequired);
    }
    // A session that is over.
    let noe = portal.visitor();
    noe.sign_in_as_attendee("noe").await;
    portal.pass(Duration::from_hours(4));
    refused(&noe).await;
    // Signed out.
    let noe = portal.visitor();
    noe.sign_in_as_attendee("noe").await;
    let next: Value = noe.post("/auth/attendees/sign-out", json!({})).await.json();
    assert!(
        next["next"]
            .as_str()
            .expect("an address")
            .contains("/identity-attendees/"),
        "{next}"
    );
    refused(&noe).await;
}

#[tokio::test]
async fn a_sign_in_is_finished_once_in_its_own_browser_and_at_its_own_provider() {
    let (portal, secret, _connected) = running().await;
    let trouble = |word: &str| format!("{}/rejoindre/authentifie?sign-in={word}", portal.origin);
    let begin = async |person: &Person| {
        let page = person
            .get("/auth/attendees/sign-in?return_to=/rejoindre/authentifie")
            .await;
        page.location().to_owned()
    };
    let noe = portal.visitor();
    let page = begin(&noe).await;
    let callback = noe.choose_account(&page, "noe").await;
    // Another person's state, in another browser.
    let thief = portal.visitor();
    begin(&thief).await;
    assert_eq!(thief.get(&callback).await.location(), trouble("expired"));
    // The same state at the agents' door.
    let elsewhere = callback.replace("/auth/attendees/callback", "/auth/callback");
    assert!(
        noe.get(&elsewhere)
            .await
            .location()
            .ends_with("/?sign-in=expired"),
        "an attendee does not become an agent"
    );
    noe.get("/api/v1/rooms")
        .await
        .assert_problem(ProblemKind::SignInRequired);
    // Once, and not again.
    assert!(
        noe.get(&callback)
            .await
            .location()
            .ends_with("/authentifie")
    );
    assert_eq!(noe.get(&callback).await.location(), trouble("expired"));
    noe.join(&secret, "").await.expect("let in");
    // Too late.
    let late = portal.visitor();
    let page = begin(&late).await;
    let callback = late.choose_account(&page, "noe").await;
    portal.pass(Duration::from_mins(15));
    assert_eq!(late.get(&callback).await.location(), trouble("expired"));
    // Without a word, and with a no.
    assert_eq!(
        late.get("/auth/attendees/callback").await.location(),
        trouble("expired")
    );
    let page = begin(&late).await;
    let refusal = late.choose_account(&page, "").await;
    assert_eq!(late.get(&refusal).await.location(), trouble("refused"));
    let body = json!({ "secret": secret, "name": "" });
    let answer = late.post("/api/v1/join", body).await;
    answer.assert_problem(ProblemKind::AttendeeSignInRequired);
}

#[tokio::test]
async fn signing_in_leads_to_no_other_site() {
    let portal = Portal::start().await;
    for elsewhere in ["https://evil.example", "//evil.example", "/%5Cevil.example"] {
        let noe = portal.visitor();
        let path = format!("/auth/attendees/sign-in?return_to={elsewhere}");
        let page = noe.get(&path).await.location().to_owned();
        let callback = noe.choose_account(&page, "noe").await;
        let back = noe.get(&callback).await.location().to_owned();
        assert_eq!(back, format!("{}/", portal.origin), "{elsewhere}");
    }
}

/// A pupil who has an account at the attendees' provider alone gets no rooms, and none are made.
#[tokio::test]
async fn who_signs_in_for_a_link_is_no_agent_and_no_account_is_kept() {
    let (portal, _secret, _connected) = running().await;
    let noe = portal.visitor();
    noe.sign_in_as_attendee("noe").await;
    let told: Value = noe.get("/api/v1/bootstrap").await.json();
    assert!(told.get("account").is_none(), "{told}");
    assert!(
        portal.database_text().await.contains("Noé Laurent"),
        "while signed in"
    );
    portal.pass(Duration::from_hours(5));
    portal.keep_house().await;
    assert!(
        !portal.database_text().await.contains("Noé Laurent"),
        "and no longer"
    );
}

#[tokio::test]
async fn an_instance_without_that_provider_offers_no_such_link_and_opens_none() {
    let portal = Portal::builder()
        .without("PARVIS_OIDC_ATTENDEES_ISSUER")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let invitation = alix.invitation(&room).await;
    assert!(invitation.get("authenticated_link").is_none());
    let began = portal.visitor().get("/auth/attendees/sign-in").await;
    assert!(began.location().ends_with("?sign-in=unavailable"));
    assert_eq!(began.status, StatusCode::SEE_OTHER);
}

/// A portal with a meeting that runs, the secret of its authenticated link, and what keeps it
/// running.
async fn running() -> (Portal, String, reqwest::Response) {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Classe de 3e").await;
    let [moderator, _, authenticated] = alix.secrets(&room).await;
    let door = alix.join(&moderator, "").await.expect("let in");
    let connected = alix.enter(&portal, &door).await;
    (portal, authenticated, connected)
}

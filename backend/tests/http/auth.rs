//! `/auth/…`: signing in and out.

use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Portal};

#[tokio::test]
async fn signing_in_leads_back_to_the_page_one_came_from() {
    let portal = Portal::start().await;
    let person = portal.visitor();
    let back = person.sign_in("Alix", "/salles/nouvelle").await;
    assert_eq!(back, format!("{}/salles/nouvelle", portal.origin));
    let bootstrap: Value = person.get("/api/v1/bootstrap").await.json();
    assert_eq!(bootstrap["account"]["name"], "Alix Martin");
}

#[tokio::test]
async fn signing_in_never_leads_to_another_site() {
    let portal = Portal::start().await;
    for return_to in ["https://evil.example/", "//evil.example", "/\\evil.example"] {
        let back = portal.visitor().sign_in("Alix", return_to).await;
        assert_eq!(back, format!("{}/", portal.origin), "{return_to}");
    }
}

#[tokio::test]
async fn a_session_stops_working_after_sign_out() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let signed_out = alix.post("/auth/sign-out", json!({})).await;
    let next: Value = signed_out.json();
    let next = next["next"].as_str().expect("an address");
    assert!(
        next.starts_with(&format!("{}/identity/", portal.sandbox.base_url())),
        "{next}"
    );
    // Emptying a full cache takes a browser seconds, for which signing out would wait.
    assert_eq!(signed_out.header("clear-site-data"), "");
    alix.get("/api/v1/rooms")
        .await
        .assert_problem(ProblemKind::SignInRequired);
    let bootstrap: Value = alix.get("/api/v1/bootstrap").await.json();
    assert_eq!(bootstrap.get("account"), None);
}

#[tokio::test]
async fn a_kept_copy_of_the_cookie_is_worth_nothing_after_sign_out() {
    let portal = Portal::start().await;
    let alix = portal.visitor();
    let cookie = alix.session_cookie("Alix").await;
    let thief = portal.visitor();
    let ask = || {
        thief
            .bare(Method::GET, "/api/v1/rooms")
            .header("cookie", &cookie)
    };
    assert_eq!(
        Answer::of(ask()).await.status,
        StatusCode::OK,
        "the copy works before"
    );
    alix.post("/auth/sign-out", json!({})).await.json::<Value>();
    Answer::of(ask())
        .await
        .assert_problem(ProblemKind::SignInRequired);
}

#[tokio::test]
async fn cookies_are_out_of_reach_of_scripts_and_of_other_sites() {
    let portal = Portal::start().await;
    let alix = portal.visitor();
    let page = alix.begin_sign_in("/").await;
    let callback = alix.choose_account(&page, "alix").await;
    let session = alix.get(&callback).await;
    let session = session.cookie("parvis");
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(session.contains(attribute), "{session}");
    }
}

#[tokio::test]
async fn over_https_no_other_host_can_plant_a_cookie() {
    let portal = Portal::builder()
        .variable("PARVIS_PUBLIC_URL", "https://visio.example.fr")
        .start()
        .await;
    let answer = portal.visitor().get("/auth/sign-in").await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("__Host-parvis-sign-in-"), "{cookie}");
    assert!(
        cookie.contains("Secure") && !cookie.contains("Domain"),
        "{cookie}"
    );
}

#[tokio::test]
async fn who_was_signed_in_before_in_a_browser_is_no_longer() {
    let portal = Portal::start().await;
    let shared = portal.visitor();
    let former = shared.session_cookie("Alix").await;
    shared.sign_in("Camille", "/").await;
    let bootstrap: Value = shared.get("/api/v1/bootstrap").await.json();
    assert_eq!(bootstrap["account"]["name"], "Camille Durand");
    let thief = portal.visitor();
    let request = thief
        .bare(Method::GET, "/api/v1/rooms")
        .header("cookie", &former);
    Answer::of(request)
        .await
        .assert_problem(ProblemKind::SignInRequired);
}

#[tokio::test]
async fn a_session_ends_by_itself() {
    let portal = Portal::builder()
        .variable("PARVIS_SESSION_HOURS", "2")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    portal.pass(Duration::from_mins(119));
    assert_eq!(alix.get("/api/v1/rooms").await.status, StatusCode::OK);
    portal.pass(Duration::from_mins(2));
    alix.get("/api/v1/rooms")
        .await
        .assert_problem(ProblemKind::SignInRequired);
}

#[tokio::test]
async fn a_person_who_refuses_is_told_so_on_the_portal() {
    let portal = Portal::start().await;
    let person = portal.visitor();
    let page = person.begin_sign_in("/").await;
    let callback = person.choose_account(&page, "").await;
    let back = person.get(&callback).await;
    assert_eq!(
        back.location(),
        format!("{}/?sign-in=refused", portal.origin)
    );
}

/// The portal's answer to a callback that must not sign anybody in.
async fn assert_expired(person: &crate::support::Person, portal: &Portal, callback: &str) {
    let back = person.get(callback).await;
    assert_eq!(
        back.location(),
        format!("{}/?sign-in=expired", portal.origin)
    );
    person
        .get("/api/v1/rooms")
        .await
        .assert_problem(ProblemKind::SignInRequired);
}

#[tokio::test]
async fn another_browser_cannot_finish_a_sign_in() {
    let portal = Portal::start().await;
    let page = portal.visitor().begin_sign_in("/").await;
    let callback = portal.visitor().choose_account(&page, "alix").await;
    assert_expired(&portal.visitor(), &portal, &callback).await;
    // Not even one that has begun a sign-in of its own.
    let victim = portal.visitor();
    victim.begin_sign_in("/").await;
    assert_expired(&victim, &portal, &callback).await;
}

#[tokio::test]
async fn a_sign_in_is_finished_once_and_in_time() {
    let portal = Portal::start().await;
    let person = portal.visitor();
    let page = person.begin_sign_in("/").await;
    let callback = person.choose_account(&page, "alix").await;
    portal.pass(Duration::from_mins(16));
    assert_expired(&person, &portal, &callback).await;

    let page = person.begin_sign_in("/").await;
    let callback = person.choose_account(&page, "alix").await;
    assert_eq!(
        person.get(&callback).await.location(),
        format!("{}/", portal.origin)
    );
    let again = person.get(&callback).await;
    assert_eq!(
        again.location(),
        format!("{}/?sign-in=expired", portal.origin)
    );
}

#[tokio::test]
async fn a_callback_without_its_parameters_signs_nobody_in() {
    let portal = Portal::start().await;
    for query in ["", "?state=x&code=y", "?code=y", "?error=access_denied"] {
        assert_expired(
            &portal.visitor(),
            &portal,
            &format!("/auth/callback{query}"),
        )
        .await;
    }
}

#[tokio::test]
async fn an_identity_provider_that_is_gone_is_said_on_the_portal() {
    let portal = Portal::builder()
        .variable("PARVIS_OIDC_AGENTS_ISSUER", "http://127.0.0.1:1/identity")
        .start()
        .await;
    let answer = portal.visitor().get("/auth/sign-in").await;
    assert_eq!(
        answer.location(),
        format!("{}/?sign-in=unavailable", portal.origin)
    );
}

#[tokio::test]
async fn tokens_are_not_in_the_database() {
    let portal = Portal::start().await;
    let alix = portal.visitor();
    let cookie = alix.session_cookie("Alix").await;
    let token = cookie.split_once('=').expect("a value").1;
    assert_eq!(token.len(), 43);
    let kept = portal.database_text().await;
    assert!(
        kept.contains("Alix Martin"),
        "the database is the one looked at"
    );
    assert!(!kept.contains(token));
}

#[tokio::test]
async fn a_sign_in_that_never_comes_back_costs_no_row_and_few_cookies() {
    let portal = Portal::start().await;
    let person = portal.visitor();
    let before = portal.database_text().await;
    for _ in 0..12 {
        person.begin_sign_in("/").await;
    }
    assert_eq!(portal.database_text().await, before);
    let sent = person.cookies();
    assert_eq!(sent.matches("parvis-sign-in-").count(), 8, "{sent}");
}

#[tokio::test]
async fn sign_ins_in_several_tabs_of_a_browser_are_each_finished() {
    let portal = Portal::start().await;
    let person = portal.visitor();
    let pages = [
        person.begin_sign_in("/salles/nouvelle").await,
        person.begin_sign_in("/?tri=nom").await,
    ];
    let mut back = Vec::new();
    for page in pages {
        let callback = person.choose_account(&page, "alix").await;
        back.push(person.get(&callback).await.location().to_owned());
    }
    let expected = ["/salles/nouvelle", "/?tri=nom"].map(|path| format!("{}{path}", portal.origin));
    assert_eq!(back, expected);
}

#[tokio::test]
async fn a_cookie_of_one_provider_finishes_no_sign_in_at_the_other() {
    let portal = Portal::start().await;
    let person = portal.visitor();
    let page = person.begin_sign_in("/").await;
    let callback = person.choose_account(&page, "alix").await;
    let other = callback.replace("/auth/callback", "/auth/attendees/callback");
    let back = person.get(&other).await;
    let expected = "/rejoindre/authentifie?sign-in=expired";
    assert_eq!(back.location(), format!("{}{expected}", portal.origin));
}

#[tokio::test]
async fn a_copied_sign_in_is_worth_nothing_once_it_is_finished() {
    let portal = Portal::start().await;
    let person = portal.visitor();
    let page = person.begin_sign_in("/").await;
    let copy = person.cookies();
    let callback = person.choose_account(&page, "alix").await;
    person.get(&callback).await;
    let thief = portal.visitor();
    let again = thief.bare(Method::GET, &callback).header("cookie", copy);
    let again = Answer::of(again).await;
    // The provider takes the code once.
    assert_eq!(
        again.location(),
        format!("{}/?sign-in=refused", portal.origin)
    );
}

#[tokio::test]
async fn no_redirect_of_signing_in_is_stored() {
    let portal = Portal::start().await;
    let person = portal.visitor();
    for path in [
        "/auth/sign-in",
        "/auth/attendees/sign-in",
        "/auth/callback?state=x",
    ] {
        let answer = person.get(path).await;
        assert!(answer.status.is_redirection(), "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
    }
}

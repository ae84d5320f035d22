//! `join`: who gets in, how refusals travel, whose session it is.

use serde_json::json;

use crate::conference_page::Conference;
use crate::portal::{Portal, Xml, browser, location, refusal};

const ALIX: [(&str, &str); 2] = [("fullName", "Alix Martin"), ("role", "MODERATOR")];

#[tokio::test]
async fn moderators_and_viewers_are_seen_once_their_page_is_connected() {
    let portal = Portal::start().await;
    portal.create(&[("record", "false")]).await;
    let (alix, noe) = (browser(), browser());
    let alix_page = portal.join_as(&alix, "Alix Martin", "moderator").await;
    let noe_page = portal.join_as(&noe, "Noé Laurent", "VIEWER").await;
    let seen = portal.seen().await;
    assert_eq!(
        (&seen["running"], &seen["participants"]),
        (&json!(false), &json!([]))
    );

    let _alix = alix_page.connect().await;
    let _noe = noe_page.connect().await;
    let seen = portal.seen().await;
    assert_eq!(seen["running"], json!(true));
    assert_eq!(seen["create"]["record"], json!("false"));
    let people = seen["participants"].as_array().expect("a list");
    let people: Vec<_> = people.iter().map(|p| (&p["name"], &p["role"])).collect();
    assert_eq!(
        people,
        [
            (&json!("Alix Martin"), &json!("MODERATOR")),
            (&json!("Noé Laurent"), &json!("VIEWER"))
        ]
    );
}

#[tokio::test]
async fn a_meeting_runs_only_while_someone_is_in() {
    let portal = Portal::start().await;
    portal.create(&[]).await;
    let running = async || {
        let answer = portal
            .call("isMeetingRunning", &[("meetingID", "conseil")])
            .await;
        answer.get("running").to_owned()
    };
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    page.html().await;
    assert_eq!(running().await, "false");
    let events = page.connect().await;
    assert_eq!(running().await, "true");
    drop(events);
    portal
        .wait_until("nobody is in", |seen| seen["running"] == json!(false))
        .await;
    assert_eq!(running().await, "false");
}

#[tokio::test]
async fn the_role_wins_over_the_password_and_the_password_serves_without_role() {
    let portal = Portal::start().await;
    portal
        .create(&[("attendeePW", "pupils"), ("moderatorPW", "teachers")])
        .await;
    for (access, label) in [
        (
            vec![("role", "VIEWER"), ("password", "teachers")],
            "Vous êtes participant",
        ),
        (vec![("password", "teachers")], "Vous êtes modérateur"),
        (
            vec![("role", "chair"), ("password", "pupils")],
            "Vous êtes participant",
        ),
    ] {
        let mut pairs = vec![("fullName", "Alix")];
        pairs.extend(access);
        let joined = portal.join(&portal.browser, &pairs).await;
        let page = Conference::of(&portal, &portal.browser, &joined);
        assert!(page.html().await.contains(label), "{pairs:?}");
    }
}

#[tokio::test]
async fn neither_role_nor_right_password_is_refused_in_xml() {
    let portal = Portal::start().await;
    portal.create(&[]).await;
    for access in [("password", "wrong"), ("role", "chair")] {
        let response = portal
            .join(&portal.browser, &[("fullName", "Alix"), access])
            .await;
        assert_eq!(response.status(), 200);
        Xml(response.text().await.expect("text")).check_refused("Params required");
    }
}

#[tokio::test]
async fn refusals_redirect_to_where_the_portal_asked_with_the_reason() {
    let portal = Portal::start().await;
    let response = portal
        .join(
            &portal.browser,
            &[
                ("fullName", "Alix"),
                ("role", "VIEWER"),
                ("logoutURL", "http://portal.test/x?y=1"),
                ("redirect", "false"),
            ],
        )
        .await;
    let url = location(&response);
    assert!(url.starts_with("http://portal.test/x?y=1&errors="), "{url}");
    assert_eq!(refusal(&url), "invalidMeetingIdentifier");
}

#[tokio::test]
async fn refusals_without_an_address_lead_to_our_own_page() {
    let portal = Portal::start().await;
    let created = portal.create(&[]).await.get("createTime").to_owned();
    let right = ("createTime", created.as_str());
    for (further, key) in [
        (vec![("role", "VIEWER")], "missingParamFullName"),
        (
            vec![ALIX[0], ALIX[1], ("createTime", "1")],
            "mismatchCreateTimeParam",
        ),
        (
            vec![ALIX[0], ALIX[1], ("createTime", "now")],
            "validationError",
        ),
    ] {
        let url = location(&portal.join(&portal.browser, &further).await);
        assert!(url.starts_with(&portal.url("/html5client/left?")), "{url}");
        assert_eq!(refusal(&url), key);
        let page = portal.get(&url).await.text().await.expect("text");
        assert!(page.contains("pas pu entrer dans la réunion"), "{page}");
    }
    let joined = portal
        .join(&portal.browser, &[ALIX[0], ALIX[1], right])
        .await;
    assert!(location(&joined).contains("/html5client/?sessionToken="));
}

#[tokio::test]
async fn an_unsigned_join_cannot_choose_where_it_leads() {
    let portal = Portal::start().await;
    let path = "/bigbluebutton/api/join?meetingID=conseil&logoutURL=http%3A%2F%2Fevil.test%2F";
    let url = location(&portal.get(&portal.url(path)).await);
    assert!(url.starts_with(&portal.url("/html5client/left?")), "{url}");
    assert_eq!(refusal(&url), "checksumError");
}

#[tokio::test]
async fn a_full_meeting_takes_nobody_but_those_who_are_in() {
    let portal = Portal::start().await;
    portal.create(&[("maxParticipants", "1")]).await;
    let join = async |user_id: &str| {
        let pairs = [ALIX[0], ALIX[1], ("userID", user_id)];
        portal.join(&portal.browser, &pairs).await
    };
    let page = Conference::of(&portal, &portal.browser, &join("alix").await);
    let _events = page.connect().await;
    assert_eq!(
        refusal(&location(&join("camille").await)),
        "maxParticipantsReached"
    );
    assert!(location(&join("alix").await).contains("sessionToken"));
}

#[tokio::test]
async fn a_session_opens_only_in_the_browser_that_joined() {
    let portal = Portal::start().await;
    portal.create(&[]).await;
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let stranger = browser();
    for url in [page.url.clone(), page.url.replace("/?", "/events?")] {
        let response = stranger.get(&url).send().await.expect("an answer");
        assert_eq!(response.status(), 403, "{url}");
    }
    assert!(page.html().await.contains("Vous êtes modérateur"));
}

#[tokio::test]
async fn a_session_opens_anywhere_when_the_meeting_allows_it() {
    let portal = Portal::start().await;
    portal
        .create(&[("allowRequestsWithoutSession", "true")])
        .await;
    let joined = portal
        .join(&portal.browser, &[ALIX[0], ALIX[1], ("redirect", "false")])
        .await;
    let answer = Xml(joined.text().await.expect("text"));
    answer.check_success();
    assert_eq!(answer.get("messageKey"), "successfullyJoined");
    assert_eq!(answer.get("guestStatus"), "ALLOW");
    assert!(answer.get("user_id").starts_with("w_"));
    let page = browser()
        .get(answer.get("url"))
        .send()
        .await
        .expect("an answer");
    assert!(
        page.text()
            .await
            .expect("text")
            .contains("Vous êtes modérateur")
    );
}

#[tokio::test]
async fn one_browser_may_be_in_two_sessions() {
    let portal = Portal::start().await;
    portal.create(&[]).await;
    let first = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let second = portal.join_as(&portal.browser, "Alix bis", "VIEWER").await;
    assert!(first.html().await.contains("Vous êtes modérateur"));
    assert!(second.html().await.contains("Vous êtes participant"));
}

#[tokio::test]
async fn join_is_for_get_only() {
    let portal = Portal::start().await;
    let url = portal.call_url("join", &[("meetingID", "conseil")]);
    let response = portal.browser.post(url).send().await.expect("an answer");
    assert_eq!(response.status(), 405);
}

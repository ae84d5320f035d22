//! What other servers and the balancers in front of them do differently, by switch.

use parvis_sandbox::{ListBehaviour, ServerBehaviour, VoiceBridgeBehaviour};
use serde_json::json;

use crate::portal::{Portal, Xml};

async fn portal(behaviour: ServerBehaviour) -> Portal {
    let portal = Portal::start().await;
    portal.sandbox.set_behaviour(behaviour);
    portal
}

fn listing(list: ListBehaviour) -> ServerBehaviour {
    ServerBehaviour {
        list,
        ..ServerBehaviour::default()
    }
}

#[tokio::test]
async fn the_list_is_empty_or_fails_while_each_meeting_is_told_of() {
    let portal = portal(listing(ListBehaviour::Disabled)).await;
    portal.create(&[]).await;
    let none = portal.call("getMeetings", &[]).await;
    assert_eq!(none.get("messageKey"), "noMeetings");
    portal
        .sandbox
        .set_behaviour(listing(ListBehaviour::Failing));
    let failed = portal.call("getMeetings", &[]).await;
    failed.check_refused("internalError");
    let info = portal.call("getMeetingInfo", &[("meetingID", "conseil")]);
    info.await.check_success();
}

#[tokio::test]
async fn a_list_that_is_kept_shows_what_was_so() {
    let stale = ListBehaviour::Stale {
        milliseconds: 60_000,
    };
    let portal = portal(listing(stale)).await;
    portal.call("getMeetings", &[]).await.check_success();
    portal.create(&[]).await;
    let list = portal.call("getMeetings", &[]).await;
    assert_eq!(list.get("messageKey"), "noMeetings");
    let fresh = ListBehaviour::Stale { milliseconds: 0 };
    portal.sandbox.set_behaviour(listing(fresh));
    let list = portal.call("getMeetings", &[]).await;
    assert_eq!(list.get("meetingID"), "conseil");
}

#[tokio::test]
async fn create_answers_the_number_that_took_the_place_of_the_one_asked_for() {
    for (voice_bridge, digits) in [
        (VoiceBridgeBehaviour::Replaced, 9),
        (VoiceBridgeBehaviour::Dropped, 5),
    ] {
        let portal = portal(ServerBehaviour {
            voice_bridge,
            ..ServerBehaviour::default()
        });
        let portal = portal.await;
        let created = portal.create(&[("voiceBridge", "123456789")]).await;
        let given = created.get("voiceBridge").to_owned();
        assert_eq!(given.len(), digits);
        assert_ne!(given, "123456789");
        let again = portal.create(&[("voiceBridge", "123456789")]).await;
        assert_eq!(again.get("voiceBridge"), given);
    }
}

#[tokio::test]
async fn so_many_creations_are_refused_as_not_unique() {
    let portal = portal(ServerBehaviour {
        not_unique: 1,
        ..ServerBehaviour::default()
    });
    let portal = portal.await;
    let parameters = [("meetingID", "conseil"), ("name", "Conseil")];
    let refused = portal.call("create", &parameters).await;
    refused.check_refused("idNotUnique");
    portal.call("create", &parameters).await.check_success();
}

#[tokio::test]
async fn the_base_address_leads_to_itself_with_a_slash() {
    let portal = portal(ServerBehaviour {
        redirects_base: true,
        ..ServerBehaviour::default()
    });
    let portal = portal.await;
    let moved = portal.get(&portal.url("/bigbluebutton/api")).await;
    assert_eq!(moved.status(), 301);
    assert_eq!(moved.headers()["location"], "/bigbluebutton/api/");
    let version = portal.get(&portal.url("/bigbluebutton/api/")).await;
    Xml(version.text().await.expect("text")).check_success();
}

#[tokio::test]
async fn an_older_server_sends_the_refused_to_the_logout_address() {
    let portal = portal(ServerBehaviour {
        reads_error_redirect: false,
        ..ServerBehaviour::default()
    });
    let portal = portal.await;
    let refused = portal.call_url(
        "join",
        &[
            ("meetingID", "unknown"),
            ("fullName", "Noé"),
            ("role", "VIEWER"),
            ("errorRedirectUrl", "https://new.example/"),
            ("logoutURL", "https://old.example/"),
        ],
    );
    let answer = portal.get(&refused).await;
    let location = answer.headers()["location"].to_str().expect("text");
    assert!(location.starts_with("https://old.example/?errors="));
}

#[tokio::test]
async fn the_switches_are_reached_over_http_and_calls_are_counted_by_name() {
    let portal = Portal::start().await;
    let switch = async |body: serde_json::Value| {
        let request = portal.browser.post(portal.url("/_sandbox/behaviour"));
        let answer = request.json(&body).send().await.expect("an answer");
        answer.status()
    };
    assert_eq!(
        switch(json!({ "list": "failing", "voice_bridge": "dropped" })).await,
        204
    );
    let failed = portal.call("getMeetings", &[]).await;
    failed.check_refused("internalError");
    assert_eq!(switch(json!({ "lists": "failing" })).await, 422);
    assert_eq!(portal.sandbox.calls_of("getMeetings"), 1);
    assert_eq!(portal.sandbox.calls_of("create"), 0);
    let counts = portal.url("/_sandbox/calls?call=getMeetings");
    assert_eq!(portal.get(&counts).await.text().await.expect("text"), "1");
}

//! `create`: what is refused, what a repetition does, telephone numbers, lifetimes.

use std::time::Duration;

use parvis_sandbox::SandboxConfig;
use serde_json::json;
use sha1::{Digest, Sha1};

use crate::portal::{Portal, config};

const PASSWORDS: [(&str, &str); 2] = [("attendeePW", "pupils"), ("moderatorPW", "teachers")];

#[tokio::test]
async fn what_the_parameters_may_not_be_is_refused_with_its_key() {
    let portal = Portal::start().await;
    let name = ("name", "Conseil");
    for (pairs, key) in [
        (vec![name], "missingParamMeetingID"),
        (vec![name, ("meetingID", "a,b")], "validationError"),
        (vec![("meetingID", "conseil")], "validationError"),
        (
            vec![name, ("meetingID", "conseil"), ("voiceBridge", "x")],
            "validationError",
        ),
        (
            vec![name, ("meetingID", "conseil"), ("attendeePW", "x")],
            "invalidPassword",
        ),
    ] {
        portal.call("create", &pairs).await.check_refused(key);
    }
}

#[tokio::test]
async fn a_first_create_answers_what_it_made() {
    let portal = Portal::start().await;
    let created = portal.create(&[("voiceBridge", "123456789")]).await;
    let internal_id = format!(
        "{:x}-{}",
        Sha1::digest("conseil"),
        created.get("createTime")
    );
    assert_eq!(created.get("internalMeetingID"), internal_id);
    for (name, value) in [
        ("meetingID", "conseil"),
        ("parentMeetingID", "bbb-none"),
        ("voiceBridge", "123456789"),
        ("dialNumber", "613-555-1234"),
        ("hasUserJoined", "false"),
        ("duration", "0"),
        ("hasBeenForciblyEnded", "false"),
        ("messageKey", ""),
        ("message", ""),
    ] {
        assert_eq!(created.get(name), value, "{name}");
    }
    assert_eq!(created.get("attendeePW").len(), 8);
    assert!(created.get("createDate").contains(" UTC "));
}

#[tokio::test]
async fn a_repetition_finds_the_meeting_and_changes_nothing() {
    let portal = Portal::start().await;
    let first = portal.create(&PASSWORDS).await;
    for repeated in [
        portal.create(&[("voiceBridge", "999")]).await,
        portal
            .create(&[PASSWORDS[0], PASSWORDS[1], ("record", "true")])
            .await,
    ] {
        assert_eq!(repeated.get("messageKey"), "duplicateWarning");
        for name in [
            "createTime",
            "voiceBridge",
            "internalMeetingID",
            "moderatorPW",
        ] {
            assert_eq!(repeated.get(name), first.get(name), "{name}");
        }
    }
    assert_eq!(portal.seen().await["create"]["record"], json!(null));
}

#[tokio::test]
async fn other_passwords_or_one_alone_make_the_id_not_unique() {
    let portal = Portal::start().await;
    portal.create(&PASSWORDS).await;
    for passwords in [
        vec![("attendeePW", "pupils"), ("moderatorPW", "other")],
        vec![("attendeePW", "pupils")],
        vec![("moderatorPW", "teachers")],
    ] {
        let mut pairs = vec![("meetingID", "conseil"), ("name", "Conseil de classe")];
        pairs.extend(passwords);
        portal
            .call("create", &pairs)
            .await
            .check_refused("idNotUnique");
    }
}

#[tokio::test]
async fn a_voice_bridge_serves_one_live_meeting_and_is_free_again_after_it() {
    let portal = Portal::start().await;
    portal.create(&[("voiceBridge", "12345")]).await;
    let other = [
        ("meetingID", "other"),
        ("name", "Autre"),
        ("voiceBridge", "12345"),
    ];
    let refused = portal.call("create", &other).await;
    assert!(
        refused.0.starts_with(
            "<response><returncode>FAILED</returncode><errors><error>\
             <key>nonUniqueVoiceBridge</key><message>"
        ),
        "{}",
        refused.0
    );
    assert!(!refused.0.contains("messageKey"));

    portal
        .call("end", &[("meetingID", "conseil")])
        .await
        .check_success();
    portal.wait_until_gone().await;
    portal.call("create", &other).await.check_success();
}

#[tokio::test]
async fn an_absent_voice_bridge_is_drawn() {
    let portal = Portal::start().await;
    let number = portal.create(&[]).await.get("voiceBridge").to_owned();
    assert!(
        number.len() == 5 && number.bytes().all(|b| b.is_ascii_digit()),
        "{number}"
    );
}

#[tokio::test]
async fn a_meeting_that_nobody_joins_expires() {
    let short = Duration::from_millis(50);
    let portal = Portal::start_with(SandboxConfig {
        expire_if_nobody_joined: short,
        ..config()
    });
    let portal = portal.await;
    portal.create(&[]).await;
    portal.wait_until_gone().await;
    portal
        .call("getMeetingInfo", &[("meetingID", "conseil")])
        .await
        .check_refused("notFound");
}

#[tokio::test]
async fn a_meeting_expires_after_the_last_person_left() {
    let short = Duration::from_millis(50);
    let portal = Portal::start_with(SandboxConfig {
        expire_after_last_left: short,
        ..config()
    });
    let portal = portal.await;
    portal.create(&[]).await;
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let mut events = page.connect().await;
    events.next("people").await;
    drop(events);
    portal.wait_until_gone().await;
}

#[tokio::test]
async fn a_meeting_ends_at_its_duration_whoever_is_in() {
    let minute = Duration::from_millis(500);
    let portal = Portal::start_with(SandboxConfig { minute, ..config() }).await;
    portal
        .create(&[("duration", "2"), ("logoutURL", "http://portal.test/after")])
        .await;
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let mut events = page.connect().await;
    assert_eq!(events.next("ended").await, "http://portal.test/after");
    portal.wait_until_gone().await;
}

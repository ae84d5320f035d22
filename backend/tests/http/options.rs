//! A room's options, each as the conference server receives it.

use futures_util::future::join_all;
use parvis_contract::field::FieldReason;
use parvis_contract::options::RoomOptions;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Room, RoomDetails, RoomUpdated};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Person, Portal, address};

/// What `create` received when the room was launched.
async fn launched(portal: &Portal, owner: &Person, room: &Room) -> Value {
    let launch = format!("{}/launch", address(room));
    owner.send(Method::POST, &launch).await.json::<Value>();
    let meetings = portal.meetings().await;
    let meetings = meetings.as_array().expect("a list");
    let id = room.id.to_string();
    let meeting = meetings.iter().find(|meeting| meeting["meeting_id"] == id);
    meeting.expect("launched")["create"].clone()
}

#[tokio::test]
async fn each_option_is_passed_on_under_the_conference_server_s_name() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let defaults = launched(&portal, &alix, &alix.create_room("Témoin").await).await;
    for (option, value, changed) in [
        (
            "welcome",
            json!("Bonjour\n& <b>bienvenue</b>"),
            json!({ "welcome": "Bonjour<br>&amp; &lt;b&gt;bienvenue&lt;/b&gt;" }),
        ),
        (
            "max_participants",
            json!(30),
            json!({ "maxParticipants": "30" }),
        ),
        ("minutes", json!(90), json!({ "duration": "90" })),
        (
            "waiting_room",
            json!(true),
            json!({ "guestPolicy": "ASK_MODERATOR" }),
        ),
        // Alone it says nothing: there is no waiting room to pass.
        ("authenticated_bypass", json!(true), json!({})),
        (
            "mute_on_start",
            json!(false),
            json!({ "muteOnStart": "false" }),
        ),
        (
            "cameras",
            json!(false),
            json!({ "lockSettingsDisableCam": "true" }),
        ),
        (
            "microphones",
            json!(false),
            json!({ "lockSettingsDisableMic": "true" }),
        ),
        (
            "cameras_for_moderators_only",
            json!(true),
            json!({ "webcamsOnlyForModerator": "true" }),
        ),
        (
            "private_chat",
            json!(false),
            json!({ "lockSettingsDisablePrivateChat": "true" }),
        ),
        (
            "public_chat",
            json!(false),
            json!({ "lockSettingsDisablePublicChat": "true" }),
        ),
        (
            "shared_notes",
            json!(false),
            json!({ "lockSettingsDisableNotes": "true" }),
        ),
        (
            "manual_recording",
            json!(true),
            json!({ "record": "true", "allowStartStopRecording": "true" }),
        ),
        (
            "automatic_recording",
            json!(true),
            json!({ "record": "true", "autoStartRecording": "true" }),
        ),
        (
            "logout_url",
            json!("https://exemple.fr/fin"),
            json!({ "logoutURL": "https://exemple.fr/fin" }),
        ),
    ] {
        let body = json!({ "name": "Témoin", "options": { option: value } });
        let room: Room = alix.post("/api/v1/rooms", body).await.json();
        let mut received = launched(&portal, &alix, &room).await;
        for (name, value) in changed.as_object().expect("parameters") {
            assert_eq!(&received[name], value, "{option}");
            assert_ne!(&defaults[name], value, "{option}: the default is the same");
        }
        // And nothing else differs, but for what each room has of its own.
        for (name, value) in defaults.as_object().expect("parameters") {
            let own = [
                "meetingID",
                "voiceBridge",
                "moderatorOnlyMessage",
                "meta_parvis-meeting",
                "meta_endCallbackUrl",
                "presentationUploadExternalUrl",
            ];
            if changed.get(name).is_none() && !own.contains(&&**name) {
                assert_eq!(&received[name], value, "{option}: {name}");
            }
            received[name] = Value::Null;
        }
    }
}

#[tokio::test]
async fn moderators_read_the_owner_s_words_and_how_to_invite() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let options = json!({ "moderators_message": "Enregistrer <avant> 10 h : 100 % %%CONFNAME%%" });
    let body = json!({ "name": "Une", "options": options });
    let room: Room = alix.post("/api/v1/rooms", body).await.json();
    let received = launched(&portal, &alix, &room).await;
    let message = received["moderatorOnlyMessage"]
        .as_str()
        .expect("a message");
    assert!(
        message.starts_with("Enregistrer &lt;avant&gt; 10 h : 100 &#37; &#37;&#37;CONFNAME"),
        "{message}"
    );
    let invitation = alix.invitation(&room).await;
    for datum in ["moderator_link", "attendee_link"] {
        assert!(
            message.contains(invitation[datum].as_str().expect("a link")),
            "{datum}"
        );
    }
    assert!(!message.contains(invitation["authenticated_link"].as_str().expect("a link")));
    assert!(message.contains("PIN : "));
    // The number to dial stays out of what everybody sees.
    assert!(received.get("dialNumber").is_none());
}

#[tokio::test]
async fn without_a_telephone_there_is_no_pin_anywhere() {
    let portal = Portal::builder()
        .without("PARVIS_PHONE_NUMBER")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let received = launched(&portal, &alix, &room).await;
    assert!(received.get("voiceBridge").is_none());
    assert!(
        !received["moderatorOnlyMessage"]
            .as_str()
            .expect("a message")
            .contains("PIN")
    );
    assert!(alix.invitation(&room).await.get("dial_in").is_none());
    let told: Value = alix.get("/api/v1/bootstrap").await.json();
    assert!(told["instance"].get("has_telephone").is_none());
}

#[tokio::test]
async fn video_terminals_have_an_address_where_the_instance_has_a_gateway() {
    let portal = Portal::builder()
        .variable("PARVIS_SIP_HOST", "sip.exemple.fr")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let invitation = alix.invitation(&alix.create_room("Une").await).await;
    let code = invitation["code"].as_str().expect("a code");
    assert_eq!(invitation["sip"], format!("{code}@sip.exemple.fr"));
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let invitation = alix.invitation(&alix.create_room("Une").await).await;
    assert!(invitation.get("sip").is_none());
}

#[tokio::test]
async fn options_out_of_bounds_are_refused_each_with_its_reason_and_nothing_changes() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    for (options, field, reason) in [
        (
            json!({ "max_participants": -5 }),
            "max_participants",
            FieldReason::OutOfRange,
        ),
        (json!({ "minutes": 0 }), "minutes", FieldReason::OutOfRange),
        (
            json!({ "logout_url": "javascript:alert(1)" }),
            "logout_url",
            FieldReason::NotHttps,
        ),
        (
            json!({ "logout_url": "http://exemple.fr" }),
            "logout_url",
            FieldReason::NotHttps,
        ),
        (
            json!({ "welcome": "x".repeat(501) }),
            "welcome",
            FieldReason::TooLong,
        ),
        (
            json!({ "moderators_message": "a\u{0}" }),
            "moderators_message",
            FieldReason::ControlCharacter,
        ),
    ] {
        let body = json!({ "name": "Deux", "options": options });
        for answer in [
            alix.change(&room, body.clone()).await,
            alix.post("/api/v1/rooms", body.clone()).await,
        ] {
            let problem = answer.assert_problem(ProblemKind::Invalid);
            assert_eq!(problem.errors.len(), 1);
            assert_eq!(
                (&*problem.errors[0].field, problem.errors[0].reason),
                (field, reason)
            );
        }
    }
    let told: RoomDetails = alix.get(&address(&room)).await.json();
    assert_eq!(
        told,
        RoomDetails {
            room,
            options: RoomOptions::default()
        }
    );
}

#[tokio::test]
async fn options_that_a_change_does_not_name_stay_and_null_brings_the_default_back() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let stored = async || {
        alix.get(&address(&room))
            .await
            .json::<RoomDetails>()
            .options
    };
    for options in [
        json!({ "welcome": "Bonjour", "max_participants": 30 }),
        json!({ "cameras": false }),
    ] {
        let answer = alix.change(&room, json!({ "options": options })).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    let mut expected = RoomOptions {
        welcome: "Bonjour".to_owned(),
        max_participants: Some(30),
        cameras: false,
        ..RoomOptions::default()
    };
    assert_eq!(stored().await, expected);
    let back = json!({ "options": { "max_participants": null, "welcome": "" } });
    assert_eq!(alix.change(&room, back).await.status, StatusCode::OK);
    (expected.welcome, expected.max_participants) = (String::new(), None);
    assert_eq!(stored().await, expected);
}

/// Release 0.2.0's apps stay open in tabs after an update. They send all options, but for empty texts and absent limits.
#[tokio::test]
async fn what_an_app_of_the_former_release_empties_is_emptied() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let kept = json!({ "welcome": "Bonjour", "max_participants": 30, "minutes": 60, "logout_url": "https://exemple.fr/" });
    let stored = async || {
        let details: RoomDetails = alix.get(&address(&room)).await.json();
        details.options
    };
    let all_switches = json!({
        "waiting_room": true, "authenticated_bypass": false, "mute_on_start": true, "cameras": true,
        "microphones": true, "cameras_for_moderators_only": false, "private_chat": true, "public_chat": true,
        "shared_notes": true, "manual_recording": false, "automatic_recording": false,
    });
    for (by_app_of_this_release, expected) in [
        (
            false,
            RoomOptions {
                waiting_room: true,
                ..RoomOptions::default()
            },
        ),
        (
            true,
            RoomOptions {
                waiting_room: true,
                welcome: "Bonjour".to_owned(),
                max_participants: Some(30),
                minutes: Some(60),
                logout_url: "https://exemple.fr/".to_owned(),
                ..RoomOptions::default()
            },
        ),
    ] {
        alix.change(&room, json!({ "options": kept })).await;
        let change = json!({ "options": all_switches, "merge_options": by_app_of_this_release });
        let changed = alix.change(&room, change).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
        assert_eq!(stored().await, expected);
    }
}

#[tokio::test]
async fn two_changes_of_different_options_at_the_same_time_are_both_kept() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let switches = [
        "cameras",
        "microphones",
        "private_chat",
        "public_chat",
        "shared_notes",
    ];
    let changes = switches.map(|switch| {
        let options = json!({ "options": { switch: false } });
        alix.change(&room, options)
    });
    for answer in join_all(changes).await {
        assert_eq!(answer.status, StatusCode::OK);
    }
    let stored: Value = alix.get(&address(&room)).await.json();
    for switch in switches {
        assert_eq!(stored["options"][switch], false, "{switch}");
    }
}

#[tokio::test]
async fn an_unknown_option_is_refused_and_so_is_a_value_of_another_type() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    for options in [
        json!({ "colour": "blue", "cameras": false }),
        json!({ "cameras": "no" }),
    ] {
        let body = json!({ "name": "Deux", "options": options });
        for answer in [
            alix.change(&room, body.clone()).await,
            alix.post("/api/v1/rooms", body.clone()).await,
        ] {
            answer.assert_problem(ProblemKind::Malformed);
        }
    }
    let stored: RoomDetails = alix.get(&address(&room)).await.json();
    assert_eq!(stored.options, RoomOptions::default());
    assert_eq!(stored.room, room);
}

#[tokio::test]
async fn a_change_while_the_meeting_runs_says_so_and_the_meeting_can_be_ended() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let muted = json!({ "options": { "mute_on_start": false } });
    let told: RoomUpdated = alix.change(&room, muted.clone()).await.json();
    assert!(!told.meeting_running);
    let door = alix.join(&moderator, "").await.expect("let in");
    let _connected = alix.enter(&portal, &door).await;
    // What changes nothing has nothing to say.
    let told: RoomUpdated = alix.change(&room, muted).await.json();
    assert!(!told.meeting_running);
    let told: RoomUpdated = alix
        .change(&room, json!({ "options": { "mute_on_start": null } }))
        .await
        .json();
    assert!(told.meeting_running);
    let end = format!("{}/end", address(&room));
    for _ in 0..2 {
        let answer = alix.send(Method::POST, &end).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
    }
}

//! What is done at a node of one release holds at a node of the other one.

use parvis_contract::options::{OptionChanges, RoomOptions};
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::room::{Room, RoomDetails, RoomPage, UpdateRoom};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::releases::{Releases, Surroundings};
use crate::support::{Answer, Person, address};

async fn names(person: &Person) -> Vec<String> {
    let rooms: RoomPage = person.get("/api/v1/rooms").await.json();
    rooms.items.into_iter().map(|room| room.name).collect()
}

/// Sends a request that creates a room; the key is the same each time.
async fn create(person: &Person, body: &Value) -> Answer {
    let request = person
        .request(Method::POST, "/api/v1/rooms")
        .header("idempotency-key", "k");
    Answer::of(request.json(body)).await
}

/// Checks that the answer is this problem, in the form of either release.
#[track_caller]
fn assert_refused(answer: &Answer, kind: ProblemKind) {
    let problem: Problem = serde_json::from_str(&answer.body).expect("a problem");
    assert_eq!(
        (answer.status.as_u16(), problem.kind),
        (kind.status(), kind)
    );
}

#[tokio::test]
async fn who_has_signed_in_at_one_is_signed_in_at_the_other_and_signs_out_at_both() {
    let releases = Releases::start().await;
    for [here, there] in releases.both_ways() {
        let alix = releases.signed_in("Alix", here).await;
        let other = alix.at(there);
        assert_eq!(other.get("/api/v1/rooms").await.status, StatusCode::OK);
        let cookie = alix.cookies();
        alix.send(Method::POST, "/auth/sign-out").await;
        // By the cookie that the browser has dropped.
        let visitor = releases.surroundings.portal.visitor().at(there);
        let request = visitor
            .bare(Method::GET, "/api/v1/rooms")
            .header("cookie", cookie);
        let answer = Answer::of(request).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn a_sign_in_that_is_begun_at_one_and_comes_back_to_the_other_is_to_be_begun_again() {
    let releases = Releases::start().await;
    for [here, there] in releases.both_ways() {
        let alix = releases.surroundings.portal.visitor().at(here);
        let page = alix.begin_sign_in("/").await;
        let callback = alix.choose_account(&page, "alix").await;
        let back = alix.at(there).get(&callback).await;
        assert!(back.location().ends_with("/?sign-in=expired"));
        let again = alix.at(there).sign_in("Alix", "/").await;
        assert!(again.ends_with('/'), "{again}");
    }
}

#[tokio::test]
async fn a_room_that_is_made_at_one_is_listed_and_entered_at_the_other() {
    let releases = Releases::start().await;
    for [here, there] in releases.both_ways() {
        let alix = releases.signed_in("Alix", here).await;
        let room = alix.create_room("Conseil").await;
        let other = alix.at(there);
        assert!(names(&other).await.contains(&room.name));
        assert_eq!(alix.invitation(&room).await, other.invitation(&room).await);
        let code = alix.code(&room).await;
        let [moderator, attendee, _] = alix.secrets(&room).await;
        let noe = releases.surroundings.portal.visitor().at(there);
        // The meeting has not started.
        assert_eq!(noe.join(&attendee, "Noé").await, None);
        let by_code = noe.entered_by(&code).await;
        for secret in [by_code, moderator] {
            assert!(noe.join(&secret, "Noé").await.is_some());
        }
    }
}

#[tokio::test]
async fn a_creation_that_is_sent_again_to_the_other_makes_one_room() {
    let bodies = [
        json!({ "name": "Conseil" }),
        json!({ "name": "Conseil", "options": { "waiting_room": true, "welcome": "Bonjour", "minutes": 60 } }),
    ];
    for body in bodies {
        let releases = Releases::start().await;
        for ([here, there], name) in releases.both_ways().into_iter().zip(["Alix", "Camille"]) {
            let person = releases.signed_in(name, here).await;
            let room: Room = create(&person, &body).await.json();
            let again: Room = create(&person.at(there), &body).await.json();
            assert_eq!(again.id, room.id);
            let other = create(&person.at(there), &json!({ "name": "Autre" })).await;
            assert_refused(&other, ProblemKind::IdempotencyKeyReused);
            assert_eq!(names(&person).await, ["Conseil"]);
        }
    }
}

#[tokio::test]
async fn what_is_changed_at_one_is_read_at_the_other() {
    let releases = Releases::start().await;
    let alix = releases.signed_in("Alix", &releases.nodes[0]).await;
    let room = alix.create_room("Conseil").await;
    for ([here, there], name) in releases.both_ways().into_iter().zip(["Un", "Deux"]) {
        let [here, there] = [alix.at(here), alix.at(there)];
        // Both have listed the rooms before.
        names(&here).await;
        names(&there).await;
        let renamed = here.rename(&room, name).await;
        assert_eq!(renamed.status, StatusCode::OK, "{}", renamed.body);
        assert_eq!(names(&there).await, [name]);

        let details: RoomDetails = here.get(&address(&room)).await.json();
        let mut options = details.options;
        options.welcome = format!("Bienvenue à {name}");
        options.max_participants = Some(12);
        options.waiting_room = !options.waiting_room;
        // The former release takes the options that it is sent as all of them.
        let changed = here.change(&room, json!({ "options": options })).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
        let details: RoomDetails = there.get(&address(&room)).await.json();
        assert_eq!(details.options, options);

        let star = format!("{}/favourite", address(&room));
        for (method, starred) in [(Method::PUT, true), (Method::DELETE, false)] {
            here.send(method, &star).await;
            let rooms: RoomPage = there.get("/api/v1/rooms").await.json();
            assert_eq!(rooms.items[0].favourite, starred);
        }
    }
}

/// The former release would take them as all options, and reset the others.
#[tokio::test]
async fn changes_of_options_are_refused_by_the_former_release_and_reset_nothing() {
    let releases = Releases::start().await;
    let [former, current] = releases.nodes.each_ref();
    let alix = releases.signed_in("Alix", former).await;
    let body =
        json!({ "name": "Conseil", "options": { "waiting_room": true, "welcome": "Bonjour" } });
    let room: Room = create(&alix, &body).await.json();
    let options = async || {
        let details: RoomDetails = alix.get(&address(&room)).await.json();
        details.options
    };
    let before = options().await;
    let after = RoomOptions {
        cameras: false,
        ..before.clone()
    };
    let change = serde_json::to_value(UpdateRoom {
        name: None,
        options: OptionChanges::between(&before, &after),
        merge_options: true,
    });
    let change = change.expect("JSON");
    assert_refused(
        &alix.change(&room, change.clone()).await,
        ProblemKind::Malformed,
    );
    assert_eq!(options().await, before);
    let changed = alix.at(current).change(&room, change).await;
    assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
    assert_eq!(options().await, after);
}

/// An app of the former release sends all options, without those that are empty.
#[tokio::test]
async fn what_an_app_of_the_former_release_saves_is_the_same_at_both() {
    let releases = Releases::start().await;
    let alix = releases.signed_in("Alix", &releases.nodes[0]).await;
    let body = json!({ "name": "Conseil", "options": { "welcome": "Bonjour", "minutes": 60 } });
    for (node, key) in releases.nodes.iter().zip(["former", "current"]) {
        let request = alix
            .request(Method::POST, "/api/v1/rooms")
            .header("idempotency-key", key);
        let room: Room = Answer::of(request.json(&body)).await.json();
        let mut options = serde_json::to_value(RoomOptions::default()).expect("JSON");
        let is_sent = |_: &String, value: &mut Value| !value.is_null() && *value != "";
        options.as_object_mut().expect("options").retain(is_sent);
        let changed = alix
            .at(node)
            .change(&room, json!({ "options": options }))
            .await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body);
        let details: RoomDetails = alix.get(&address(&room)).await.json();
        assert_eq!(details.options, RoomOptions::default());
    }
}

#[tokio::test]
async fn what_is_renewed_at_one_replaces_the_former_at_the_other() {
    let releases = Releases::start().await;
    let alix = releases.signed_in("Alix", &releases.nodes[0]).await;
    let room = alix.create_room("Conseil").await;
    for [here, there] in releases.both_ways() {
        let [here, there] = [alix.at(here), alix.at(there)];
        let [former, ..] = here.secrets(&room).await;
        let code = here.code(&room).await;
        for what in ["code", "moderator"] {
            let answer = here.renew(&room, what).await;
            assert!(answer.status.is_success(), "{what}: {}", answer.body);
        }
        let refused = there
            .post("/api/v1/join", json!({ "secret": former, "name": "" }))
            .await;
        assert_refused(&refused, ProblemKind::LinkRenewed);
        assert_refused(&there.type_code(&code).await, ProblemKind::CodeUnknown);
        let [moderator, ..] = there.secrets(&room).await;
        assert_ne!(moderator, former);
        assert!(there.join(&moderator, "").await.is_some());
    }
}

#[tokio::test]
async fn who_waits_with_a_ticket_of_one_may_ask_the_other_or_is_told_to_join_again() {
    let releases = Releases::start().await;
    for [here, there] in releases.both_ways() {
        let alix = releases.signed_in("Alix", here).await;
        let room = alix.create_room("Conseil").await;
        let [_, attendee, _] = alix.secrets(&room).await;
        let noe = releases.surroundings.portal.visitor();
        let ticket = noe.at(here).ticket(&attendee).await;
        let path = format!("/api/v1/waiting/{ticket}");
        let answer = noe.at(there).get(&path).await;
        if here == releases.nodes[0] {
            assert_eq!(answer.json::<Value>(), json!({ "door": "closed" }));
        } else {
            // The page then joins again by itself.
            assert_refused(&answer, ProblemKind::TicketUnknown);
        }
    }
}

#[tokio::test]
async fn a_room_that_is_deleted_at_one_is_brought_back_at_the_other() {
    let releases = Releases::start().await;
    let alix = releases.signed_in("Alix", &releases.nodes[0]).await;
    let room = alix.create_room("Conseil").await;
    let code = alix.code(&room).await;
    for [here, there] in releases.both_ways() {
        let [here, there] = [alix.at(here), alix.at(there)];
        here.send(Method::DELETE, &address(&room)).await;
        assert!(names(&there).await.is_empty());
        let restored = there
            .send(Method::POST, &format!("{}/restore", address(&room)))
            .await;
        assert_eq!(restored.status, StatusCode::NO_CONTENT);
        assert_eq!(names(&here).await, ["Conseil"]);
        assert_eq!(here.code(&room).await, code);
    }
}

#[tokio::test]
async fn a_node_of_this_release_starts_again_while_one_of_the_former_runs() {
    let surroundings = Surroundings::new().await;
    let _former = surroundings.former().await;
    for _ in 0..2 {
        // It is ready, or it would not have been started.
        drop(surroundings.current().await);
    }
}

//! Session details by the token in the meeting's text for moderators, for the plug-in and for the link beside
//! it.

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Entrance, Room};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Balancer, Person, Portal, address, eventually};

const PATH: &str = "/api/v1/session";
const MANIFEST: &str = include_str!("../../../overlay/js/bigbluebutton.json");

async fn launch(owner: &Person, room: &Room) -> Answer {
    let launch = format!("{}/launch", address(room));
    owner.send(Method::POST, &launch).await
}

/// What the conference server knows of the room's meeting.
async fn meeting(server: &Portal, room: &Room) -> Value {
    let id = room.id.to_string();
    let meetings = server.meetings().await;
    let mut meetings = meetings.as_array().expect("a list").iter();
    let meeting = meetings.find(|meeting| meeting["meeting_id"] == id);
    meeting.expect("it runs").clone()
}

/// The text that moderators read in the room's meeting.
async fn message(server: &Portal, room: &Room) -> String {
    let create = &meeting(server, room).await["create"];
    let message = create["moderatorOnlyMessage"].as_str();
    message.expect("a message").to_owned()
}

/// The token in a text.
fn token_in(text: &str) -> String {
    let (_, token) = text.split_once("#token=").expect("a token");
    let end = token.find(['"', '&', '<']).expect("its end");
    token[..end].to_owned()
}

/// Somebody in the room's meeting, by one of its links, for as long as the answer is held.
async fn inside(portal: &Portal, owner: &Person, room: &Room) -> Response {
    let entrance: Entrance = launch(owner, room).await.json();
    owner.enter(portal, &entrance.url).await
}

async fn details(portal: &Portal, token: &str) -> Answer {
    Answer::of(portal.visitor().bare(Method::GET, PATH).bearer_auth(token)).await
}

/// A portal that reaches the conference server of another one by a balancer, and that other one.
async fn behind_balancer() -> (Portal, Balancer, Portal) {
    let server = Portal::start().await;
    let balancer = Balancer::start(server.sandbox.base_url()).await;
    let portal = Portal::builder()
        .variable("PARVIS_BBB_URL", &balancer.address)
        .start()
        .await;
    (portal, balancer, server)
}

/// Somebody in a meeting behind a balancer, which keeps no browser's cookies.
async fn enter(person: &Person, balancer: &Balancer, server: &Portal, url: &str) -> Response {
    let origin = balancer.address.trim_end_matches("/bigbluebutton/");
    let door = url.replace(origin, server.sandbox.base_url());
    person.enter(server, &door).await
}

/// The tokens of all creations that were asked for.
fn tokens_sent(balancer: &Balancer) -> Vec<String> {
    let forms = balancer.routing().forms.clone();
    let message = |form: &String| {
        let mut pairs = form_urlencoded::parse(form.as_bytes());
        let pair = pairs.find(|(name, _)| name == "moderatorOnlyMessage");
        token_in(&pair.expect("a message").1)
    };
    forms.iter().map(message).collect()
}

#[tokio::test]
async fn the_token_of_the_text_opens_the_details_as_they_are_now() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let options = json!({ "welcome": "Bonjour\nà tous", "moderators_message": "Entre <nous>" });
    let body = json!({ "name": "Conseil", "options": options });
    let room: Room = alix.post("/api/v1/rooms", body).await.json();
    let _inside = inside(&portal, &alix, &room).await;
    let token = token_in(&message(&portal, &room).await);
    let answer = details(&portal, &token).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    let read: Value = answer.json();
    let invitation = alix.invitation(&room).await;
    for datum in ["code", "moderator_link", "attendee_link", "dial_in"] {
        assert_eq!(read[datum], invitation[datum], "{datum}");
    }
    // Plain text: nothing of it is ever markup.
    assert_eq!(read["welcome"], "Bonjour\nà tous");
    assert_eq!(read["moderators_message"], "Entre <nous>");
    assert_eq!(read["authenticated_link"], Value::Null);
    assert_eq!(read["token_expires_at"], Value::Null);
    let authenticated = invitation["authenticated_link"].as_str().expect("a link");
    assert!(!answer.body.contains(authenticated));
    // What is renewed is there at once; what is known is not sent again.
    let again = async |tag: &str| {
        let request = portal.visitor().bare(Method::GET, PATH);
        let request = request.header("if-none-match", tag).bearer_auth(&token);
        Answer::of(request).await
    };
    let tag = answer.header("etag");
    assert_eq!(again(tag).await.status, StatusCode::NOT_MODIFIED);
    alix.renew(&room, "attendee").await;
    let renewed: Value = again(tag).await.json();
    assert_ne!(renewed["attendee_link"], read["attendee_link"]);
    assert_eq!(renewed["moderator_link"], read["moderator_link"]);
}

#[tokio::test]
async fn of_two_starts_at_once_the_one_that_was_first_has_the_good_token() {
    let (portal, balancer, server) = behind_balancer().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let (one, other) = tokio::join!(launch(&alix, &room), launch(&alix, &room));
    let (one, other): (Entrance, Entrance) = (one.json(), other.json());
    let _inside = enter(&alix, &balancer, &server, &one.url).await;
    let _and_again = enter(&alix, &balancer, &server, &other.url).await;
    let good = token_in(&message(&server, &room).await);
    let sent = tokens_sent(&balancer);
    assert_eq!(sent.len(), 2);
    assert_ne!(sent[0], sent[1]);
    assert!(sent.contains(&good));
    for token in sent {
        let answer = details(&portal, &token).await;
        if token == good {
            answer.json::<Value>();
        } else {
            answer.assert_problem(ProblemKind::MeetingOver);
        }
    }
}

#[tokio::test]
async fn a_start_whose_answer_was_lost_has_the_good_token_all_the_same() {
    let (portal, balancer, server) = behind_balancer().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    balancer.routing().lost_creations = 1;
    let lost = launch(&alix, &room).await;
    lost.assert_problem(ProblemKind::ConferenceUnreachable);
    let entrance: Entrance = launch(&alix, &room).await.json();
    let _inside = enter(&alix, &balancer, &server, &entrance.url).await;
    let good = token_in(&message(&server, &room).await);
    let [first, second] = &tokens_sent(&balancer)[..] else {
        panic!("two creations");
    };
    assert_eq!(*first, good);
    details(&portal, first).await.json::<Value>();
    let answer = details(&portal, second).await;
    answer.assert_problem(ProblemKind::MeetingOver);
}

#[tokio::test]
async fn a_token_begins_with_its_meeting_and_ends_with_it() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let entrance: Entrance = launch(&alix, &room).await.json();
    let yesterday = token_in(&message(&portal, &room).await);
    // Created, and nobody is in.
    let answer = details(&portal, &yesterday).await;
    answer.assert_problem(ProblemKind::MeetingOver);
    let inside = alix.enter(&portal, &entrance.url).await;
    details(&portal, &yesterday).await.json::<Value>();
    let end = format!("{}/end", address(&room));
    assert!(alix.send(Method::POST, &end).await.status.is_success());
    drop(inside);
    portal.wait_until_meetings_ended().await;
    let answer = details(&portal, &yesterday).await;
    answer.assert_problem(ProblemKind::MeetingOver);
    // The next session of the same room is another.
    let _inside = self::inside(&portal, &alix, &room).await;
    let today = token_in(&message(&portal, &room).await);
    details(&portal, &today).await.json::<Value>();
    let answer = details(&portal, &yesterday).await;
    answer.assert_problem(ProblemKind::MeetingOver);
}

#[tokio::test]
async fn a_server_that_does_not_say_which_meeting_runs_opens_nothing() {
    let (portal, balancer, server) = behind_balancer().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let entrance: Entrance = launch(&alix, &room).await.json();
    let _inside = enter(&alix, &balancer, &server, &entrance.url).await;
    let token = token_in(&message(&server, &room).await);
    details(&portal, &token).await.json::<Value>();
    balancer.routing().hides_metadata = true;
    // What was known a moment ago may be so for one interval more.
    eventually("the refusal of the token", async || {
        let answer = details(&portal, &token).await;
        (answer.status == StatusCode::GONE).then_some(())
    })
    .await;
}

#[tokio::test]
async fn what_is_no_token_of_this_purpose_is_refused_and_an_older_key_still_opens() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let _inside = inside(&portal, &alix, &room).await;
    let token = token_in(&message(&portal, &room).await);
    let mut forged = token.clone();
    let last = forged.pop().expect("a character");
    forged.push(if last == 'A' { 'B' } else { 'A' });
    let [moderator, ..] = alix.secrets(&room).await;
    for other in [&*forged, &moderator, &token[1..], "x"] {
        let answer = details(&portal, other).await;
        answer.assert_problem(ProblemKind::TokenRefused);
    }
    let newer = portal
        .restarted_with_keys(|keys| format!("9 {}A\n{keys}", "B".repeat(42)))
        .await;
    let node = portal.serve(&newer).await;
    let visitor = portal.visitor();
    let request = visitor.bare(Method::GET, &format!("{node}{PATH}"));
    Answer::of(request.bearer_auth(&token))
        .await
        .json::<Value>();
}

#[tokio::test]
async fn participants_are_told_neither_the_text_nor_the_token() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let _inside = inside(&portal, &alix, &room).await;
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let page = async |secret: &str| {
        let person = portal.visitor();
        let door = person.join(secret, "Noé").await.expect("let in");
        let page = person.get(&door).await.location().to_owned();
        person.get(&page).await.body
    };
    let code = alix.code(&room).await;
    let grouped = format!("{} {} {}", &code[..3], &code[3..6], &code[6..]);
    let (theirs, ours) = (page(&attendee).await, page(&moderator).await);
    for secret in ["#token=", &*grouped] {
        assert!(ours.contains(secret), "{secret}");
        assert!(!theirs.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn every_meeting_names_the_same_manifest_and_starts_without_it_as_well() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for name in ["Une", "Autre"] {
        let room = alix.create_room(name).await;
        launch(&alix, &room).await.json::<Entrance>();
        let meeting = meeting(&portal, &room).await;
        let named = meeting["create"]["pluginManifests"].as_str();
        let named: Value = serde_json::from_str(named.expect("named")).expect("JSON");
        let address = format!("{}/embed/bigbluebutton.json", portal.origin);
        assert_eq!(named, json!([{ "url": address }]));
        // This portal serves no site: the plug-in fails alone.
        assert_ne!(meeting["plugins"][0]["load_failure_reason"], Value::Null);
    }
}

#[tokio::test]
async fn conference_servers_of_each_interface_load_the_plug_in() {
    let manifest: Value = serde_json::from_str(MANIFEST).expect("JSON");
    assert_eq!(manifest["requiredSdkVersion"], ">=0.0.59 & <2.0.0");
    // Beside the manifest, wherever that is.
    assert_eq!(manifest["javascriptEntrypointUrl"], "bigbluebutton.js");
    assert!(manifest.get("remoteDataSources").is_none());
    for (interface, loads) in [
        ("0.0.102", true),
        ("0.1.26", true),
        ("1.0.0-beta.3", true),
        ("2.0.0", false),
    ] {
        let site = crate::site::folder_with(&[("embed/bigbluebutton.json", MANIFEST)]);
        let dir = site.path().display().to_string();
        let portal = Portal::builder()
            .variable("PARVIS_SITE_DIR", &dir)
            .plugin_sdk(interface)
            .start()
            .await;
        let served = portal.visitor().get("/embed/bigbluebutton.json").await;
        assert_eq!(served.header("content-type"), "application/json");
        assert_eq!(served.header("cache-control"), "public, max-age=300");
        let alix = portal.signed_in("Alix").await;
        let room = alix.create_room("Une").await;
        launch(&alix, &room).await.json::<Entrance>();
        let plugin = meeting(&portal, &room).await["plugins"][0].clone();
        assert_eq!(plugin["name"], "ParvisSessionDetails");
        assert_eq!(
            plugin["load_failure_reason"].is_null(),
            loads,
            "{interface}"
        );
    }
}

#[tokio::test]
async fn the_text_is_complete_by_itself_whether_plug_ins_are_loaded_or_not() {
    for builder in [Portal::builder(), Portal::builder().without_plugins()] {
        let portal = builder.start().await;
        let alix = portal.signed_in("Alix").await;
        let room = alix.create_room("Conseil").await;
        launch(&alix, &room).await.json::<Entrance>();
        let text = message(&portal, &room).await;
        let invitation = alix.invitation(&room).await;
        for datum in ["moderator_link", "attendee_link"] {
            assert!(text.contains(invitation[datum].as_str().expect("a link")));
        }
        assert!(text.contains("début de la réunion"), "{text}");
        assert!(
            text.contains("/embed/session-details.html#token="),
            "{text}"
        );
    }
}

#[tokio::test]
async fn the_text_is_in_the_language_that_the_owner_uses() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let is_french = async |room: &Room| {
        let text = message(&portal, room).await;
        let [fr, en] = ["Pour inviter", "To invite"].map(|words| text.contains(words));
        assert_ne!(fr, en, "{text}");
        let end = format!("{}/end", address(room));
        alix.send(Method::POST, &end).await;
        portal.wait_until_meetings_ended().await;
        fr
    };
    let silent = alix.create_room("Une").await;
    launch(&alix, &silent).await.json::<Entrance>();
    assert!(is_french(&silent).await);
    let body = json!({ "name": "Autre", "language": "en" });
    let room: Room = alix.post("/api/v1/rooms", body).await.json();
    launch(&alix, &room).await.json::<Entrance>();
    assert!(!is_french(&room).await);
    // A launch says it anew, and it is kept for whoever starts the next meeting.
    let path = format!("{}/launch", address(&room));
    let launched = alix.post(&path, json!({ "language": "fr" })).await;
    launched.json::<Entrance>();
    assert!(is_french(&room).await);
    let [moderator, ..] = alix.secrets(&room).await;
    portal.visitor().join(&moderator, "Zoé").await;
    assert!(is_french(&room).await);
    for body in [json!({ "language": "pl" }), json!({ "langue": "fr" })] {
        let answer = alix.post(&path, body).await;
        answer.assert_problem(ProblemKind::Malformed);
    }
    for (language, words, name) in [
        ("en", "To invite", "Temporary meeting"),
        ("pt", "Código de acesso", "Reunião temporária"),
    ] {
        let body = json!({ "language": language });
        alix.post("/api/v1/meetings", body).await.json::<Entrance>();
        let meetings = portal.meetings().await;
        let mut meetings = meetings.as_array().expect("a list").iter();
        let meeting = meetings.find(|meeting| meeting["create"]["name"] == name);
        let meeting = meeting.unwrap_or_else(|| panic!("no meeting called {name}"));
        let text = meeting["create"]["moderatorOnlyMessage"].as_str();
        assert!(text.expect("a message").contains(words), "{language}");
    }
}

#[tokio::test]
async fn the_client_s_own_dialog_opens_as_its_server_decides() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let door = alix.join(&moderator, "Alix").await.expect("let in");
    assert!(!door.contains("userdata-"), "{door}");
}

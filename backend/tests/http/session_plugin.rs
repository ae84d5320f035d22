//! The session's details in BigBlueButton's own client: the plug-in, and what its data are guarded by.

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::Room;
use reqwest::{Method, Response};
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal, address};

const NETWORKS: (&str, &str) = ("PARVIS_CONFERENCE_NETWORKS", "127.0.0.0/8");
const SOURCE: &str = "/api/plugin/ParvisSessionDetails/details/";

async fn started(portal: &Portal, owner: &Person, options: Value) -> (Room, Value) {
    let body = json!({ "name": "Conseil", "options": options });
    let room: Room = owner.post("/api/v1/rooms", body).await.json();
    let launch = format!("{}/launch", address(&room));
    owner.send(Method::POST, &launch).await.json::<Value>();
    let meetings = portal.meetings().await;
    let id = room.id.to_string();
    let meeting = meetings.as_array().expect("a list").iter();
    let meeting = meeting.clone().find(|meeting| meeting["meeting_id"] == id);
    (room, meeting.expect("launched").clone())
}

/// Somebody in the conference, by one of the room's links; and the token of their page.
async fn inside(portal: &Portal, secret: &str) -> (Person, String, Response) {
    let person = portal.visitor();
    let door = person.join(secret, "Zoé").await.expect("let in");
    let page = person.get(&door).await.location().to_owned();
    let token = page.split_once("sessionToken=").expect("a token").1;
    let token = token.to_owned();
    let events = format!(
        "{}/html5client/events?sessionToken={token}",
        portal.sandbox.base_url()
    );
    let connected = person.client().get(events).send().await;
    (person, token, connected.expect("connected"))
}

/// What the person's page is given by the conference server.
async fn read(portal: &Portal, person: &Person, token: &str) -> Answer {
    let address = format!("{}{SOURCE}", portal.sandbox.base_url());
    let request = person.bare(Method::GET, &address);
    Answer::of(request.header("x-session-token", token)).await
}

/// The address of the manifest that `create` named.
fn manifest(meeting: &Value) -> String {
    let named = meeting["create"]["pluginManifests"].as_str();
    let named: Value = serde_json::from_str(named.expect("named")).expect("JSON");
    assert_eq!(named.as_array().map(Vec::len), Some(1));
    named[0]["url"].as_str().expect("an address").to_owned()
}

#[tokio::test]
async fn moderators_read_the_details_through_the_conference_server_and_attendees_nothing() {
    let portal = Portal::start_with(&[NETWORKS]).await;
    let alix = portal.signed_in("Alix").await;
    let (room, meeting) = started(&portal, &alix, json!({})).await;
    let plugins = json!([{ "name": "ParvisSessionDetails", "load_failure_reason": null }]);
    assert_eq!(meeting["plugins"], plugins);
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let (zoe, token, _here) = inside(&portal, &moderator).await;
    let details: Value = read(&portal, &zoe, &token).await.json();
    let invitation = alix.invitation(&room).await;
    for datum in ["code", "moderator_link", "attendee_link", "dial_in"] {
        assert_eq!(details[datum], invitation[datum], "{datum}");
    }
    assert_eq!(details["authenticated_link"], Value::Null);
    assert_eq!(details["token_expires_at"], Value::Null);
    let (noe, token, _there) = inside(&portal, &attendee).await;
    let answer = read(&portal, &noe, &token).await;
    assert_eq!(answer.status, 403);
    assert!(!answer.body.contains("rejoindre"), "{}", answer.body);
}

#[tokio::test]
async fn no_datum_stands_twice_and_none_where_attendees_look() {
    let portal = Portal::start_with(&[NETWORKS]).await;
    let alix = portal.signed_in("Alix").await;
    let (_, meeting) = started(&portal, &alix, json!({})).await;
    let create = meeting["create"].as_object().expect("parameters");
    assert!(!create.contains_key("moderatorOnlyMessage"));
    assert!(!create.contains_key("dialNumber"));
    let own = json!({ "moderators_message": "Enregistrer à 10 h" });
    let (_, meeting) = started(&portal, &alix, own).await;
    assert_eq!(
        meeting["create"]["moderatorOnlyMessage"],
        "Enregistrer à 10 h"
    );
}

#[tokio::test]
async fn without_plug_ins_the_moderators_message_carries_the_details() {
    // An older server, one whose administrator has switched them off; and a portal that does not know
    // from where it would be asked.
    let older = [NETWORKS, ("CONFERENCE_PLUGINS", "false")];
    for variables in [&older[..], &[]] {
        let portal = Portal::start_with(variables).await;
        let alix = portal.signed_in("Alix").await;
        let (room, meeting) = started(&portal, &alix, json!({})).await;
        let create = meeting["create"].as_object().expect("parameters");
        assert!(!create.contains_key("pluginManifests"));
        let message = create["moderatorOnlyMessage"].as_str().expect("a message");
        let invitation = alix.invitation(&room).await;
        assert!(message.contains(invitation["attendee_link"].as_str().expect("a link")));
    }
}

#[tokio::test]
async fn the_addresses_of_a_plug_in_answer_conference_servers_alone() {
    let portal = Portal::start_with(&[NETWORKS]).await;
    let alix = portal.signed_in("Alix").await;
    let (room, meeting) = started(&portal, &alix, json!({})).await;
    let [moderator, ..] = alix.secrets(&room).await;
    let (_zoe, _, _here) = inside(&portal, &moderator).await;
    let manifest = manifest(&meeting);
    let source = manifest.replace("manifest.json", "details");
    let visitor = portal.visitor();
    visitor.get(&source).await.json::<Value>();
    // A seal that is not ours, or was made for something else.
    let seal = source.split('/').nth(5).expect("a seal");
    for other in ["x", &*moderator] {
        let answer = visitor.get(&source.replace(seal, other)).await;
        answer.assert_problem(ProblemKind::NotFound);
    }
    // Through a proxy that nobody has named, anybody would seem to be in its network.
    for header in ["x-forwarded-for", "forwarded"] {
        let request = visitor
            .bare(Method::GET, &source)
            .header(header, "127.0.0.1");
        Answer::of(request)
            .await
            .assert_problem(ProblemKind::NotFound);
    }
    // The same addresses, asked for from anywhere else.
    let elsewhere = Portal::start_with(&[("PARVIS_CONFERENCE_NETWORKS", "192.0.2.0/24")]).await;
    let camille = elsewhere.signed_in("Camille").await;
    let (_, meeting) = started(&elsewhere, &camille, json!({})).await;
    let manifest = self::manifest(&meeting);
    for address in [manifest.replace("manifest.json", "details"), manifest] {
        let answer = elsewhere.visitor().get(&address).await;
        answer.assert_problem(ProblemKind::NotFound);
    }
    // The meeting has started all the same.
    assert_ne!(meeting["plugins"][0]["load_failure_reason"], Value::Null);
}

#[tokio::test]
async fn an_address_made_with_an_older_key_is_answered_as_it_was_made() {
    let portal = Portal::start_with(&[NETWORKS]).await;
    let alix = portal.signed_in("Alix").await;
    let (_, meeting) = started(&portal, &alix, json!({})).await;
    let old = manifest(&meeting);
    let newer = portal
        .restarted_with_keys(|keys| format!("9 {}A\n{keys}", "B".repeat(42)))
        .await;
    let node = portal.serve(&newer).await;
    let path = old.strip_prefix(&portal.origin).expect("the portal's");
    let before = portal.visitor().get(&old).await;
    let after = portal.visitor().get(&format!("{node}{path}")).await;
    assert_eq!(before.status, 200);
    assert_eq!(after.body, before.body);
}

#[tokio::test]
async fn the_client_s_own_dialog_does_not_open_by_itself() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let door = alix.join(&moderator, "Alix").await.expect("let in");
    assert!(
        door.contains("userdata-bbb_show_session_details_on_join=false"),
        "{door}"
    );
}

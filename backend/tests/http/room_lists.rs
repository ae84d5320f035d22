//! Lists of rooms are kept in memory until they change: every change is seen at the next request, at every node.

use std::io::Read as _;
use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{RoomPage, TAKE_BACK_MINUTES};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::delegates::portal_with;
use crate::support::{Answer, CAMILLE, Person, Portal, address};

/// A person, and what another node has answered them last.
struct Reader {
    person: Person,
    token: String,
    lists: Vec<String>,
}

impl Reader {
    async fn new(portal: &Portal, node: &str, name: &str) -> Self {
        let mut reader = Self {
            person: portal.signed_in(name).await,
            token: portal.access_token(name).await,
            lists: Vec::new(),
        };
        reader.has_changed(node).await;
        reader
    }

    /// Whether one of the lists is another than it was the last time.
    async fn has_changed(&mut self, node: &str) -> bool {
        let now = self.read(node).await;
        let before = std::mem::replace(&mut self.lists, now);
        // What is kept is what was made.
        assert_eq!(self.read(node).await, self.lists);
        self.lists != before
    }

    async fn read(&self, node: &str) -> Vec<String> {
        let mut lists = Vec::new();
        for path in ["/api/v1/bootstrap", "/api/v1/rooms?limit=100"] {
            let request = self.person.bare(Method::GET, &format!("{node}{path}"));
            lists.push(body(request).await);
        }
        let request = self
            .person
            .bare(Method::GET, &format!("{node}/api/meetings"));
        lists.push(body(request.bearer_auth(&self.token)).await);
        lists
    }
}

async fn body(request: reqwest::RequestBuilder) -> String {
    let answer = Answer::of(request).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    answer.body
}

#[track_caller]
fn assert_done(answer: &Answer) {
    assert!(answer.status.is_success(), "{}", answer.body);
}

#[tokio::test]
async fn every_change_is_seen_at_once_at_another_node() {
    let portal = portal_with(&[
        ("PARVIS_DELEGATES_INVITE", "true"),
        ("PARVIS_PHONE_NUMBER", "+33 1 99 00 00 00"),
    ])
    .await;
    let node = portal.another_node().await;
    let mut camille = Reader::new(&portal, &node, "Camille").await;
    let mut alix = Reader::new(&portal, &node, "Alix").await;
    let room = alix.person.create_room("Une").await;
    let path = address(&room);
    let mut check = async |change: &str, owner: bool, delegate: bool| {
        let seen = [
            alix.has_changed(&node).await,
            camille.has_changed(&node).await,
        ];
        assert_eq!(seen, [owner, delegate], "{change}");
    };
    check("created", true, false).await;

    let owner = portal.signed_in("Alix").await;
    assert_done(&owner.rename(&room, "Deux").await);
    check("renamed", true, false).await;
    let starred = format!("{path}/favourite");
    assert_done(&owner.send(Method::PUT, &starred).await);
    check("starred", true, false).await;
    assert_done(&owner.send(Method::DELETE, &starred).await);
    check("no longer starred", true, false).await;
    let order = json!({ "by": "name", "reversed": true });
    let order = owner
        .request(Method::PUT, "/api/v1/rooms/order")
        .json(&order);
    assert_done(&Answer::of(order).await);
    check("ordered otherwise", true, false).await;

    let delegate = owner.add_delegate(&room, CAMILLE).await;
    let delegate: serde_json::Value = delegate.json();
    check("delegated", true, true).await;
    assert_done(&owner.rename(&room, "Trois").await);
    check("renamed for both", true, true).await;
    for what in ["code", "pin", "moderator", "attendee"] {
        assert_done(&owner.renew(&room, what).await);
        check(what, true, true).await;
    }
    owner.launch(&room).await;
    check("a meeting has started", true, true).await;
    portal
        .execute("UPDATE accounts SET name = 'Alix Autrement' WHERE name LIKE 'Alix%'")
        .await;
    check("the owner has another name", true, true).await;
    let delegate = format!(
        "{path}/delegates/{}",
        delegate["id"].as_str().expect("an id")
    );
    let handover = format!("{delegate}/handover");
    assert_done(&owner.send(Method::PUT, &handover).await);
    check("offered", false, true).await;
    assert_done(&owner.send(Method::DELETE, &handover).await);
    check("no longer offered", false, true).await;
    assert_done(&owner.send(Method::DELETE, &delegate).await);
    check("no longer delegated", true, true).await;

    assert_done(&owner.add_delegate(&room, "somebody@exemple.fr").await);
    check("delegated to somebody without an account", true, false).await;
    portal
        .execute("UPDATE accounts SET email = 'somebody@exemple.fr' WHERE name LIKE 'Camille%'")
        .await;
    check("the account has that address", false, true).await;

    assert_done(&owner.send(Method::DELETE, &path).await);
    check("deleted", true, true).await;
    assert_done(&owner.post(&format!("{path}/restore"), json!({})).await);
    check("restored", true, true).await;
    assert_done(&owner.send(Method::DELETE, &path).await);
    check("deleted again", true, true).await;
    portal.pass(Duration::from_mins(TAKE_BACK_MINUTES));
    check("deleted for good", true, false).await;
    portal.keep_house().await;
    check("forgotten", false, false).await;
}

#[tokio::test]
async fn what_is_kept_for_one_person_is_answered_to_nobody_else() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    alix.create_room("Secret de Alix").await;
    let tokens = [
        portal.access_token("Alix").await,
        portal.access_token("Camille").await,
    ];
    // The second time, what is kept is answered.
    for _ in 0..2 {
        for path in ["/api/v1/bootstrap", "/api/v1/rooms?limit=100"] {
            assert!(alix.get(path).await.body.contains("Secret"), "{path}");
            for other in [&camille, &portal.visitor()] {
                let answer = other.get(path).await;
                assert!(!answer.body.contains("Secret"), "{path}");
            }
        }
        let [own, others] = &tokens;
        let list = async |token| portal.add_in("/api/meetings", token).await.body;
        assert!(list(own).await.contains("Secret"));
        assert!(!list(others).await.contains("Secret"));
    }
    let cookies = alix.cookies();
    assert_done(&alix.post("/auth/sign-out", json!({})).await);
    let stolen = portal
        .visitor()
        .bare(Method::GET, "/api/v1/rooms?limit=100")
        .header("cookie", cookies);
    let answer = Answer::of(stolen).await;
    answer.assert_problem(ProblemKind::SignInRequired);
}

#[tokio::test]
async fn what_is_kept_is_sent_compressed_or_not_and_not_again_to_who_has_it() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for number in 0..20 {
        alix.create_room(&format!("Salle {number}")).await;
    }
    let asked = |encoding: &str| {
        alix.bare(Method::GET, "/api/v1/rooms?limit=100")
            .header("accept-encoding", encoding)
    };
    let plain = Answer::of(asked("identity")).await;
    assert_eq!(plain.headers.get("content-encoding"), None);
    let compressed = asked("br").send().await.expect("an answer");
    assert_eq!(compressed.headers()["content-encoding"], "br");
    assert_eq!(compressed.headers()["etag"], plain.header("etag"));
    let vary = compressed.headers().get_all("vary").iter();
    let vary: Vec<_> = vary.filter_map(|value| value.to_str().ok()).collect();
    assert!(vary.join(", ").contains("accept-encoding"), "{vary:?}");
    let compressed = compressed.bytes().await.expect("a body");
    let mut content = String::new();
    brotli::Decompressor::new(&compressed[..], 4096)
        .read_to_string(&mut content)
        .expect("Brotli");
    assert_eq!(content, plain.body);
    let known = asked("br").header("if-none-match", plain.header("etag"));
    let known = Answer::of(known).await;
    assert_eq!(known.status, StatusCode::NOT_MODIFIED);
    assert_eq!(known.headers.get("content-encoding"), None);
    assert_eq!(known.body, "");
}

#[tokio::test]
async fn many_changes_of_one_list_are_kept_as_few() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let path = format!("{}/favourite", address(&room));
    let is_starred = async || {
        let page: RoomPage = alix.get("/api/v1/rooms").await.json();
        page.items[0].favourite
    };
    for _ in 0..20 {
        assert_done(&alix.send(Method::PUT, &path).await);
        assert!(is_starred().await);
        assert_done(&alix.send(Method::DELETE, &path).await);
        assert!(!is_starred().await);
    }
    assert!(portal.count_rows("room_list_changes").await >= 40);
    portal.keep_house().await;
    assert_eq!(portal.count_rows("room_list_changes").await, 1);
    assert!(!is_starred().await);
    assert_done(&alix.send(Method::PUT, &path).await);
    assert!(is_starred().await);
}

#[tokio::test]
async fn of_an_account_that_is_gone_no_change_is_kept() {
    let portal = Portal::start().await;
    let camille = portal.signed_in("Camille").await;
    let order = camille
        .request(Method::PUT, "/api/v1/rooms/order")
        .json(&json!({ "by": "name", "reversed": true }));
    assert_done(&Answer::of(order).await);
    assert_eq!(portal.count_rows("room_list_changes").await, 1);
    for table in ["sessions", "accounts"] {
        portal.execute(&format!("DELETE FROM {table}")).await;
    }
    assert_eq!(portal.count_rows("room_list_changes").await, 0);
}

#[tokio::test]
async fn a_list_without_what_could_not_be_taken_is_not_kept() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Une").await;
    assert_done(&alix.add_delegate(&room, CAMILLE).await);
    let names = async || -> Vec<String> {
        let page: RoomPage = camille.get("/api/v1/rooms").await.json();
        page.items.into_iter().map(|room| room.name).collect()
    };
    let held = portal.hold_database().await;
    assert_eq!(names().await, [""; 0]);
    drop(held);
    assert_eq!(names().await, ["Une"]);
}

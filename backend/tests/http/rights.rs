//! Who may see and do what: the authorization matrix, row by row, each verb asked for by everybody.
//!
//! Entering by the connection code is not open yet: its column of the matrix comes with it.

use parvis_contract::join::JoinOutcome;
use parvis_contract::problem::ProblemKind::{self, LinkUnknown, RoomNotFound, SignInRequired};
use parvis_contract::room::{Room, RoomPage};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal};

/// Who asks.
#[derive(Clone, Copy, Debug)]
enum Who {
    Anonymous,
    /// An agent who has nothing to do with the room.
    AnotherAgent,
    Owner,
    /// Somebody who holds the authenticated link, and is not signed in.
    LinkHolder,
    /// Another agent, signed in, in the meeting by the participant link.
    Participant,
    /// Another agent, signed in, in the meeting by the moderator link.
    Moderator,
}

const EVERYBODY: [Who; 6] = [
    Who::Anonymous,
    Who::AnotherAgent,
    Who::Owner,
    Who::LinkHolder,
    Who::Participant,
    Who::Moderator,
];

#[derive(Clone, Copy)]
enum Outcome {
    Done(StatusCode),
    Refused(ProblemKind),
}
use Outcome::{Done, Refused};

const UNKNOWN: Outcome = Refused(SignInRequired);
const NOT_THEIRS: Outcome = Refused(RoomNotFound);

/// A datum or a verb of the portal's own, and what becomes of it, in the order of [`EVERYBODY`].
struct Row {
    what: &'static str,
    method: Method,
    path: &'static str,
    body: Option<fn() -> Value>,
    outcomes: [Outcome; 6],
    /// The room is deleted before it is asked for.
    deleted: bool,
    /// What is done shows in the room, as its owner sees it.
    shows: bool,
}

/// What the owner alone may do; in the meeting or not, nobody else does it on the portal.
fn owner_s(what: &'static str, method: Method, path: &'static str, status: StatusCode) -> Row {
    Row {
        what,
        method,
        path,
        body: None,
        outcomes: [
            UNKNOWN,
            NOT_THEIRS,
            Done(status),
            UNKNOWN,
            NOT_THEIRS,
            NOT_THEIRS,
        ],
        deleted: false,
        shows: false,
    }
}

/// What everybody who is signed in may do, with what is their own.
fn agents_own(what: &'static str, method: Method, path: &'static str, status: StatusCode) -> Row {
    Row {
        outcomes: [
            UNKNOWN,
            Done(status),
            Done(status),
            UNKNOWN,
            Done(status),
            Done(status),
        ],
        ..owner_s(what, method, path, status)
    }
}

fn rows() -> Vec<Row> {
    let (ok, done) = (StatusCode::OK, StatusCode::NO_CONTENT);
    let room = "/api/v1/rooms/{id}";
    let favourite = "/api/v1/rooms/{id}/favourite";
    vec![
        owner_s(
            "see code, links, PIN",
            Method::GET,
            "/api/v1/rooms/{id}/invitation",
            ok,
        ),
        owner_s("see the room", Method::GET, room, ok),
        owner_s(
            "start the meeting on the portal",
            Method::POST,
            "/api/v1/rooms/{id}/launch",
            ok,
        ),
        Row {
            body: Some(|| json!({ "name": "Volée" })),
            shows: true,
            ..owner_s("rename", Method::PATCH, room, done)
        },
        Row {
            shows: true,
            ..owner_s("star", Method::PUT, favourite, done)
        },
        owner_s("take the star away", Method::DELETE, favourite, done),
        Row {
            shows: true,
            ..owner_s(
                "delete",
                Method::DELETE,
                "/api/v1/rooms/{id}?while_running=true",
                done,
            )
        },
        Row {
            deleted: true,
            shows: true,
            ..owner_s(
                "take a deletion back",
                Method::POST,
                "/api/v1/rooms/{id}/restore",
                done,
            )
        },
        agents_own("list one's rooms", Method::GET, "/api/v1/rooms", ok),
        Row {
            body: Some(|| json!({ "by": "name" })),
            ..agents_own(
                "order one's rooms",
                Method::PUT,
                "/api/v1/rooms/order",
                done,
            )
        },
        Row {
            body: Some(|| json!({ "name": "À soi" })),
            ..agents_own(
                "create a room of one's own",
                Method::POST,
                "/api/v1/rooms",
                StatusCode::CREATED,
            )
        },
        Row {
            outcomes: [Done(ok); 6],
            ..owner_s(
                "see what the instance is",
                Method::GET,
                "/api/v1/bootstrap",
                ok,
            )
        },
    ]
}

/// A portal where Alix owns a room whose meeting runs, with everybody there.
struct Scene {
    portal: Portal,
    owner: Person,
    other: Person,
    room: Room,
    secrets: [String; 3],
    /// Code and PIN, as they stand in an answer.
    numbers: [String; 2],
    participant: Person,
    moderator: Person,
    // The meeting runs as long as their pages are connected.
    _connected: Vec<reqwest::Response>,
}

impl Scene {
    async fn set() -> Self {
        let portal = Portal::start().await;
        let owner = portal.signed_in("Alix").await;
        let other = portal.signed_in("Camille").await;
        let room = owner.create_room("À Alix").await;
        let secrets = owner.secrets(&room).await;
        let invitation: Value = owner
            .get(&format!("/api/v1/rooms/{}/invitation", room.id))
            .await
            .json();
        let text = |value: &Value| value.as_str().expect("a number").to_owned();
        let numbers = [
            text(&invitation["code"]),
            text(&invitation["dial_in"]["pin"]),
        ];
        let participant = portal.signed_in("Sacha").await;
        let moderator = portal.signed_in("Dominique").await;
        let mut connected = Vec::new();
        for (person, secret) in [(&moderator, &secrets[0]), (&participant, &secrets[1])] {
            let door = person.join(secret, "Quelqu'un").await.expect("let in");
            connected.push(person.enter(&portal, &door).await);
        }
        Self {
            portal,
            owner,
            other,
            room,
            secrets,
            numbers,
            participant,
            moderator,
            _connected: connected,
        }
    }

    async fn ask(&self, row: &Row, who: Who) -> Answer {
        let stranger = self.portal.visitor();
        let person = match who {
            Who::Anonymous | Who::LinkHolder => &stranger,
            Who::AnotherAgent => &self.other,
            Who::Owner => &self.owner,
            Who::Participant => &self.participant,
            Who::Moderator => &self.moderator,
        };
        let path = row.path.replace("{id}", &self.room.id.to_string());
        let mut request = person.request(row.method.clone(), &path);
        // A link that is held opens the meeting, and nothing of the portal.
        if let Some(link) = match who {
            Who::Participant => Some(&self.secrets[1]),
            Who::Moderator => Some(&self.secrets[0]),
            Who::LinkHolder => Some(&self.secrets[2]),
            Who::Anonymous | Who::AnotherAgent | Who::Owner => None,
        } {
            request = request.bearer_auth(link);
        }
        if let Some(body) = row.body {
            request = request.json(&body());
        }
        Answer::of(request).await
    }

    /// The room as its owner sees it, or why not.
    async fn state(&self) -> (StatusCode, Value) {
        let path = format!("/api/v1/rooms/{}", self.room.id);
        let answer = self.owner.get(&path).await;
        let mut told: Value = serde_json::from_str(&answer.body).expect("JSON");
        told["request_id"] = Value::Null;
        (answer.status, told)
    }
}

#[tokio::test]
async fn each_row_of_the_matrix_holds_for_everybody() {
    for row in rows() {
        for (who, outcome) in EVERYBODY.into_iter().zip(row.outcomes) {
            // A room of its own for each: what one has done must not help the next.
            let scene = Scene::set().await;
            if row.deleted {
                let path = format!("/api/v1/rooms/{}?while_running=true", scene.room.id);
                scene.owner.send(Method::DELETE, &path).await;
            }
            let before = scene.state().await;
            let answer = scene.ask(&row, who).await;
            let told = format!("{} by {who:?}: {} {}", row.what, answer.status, answer.body);
            match outcome {
                Done(status) => {
                    assert_eq!(answer.status, status, "{told}");
                    assert_eq!(scene.state().await != before, row.shows, "{told}");
                }
                Refused(kind) => {
                    assert_eq!(answer.status.as_u16(), kind.status(), "{told}");
                    answer.assert_problem(kind);
                    assert_eq!(scene.state().await, before, "{told}");
                }
            }
            if !matches!(who, Who::Owner) {
                let secret_data = scene.secrets.iter().chain(&scene.numbers);
                for datum in secret_data {
                    assert!(!answer.body.contains(datum.as_str()), "{told}");
                }
                assert!(!answer.body.contains("À Alix"), "{told}");
            }
        }
    }
}

#[tokio::test]
async fn an_order_is_one_s_own_and_so_is_a_list() {
    let scene = Scene::set().await;
    let theirs: RoomPage = scene.other.get("/api/v1/rooms").await.json();
    assert_eq!((theirs.total, theirs.items.len()), (0, 0));
    Answer::of(
        scene
            .other
            .request(Method::PUT, "/api/v1/rooms/order")
            .json(&json!({ "by": "favourites", "reversed": true })),
    )
    .await;
    let mine: RoomPage = scene.owner.get("/api/v1/rooms").await.json();
    assert_eq!(mine.order, parvis_contract::order::RoomOrder::default());
}

/// The rows on starting and joining: what each link does, whoever holds it.
#[tokio::test]
async fn a_link_gives_its_role_and_no_other_to_whoever_holds_it() {
    for (index, role, starts) in [(0, "MODERATOR", true), (1, "VIEWER", false)] {
        let portal = Portal::start().await;
        let alix = portal.signed_in("Alix").await;
        let camille = portal.signed_in("Camille").await;
        let room = alix.create_room("Réunion").await;
        let secret = alix.secrets(&room).await[index].clone();
        for person in [&portal.visitor(), &camille, &alix] {
            if !starts {
                assert_eq!(person.join(&secret, "Tôt").await, None, "it starts nothing");
                assert_eq!(portal.meetings().await, json!([]));
            }
        }
        let starter = portal.visitor();
        let moderator = alix.secrets(&room).await[0].clone();
        let door = starter.join(&moderator, "Zoé").await.expect("let in");
        let _connected = starter.enter(&portal, &door).await;
        for person in [&portal.visitor(), &camille, &alix] {
            let door = person.join(&secret, "Quelqu'un").await.expect("let in");
            assert!(door.contains(&format!("role={role}")), "{door}");
        }
    }
}

#[tokio::test]
async fn nobody_joins_without_a_link_and_an_authenticated_one_is_not_enough_by_itself() {
    let scene = Scene::set().await;
    let by_number = scene.numbers.each_ref();
    for nothing in [
        "",
        "x",
        &scene.room.id.to_string(),
        by_number[0],
        by_number[1],
    ] {
        let body = json!({ "secret": nothing, "name": "Intrus" });
        let answer = scene.portal.visitor().post("/api/v1/join", body).await;
        answer.assert_problem(LinkUnknown);
    }
    let body = json!({ "secret": scene.secrets[2], "name": "Intrus" });
    for person in [&scene.portal.visitor(), &scene.other, &scene.participant] {
        let answer = person.post("/api/v1/join", body.clone()).await;
        answer.assert_problem(ProblemKind::EntranceUnavailable);
    }
}

#[tokio::test]
async fn whoever_holds_a_link_learns_the_meeting_s_name_and_the_link_s_kind_alone() {
    let scene = Scene::set().await;
    for (secret, kind) in scene
        .secrets
        .iter()
        .zip(["moderator", "attendee", "authenticated"])
    {
        let body = json!({ "secret": secret });
        let told: Value = scene
            .portal
            .visitor()
            .post("/api/v1/join/resolve", body)
            .await
            .json();
        assert_eq!(told, json!({ "room_name": "À Alix", "kind": kind }));
    }
}

/// What a moderator or a participant gets of the portal on the way in is the address of the
/// conference, and nothing else.
#[tokio::test]
async fn joining_answers_the_way_in_and_no_datum_of_the_invitation() {
    let scene = Scene::set().await;
    for secret in &scene.secrets[..2] {
        let body = json!({ "secret": secret, "name": "Quelqu'un" });
        let answer = scene.portal.visitor().post("/api/v1/join", body).await;
        assert!(matches!(answer.json(), JoinOutcome::Joined { .. }));
        for datum in scene.secrets.iter().chain(&scene.numbers) {
            assert!(!answer.body.contains(datum.as_str()), "{}", answer.body);
        }
    }
}

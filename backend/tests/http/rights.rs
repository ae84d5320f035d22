//! Who may see and do what: the authorization matrix, row by row, each verb asked for by everybody.

mod links;
mod scene;

use parvis_contract::live::Live;
use parvis_contract::problem::ProblemKind::{self, RoomNotFound, SignInRequired};
use parvis_contract::room::{Entrance, RoomPage};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Portal, Stream, address};
use scene::{EVERYBODY, Scene, Who};

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
    outcomes: [Outcome; 8],
    /// The room is deleted before it is asked for.
    deleted: bool,
    /// What is done shows in the room, as its owner sees it.
    shows: bool,
    /// What is done shows in the invitation.
    renews: bool,
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
            UNKNOWN,
            UNKNOWN,
        ],
        deleted: false,
        shows: false,
        renews: false,
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
            UNKNOWN,
            UNKNOWN,
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
            ..owner_s("rename", Method::PATCH, room, ok)
        },
        Row {
            body: Some(|| json!({ "options": { "welcome": "Bonjour", "waiting_room": true } })),
            shows: true,
            ..owner_s("change the options", Method::PATCH, room, ok)
        },
        owner_s(
            "end the meeting on the portal",
            Method::POST,
            "/api/v1/rooms/{id}/end",
            done,
        ),
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
        agents_own(
            "open a temporary meeting of one's own",
            Method::POST,
            "/api/v1/meetings",
            ok,
        ),
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
            outcomes: [Done(ok); 8],
            ..owner_s(
                "see what the instance is",
                Method::GET,
                "/api/v1/bootstrap",
                ok,
            )
        },
    ]
}

/// The same verbs with a language, which the room keeps.
fn rows_with_a_language() -> [Row; 2] {
    let ok = StatusCode::OK;
    [
        Row {
            body: Some(|| json!({ "language": "en" })),
            ..owner_s(
                "start the meeting in one's own language",
                Method::POST,
                "/api/v1/rooms/{id}/launch",
                ok,
            )
        },
        Row {
            body: Some(|| json!({ "language": "en" })),
            ..agents_own(
                "open a temporary meeting in one's own language",
                Method::POST,
                "/api/v1/meetings",
                ok,
            )
        },
    ]
}

fn renewals() -> impl Iterator<Item = Row> {
    let paths = [
        "/api/v1/rooms/{id}/invitation/moderator/renew",
        "/api/v1/rooms/{id}/invitation/attendee/renew",
        "/api/v1/rooms/{id}/invitation/authenticated/renew",
        "/api/v1/rooms/{id}/invitation/code/renew",
        "/api/v1/rooms/{id}/invitation/pin/renew",
    ];
    paths.into_iter().map(|path| Row {
        renews: true,
        ..owner_s(path, Method::POST, path, StatusCode::OK)
    })
}

#[tokio::test]
async fn each_row_of_the_matrix_holds_for_everybody() {
    for row in rows()
        .into_iter()
        .chain(rows_with_a_language())
        .chain(renewals())
    {
        for (who, outcome) in EVERYBODY.into_iter().zip(row.outcomes) {
            // A room of its own for each: what one has done must not help the next.
            let scene = Scene::set().await;
            if row.deleted {
                let path = format!("{}?while_running=true", address(&scene.room));
                scene.owner.send(Method::DELETE, &path).await;
            }
            let before = scene.state().await;
            let invitation = scene.invitation().await;
            let body = row.body.map(|body| body());
            let answer = scene.ask(row.method.clone(), row.path, body, who).await;
            let told = format!("{} by {who:?}: {} {}", row.what, answer.status, answer.body);
            match outcome {
                Done(status) => {
                    assert_eq!(answer.status, status, "{told}");
                    assert_eq!(scene.state().await != before, row.shows, "{told}");
                    let renewed = scene.invitation().await != invitation;
                    assert!(renewed == row.renews || row.shows, "{told}");
                }
                Refused(kind) => {
                    assert_eq!(answer.status.as_u16(), kind.status(), "{told}");
                    answer.assert_problem(kind);
                    assert_eq!(scene.state().await, before, "{told}");
                    assert_eq!(scene.invitation().await, invitation, "{told}");
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

/// A stream does not end, so it is asked for apart: what it tells is the asker's own rooms.
#[tokio::test]
async fn the_stream_of_events_tells_everybody_of_their_own_rooms_alone() {
    let scene = Scene::set().await;
    for (who, told) in
        EVERYBODY
            .into_iter()
            .zip([None, Some(0), Some(1), None, Some(0), Some(0), None, None])
    {
        match told {
            None => {
                let answer = scene.ask(Method::GET, "/api/v1/events", None, who).await;
                answer.assert_problem(SignInRequired);
            }
            Some(rooms) => {
                let mut stream =
                    Stream::open(scene.request(Method::GET, "/api/v1/events", who)).await;
                let mut live: Live = stream.next("live").await;
                if rooms > 0 && live.rooms.is_empty() {
                    live = stream.next("live").await;
                }
                assert_eq!(live.rooms.len(), rooms, "{who:?}");
                assert!(live.activity.is_none());
                if let [room] = &*live.rooms {
                    assert_eq!(room.id, scene.room.id);
                }
            }
        }
    }
}

/// What opens the portal or the meeting is no token of a page or of the meeting's text.
#[tokio::test]
async fn nobody_reads_the_details_of_a_session_by_an_account_a_link_or_a_number() {
    let scene = Scene::set().await;
    let code_secret = scene.portal.visitor().entered_by(&scene.numbers[0]).await;
    let held = scene.secrets.iter().chain(&scene.numbers);
    for who in EVERYBODY {
        let answer = scene.ask(Method::GET, "/api/v1/session", None, who).await;
        answer.assert_problem(ProblemKind::TokenRefused);
        for bearer in held.clone().chain([&code_secret]) {
            let request = scene.request(Method::GET, "/api/v1/session", who);
            let answer = Answer::of(request.bearer_auth(bearer)).await;
            answer.assert_problem(ProblemKind::TokenRefused);
        }
    }
}

#[tokio::test]
async fn the_ticket_of_somebody_who_waits_opens_no_details() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [_, attendee, _] = alix.secrets(&room).await;
    let ticket = portal.visitor().ticket(&attendee).await;
    let launch = format!("{}/launch", address(&room));
    let entrance: Entrance = alix.send(Method::POST, &launch).await.json();
    let _connected = alix.enter(&portal, &entrance.url).await;
    let request = portal.visitor().bare(Method::GET, "/api/v1/session");
    let answer = Answer::of(request.bearer_auth(&ticket)).await;
    answer.assert_problem(ProblemKind::TokenRefused);
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

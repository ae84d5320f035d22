//! The authorization matrix: who may see and do what. `matrix` has its rows, each of which is a test.

mod links;
mod matrix;
mod row;
mod scene;

use parvis_contract::live::Live;
use parvis_contract::problem::ProblemKind::{self, SignInRequired};
use parvis_contract::room::{Entrance, RoomPage};
use reqwest::Method;
use serde_json::json;

use crate::support::{Answer, Portal, Stream, address};
use scene::{EVERYBODY, Scene, Who};

/// A stream does not end, so it is asked for apart: what it tells is the asker's own rooms.
#[tokio::test]
async fn the_stream_of_events_tells_everybody_of_their_own_rooms_alone() {
    let scene = Scene::start().await;
    for who in EVERYBODY {
        let request = scene.request(Method::GET, "/api/v1/events", who);
        if !who.is_signed_in() {
            Answer::of(request).await.assert_problem(SignInRequired);
            continue;
        }
        let mut stream = Stream::open(request).await;
        let mut live: Live = stream.next("live").await;
        let has_room = matches!(who, Who::Owner | Who::Delegate);
        if has_room && live.rooms.is_empty() {
            live = stream.next("live").await;
        }
        let rooms: Vec<_> = live.rooms.iter().map(|room| room.id).collect();
        let own = has_room.then_some(scene.room.id);
        assert_eq!(rooms, own.into_iter().collect::<Vec<_>>(), "{who:?}");
        assert!(live.activity.is_none());
    }
}

/// What opens the portal or the meeting is no token of a page or of the meeting's text.
#[tokio::test]
async fn nobody_reads_the_details_of_a_session_by_an_account_a_link_or_a_number() {
    let scene = Scene::start().await;
    let code_secret = scene.portal.visitor().entered_by(&scene.code).await;
    for who in EVERYBODY {
        let request = scene.request(Method::GET, "/api/v1/session", who);
        Answer::of(request)
            .await
            .assert_problem(ProblemKind::TokenRefused);
        for bearer in scene.invitation_data().chain([&code_secret]) {
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
    let scene = Scene::start().await;
    let theirs: RoomPage = scene.other.get("/api/v1/rooms").await.json();
    let names: Vec<&str> = theirs.items.iter().map(|room| &*room.name).collect();
    assert_eq!(names, ["Une autre"], "the one that is delegated");
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

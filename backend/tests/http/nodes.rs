//! Several nodes on PostgreSQL: what changes at one is told to pages that are connected to another, long before they
//! poll. (SQLite has one node.)

use std::path::Path;

use futures_util::future::join_all;
use parvis_contract::live::Live;
use reqwest::{Method, StatusCode};

use crate::delegates::portal_with;
use crate::support::{Answer, CAMILLE, Person, Portal, Stream, eventually, fresh_database};

/// Nodes poll once a minute: what comes sooner was told.
async fn portal() -> Portal {
    portal_with(&[("PARVIS_LIVE_MILLISECONDS", "60000")]).await
}

/// The address of another node, which listens to the notices.
async fn another_node(portal: &Portal) -> String {
    let node = portal.another_node().await;
    let listeners = "pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";
    eventually("two nodes that listen", async || {
        (portal.count_rows(listeners).await == 2).then_some(())
    })
    .await;
    node
}

/// What a person's page of rooms is told by a node.
async fn live(person: &Person, node: &str) -> Stream {
    Stream::open(person.at(node).bare(Method::GET, "/api/v1/events")).await
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tools/test-postgres.sh"]
async fn delegations_and_recordings_at_one_node_are_told_at_another() {
    let portal = portal().await;
    let [alix, camille] = [
        portal.signed_in("Alix").await,
        portal.signed_in("Camille").await,
    ];
    let node = another_node(&portal).await;
    let room = alix.create_room("Conseil").await;
    let mut of_camille = live(&camille, &node).await;
    let mut of_alix = live(&alix, &node).await;
    let _: [Live; 2] = [of_camille.next("live").await, of_alix.next("live").await];
    let added = alix.add_delegate(&room, CAMILLE).await;
    assert_eq!(added.status, StatusCode::CREATED);
    let is_delegate = |live: &Live| !live.rooms_version.is_empty();
    of_camille.next_that::<Live>("live", is_delegate).await;
    portal.recording_ready(&room, "a-1").await;
    let is_new = |live: &Live| live.new_recordings == [room.id];
    of_alix.next_that::<Live>("live", is_new).await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tools/test-postgres.sh"]
async fn a_session_that_ends_at_one_node_ends_its_streams_at_another() {
    let portal = portal().await;
    let alix = portal.signed_in("Alix").await;
    let mut stream = live(&alix, &another_node(&portal).await).await;
    stream.next::<Live>("live").await;
    Answer::of(alix.request(Method::POST, "/auth/sign-out")).await;
    stream.ended().await;
}

#[tokio::test]
#[ignore = "needs PostgreSQL: tools/test-postgres.sh"]
async fn nodes_that_start_at_once_on_an_empty_database_make_its_schema_once() {
    let portal = portal().await;
    // PostgreSQL needs no folder.
    let database = fresh_database(Path::new("")).await;
    let nodes = join_all((0..4).map(|_| portal.node_on(&database))).await;
    for node in nodes {
        let ready = portal.visitor().get(&format!("{node}/readyz")).await;
        assert_eq!(ready.status, StatusCode::OK);
    }
}

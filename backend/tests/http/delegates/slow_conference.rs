//! What a delegate sends about recordings while the conference server is slow.

use std::sync::Arc;

use parvis_contract::problem::ProblemKind;
use reqwest::Method;
use serde_json::json;
use tokio::sync::Semaphore;

use super::{delegate, portal_with};
use crate::support::{Answer, Balancer, CAMILLE, Portal, address, eventually};

#[tokio::test]
async fn a_removal_also_stops_what_waits_for_the_list_of_recordings() {
    let server = Portal::start().await;
    let balancer = Balancer::start(server.sandbox.base_url()).await;
    let portal = portal_with(&[("PARVIS_BBB_URL", &balancer.address)]).await;
    let (alix, camille) = (
        portal.signed_in("Alix").await,
        portal.signed_in("Camille").await,
    );
    let room = alix.create_room("Conseil").await;
    let added = delegate(&alix, &room, CAMILLE, &camille).await;
    server.add_recordings(&room, "Conseil", 1).await;
    let listed = camille.list_recordings(&room).await;
    let path = format!("{}/recordings/{}", address(&room), listed.items[0].id);
    let rename = || {
        camille
            .request(Method::PATCH, &path)
            .json(&json!({ "name": "Volé" }))
    };
    let gate = Arc::new(Semaphore::new(0));
    balancer.routing().held = Some(("/api/getRecordings", gate.clone()));
    balancer.routing().log.clear();
    let removed = async {
        eventually("both wait for the list", async || {
            (balancer.routing().log.len() == 2).then_some(())
        })
        .await;
        let delegate = format!("{}/delegates/{}", address(&room), added.id);
        let answer = alix.send(Method::DELETE, &delegate).await;
        gate.add_permits(2);
        answer
    };
    let (renamed, deleted, removed) = tokio::join!(
        Answer::of(rename()),
        camille.send(Method::DELETE, &path),
        removed,
    );
    assert_eq!(removed.status, 204, "{}", removed.body);
    renamed.assert_problem(ProblemKind::RoomNotFound);
    deleted.assert_problem(ProblemKind::RoomNotFound);
    balancer.routing().held = None;
    let kept = alix.list_recordings(&room).await;
    assert_eq!(kept.items, listed.items);
}

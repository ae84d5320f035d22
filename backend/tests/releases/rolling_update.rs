//! An update while people write: node by node, nothing that was acknowledged is lost.

use crate::load::{Load, WRITERS};
use crate::releases::Surroundings;
use crate::support::process::Process;

/// How often the update is made, each time from an empty database of the former release.
const UPDATES: usize = 3;

/// How many nodes start or stop in an update.
const STEPS: usize = 4;

/// How many nodes stop.
const STOPS: usize = 2;

async fn stop(mut node: Process) {
    node.ask_to_stop();
    assert!(node.ended().await.success(), "the node stops by itself");
}

/// From two nodes of the former release to two of this one.
async fn update(number: usize) {
    let surroundings = Surroundings::new().await;
    let former = [surroundings.former().await, surroundings.former().await];
    let [first, second] = former.each_ref().map(Process::local_origin);
    let load = Load::new(&surroundings.portal, &first, STEPS).await;
    load.go_to(&[&first, &second]).await;
    let writers = load.start();
    let [first_node, second_node] = former;

    load.reached(1).await;
    let third_node = surroundings.current().await;
    let third = third_node.local_origin();
    load.go_to(&[&first, &second, &third]).await;
    load.reached(2).await;
    load.go_to(&[&second, &third]).await;
    stop(first_node).await;
    load.reached(3).await;
    let fourth_node = surroundings.current().await;
    let fourth = fourth_node.local_origin();
    load.go_to(&[&second, &third, &fourth]).await;
    load.reached(4).await;
    load.go_to(&[&third, &fourth]).await;
    stop(second_node).await;
    let lost = load.finish(writers).await;
    load.tell(&format!("update {number} of {UPDATES}"), lost)
        .await;
    assert_eq!(lost, 0);
    // A writer may have chosen a node in the moment in which that is taken out and stops; a proxy asks the next one.
    assert!(load.failed().await <= WRITERS * STOPS);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_acknowledged_is_lost_while_nodes_are_updated_one_after_the_other() {
    for number in 1..=UPDATES {
        update(number).await;
    }
}

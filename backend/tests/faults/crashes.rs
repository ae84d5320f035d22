//! A node that is killed, and a database that is stopped, lose nothing that was acknowledged.

use std::collections::VecDeque;
use std::time::Duration;

use crate::load::Load;
use crate::support::{Portal, eventually};

/// How often the node is killed, or the database stopped.
const FAULTS: usize = 6;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_acknowledged_is_lost_when_a_node_is_killed() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "10000")
        .start()
        .await;
    let mut process = portal.process().await;
    let load = Load::new(&portal, &process.origin, FAULTS).await;
    let writers = load.start();
    for fault in 1..=FAULTS {
        load.reached(fault).await;
        // The process is killed when it is dropped (SIGKILL).
        drop(process);
        process = portal.process().await;
        load.go_to(&[&process.origin]).await;
    }
    let lost = load.finish(writers).await;
    load.tell(&format!("a node killed {FAULTS} times"), lost)
        .await;
    assert_eq!(lost, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_acknowledged_is_lost_when_one_of_two_nodes_is_killed() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "10000")
        .start()
        .await;
    let mut nodes = VecDeque::from([portal.process().await, portal.process().await]);
    let load = Load::new(&portal, &nodes[0].origin, FAULTS).await;
    let writers = load.start();
    for fault in 1..=FAULTS {
        load.reached(fault).await;
        drop(nodes.pop_front());
        // As a proxy does: people go on at the other node at once.
        load.go_to(&[&nodes[0].origin]).await;
        nodes.push_back(portal.process().await);
    }
    let lost = load.finish(writers).await;
    load.tell(&format!("one of two nodes killed {FAULTS} times"), lost)
        .await;
    assert_eq!(lost, 0);
}

/// Stops and starts the database by the commands of `PARVIS_TEST_POSTGRES_STOP` and `…_START`, which
/// `tools/test-postgres.sh` sets.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_acknowledged_is_lost_when_postgresql_is_stopped() {
    let command = |name: &str| std::env::var(format!("PARVIS_TEST_POSTGRES_{name}")).ok();
    let Some((stop, start)) = command("STOP").zip(command("START")) else {
        println!("left out: there is no PostgreSQL to stop");
        return;
    };
    let run = async |command: &str| {
        let done = tokio::process::Command::new("bash")
            .args(["-c", command])
            .status()
            .await;
        assert!(done.expect("the command runs").success(), "{command}");
    };
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "10000")
        .start()
        .await;
    let process = portal.process().await;
    let load = Load::new(&portal, &process.origin, FAULTS).await;
    let writers = load.start();
    for fault in 1..=FAULTS {
        load.reached(fault).await;
        run(&stop).await;
        let count = load.count().await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        run(&start).await;
        eventually("the next write", async || {
            (load.count().await > count).then_some(())
        })
        .await;
    }
    let lost = load.finish(writers).await;
    load.tell(&format!("PostgreSQL stopped {FAULTS} times"), lost)
        .await;
    assert_eq!(lost, 0);
}

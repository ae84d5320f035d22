//! A node that is killed, and a database that is stopped, lose nothing that was acknowledged.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use parvis_contract::room::{Room, RoomId, RoomPage};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::json;
use tokio::sync::{Mutex, RwLock};
use tokio::task::JoinSet;

use crate::support::{Portal, eventually};

/// How many people write at the same time.
const WRITERS: usize = 4;

/// How many changes are acknowledged in all.
const WRITES: usize = 1_000;

/// How often the node is killed, or the database stopped.
const FAULTS: usize = 6;

/// People who create and rename rooms at whichever node is there.
struct Load {
    client: Client,
    portal: String,
    cookie: String,
    /// Where the node listens.
    origin: RwLock<String>,
    /// The name of each room, as it was acknowledged.
    acknowledged: Mutex<BTreeMap<RoomId, Names>>,
    failed: Mutex<usize>,
    is_over: AtomicBool,
}

/// The names that a room may have.
#[derive(Default)]
struct Names {
    writes: usize,
    acknowledged: String,
    /// What was sent since and not acknowledged: each may be there or not.
    pending: Vec<String>,
}

impl Load {
    async fn new(portal: &Portal, origin: &str) -> Arc<Self> {
        portal.catch_up();
        Arc::new(Self {
            client: Client::builder()
                .tls_built_in_root_certs(false)
                .timeout(Duration::from_secs(20))
                .build()
                .expect("a client"),
            portal: portal.origin.clone(),
            cookie: portal.visitor().session_cookie("Alix").await,
            origin: RwLock::new(origin.to_owned()),
            acknowledged: Mutex::default(),
            failed: Mutex::default(),
            is_over: AtomicBool::new(false),
        })
    }

    async fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let origin = self.origin.read().await;
        self.client
            .request(method, format!("{origin}{path}"))
            .header("origin", &self.portal)
            .header("cookie", &self.cookie)
    }

    async fn count(&self) -> usize {
        let rooms = self.acknowledged.lock().await;
        rooms.values().map(|names| names.writes).sum()
    }

    /// Creates a room, then renames it several times; again and again.
    async fn write(self: Arc<Self>, writer: usize) {
        let mut number = 0;
        while !self.is_over.load(Ordering::Relaxed) {
            number += 1;
            let name = format!("Salle {number} de {writer}");
            let create = self.request(Method::POST, "/api/v1/rooms").await;
            let Some(room) = self
                .sent::<Room>(create.json(&json!({ "name": name })))
                .await
            else {
                continue;
            };
            let names = Names {
                writes: 1,
                acknowledged: name,
                pending: Vec::new(),
            };
            self.acknowledged.lock().await.insert(room.id, names);
            for time in 0..4 {
                self.rename(room.id, format!("Salle {number} de {writer}, {time}"))
                    .await;
            }
        }
    }

    async fn rename(&self, id: RoomId, name: String) {
        if let Some(names) = self.acknowledged.lock().await.get_mut(&id) {
            names.pending.push(name.clone());
        }
        let rename = self
            .request(Method::PATCH, &format!("/api/v1/rooms/{id}"))
            .await;
        let answer = rename.json(&json!({ "name": name })).send().await;
        if answer.is_ok_and(|answer| answer.status().is_success()) {
            let mut rooms = self.acknowledged.lock().await;
            let names = rooms.entry(id).or_default();
            names.writes += 1;
            names.acknowledged = name;
            names.pending.clear();
        } else {
            self.pause().await;
        }
    }

    async fn sent<T: serde::de::DeserializeOwned>(&self, request: RequestBuilder) -> Option<T> {
        let answer = request
            .send()
            .await
            .ok()
            .filter(|answer| answer.status().is_success());
        let content = match answer {
            Some(answer) => answer.json().await.ok(),
            None => None,
        };
        if content.is_none() {
            self.pause().await;
        }
        content
    }

    /// What people do when something fails: they try again a little later.
    async fn pause(&self) {
        *self.failed.lock().await += 1;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    fn start(self: &Arc<Self>) -> JoinSet<()> {
        let writers = 0..WRITERS;
        writers
            .map(|writer| Arc::clone(self).write(writer))
            .collect()
    }

    /// Waits until a part of the writes is acknowledged.
    async fn reached(&self, part: usize) {
        let wanted = WRITES * part / (FAULTS + 1);
        eventually("the writes", async || {
            (self.count().await >= wanted).then_some(())
        })
        .await;
    }

    /// Ends the writing; answers how many rooms are not as they were acknowledged.
    async fn finish(&self, writers: JoinSet<()>) -> usize {
        self.reached(FAULTS + 1).await;
        self.is_over.store(true, Ordering::Relaxed);
        writers.join_all().await;
        let mut there = BTreeMap::new();
        loop {
            let path = format!("/api/v1/rooms?limit=100&offset={}", there.len());
            let page = self
                .request(Method::GET, &path)
                .await
                .send()
                .await
                .expect("an answer");
            let page: RoomPage = page.json().await.expect("rooms");
            if page.items.is_empty() {
                break;
            }
            there.extend(page.items.into_iter().map(|room| (room.id, room.name)));
        }
        let rooms = self.acknowledged.lock().await;
        let is_lost = |(id, names): &(&RoomId, &Names)| {
            there
                .get(id)
                .is_none_or(|name| *name != names.acknowledged && !names.pending.contains(name))
        };
        rooms.iter().filter(is_lost).count()
    }

    async fn tell(&self, what: &str, lost: usize) {
        let (count, failed) = (self.count().await, *self.failed.lock().await);
        println!("{what}: {count} writes acknowledged, {failed} requests failed, {lost} lost");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_was_acknowledged_is_lost_when_a_node_is_killed() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "10000")
        .start()
        .await;
    let mut process = portal.process().await;
    let load = Load::new(&portal, &process.origin).await;
    let writers = load.start();
    for fault in 1..=FAULTS {
        load.reached(fault).await;
        // The process is killed when it is dropped (SIGKILL).
        drop(process);
        process = portal.process().await;
        *load.origin.write().await = process.origin.clone();
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
    let load = Load::new(&portal, &nodes[0].origin).await;
    let writers = load.start();
    for fault in 1..=FAULTS {
        load.reached(fault).await;
        drop(nodes.pop_front());
        // As a proxy does: people go on at the other node at once.
        *load.origin.write().await = nodes[0].origin.clone();
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
    let load = Load::new(&portal, &process.origin).await;
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

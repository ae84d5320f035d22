//! People who write without a pause, and remember what was acknowledged. Shared by the tests of faults and of releases.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use parvis_contract::room::{Room, RoomId, RoomPage};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::json;
use tokio::sync::{Mutex, RwLock};
use tokio::task::JoinSet;

use crate::support::{Portal, eventually};

/// How many people write at the same time.
pub const WRITERS: usize = 4;

/// How many changes are acknowledged in all.
const WRITES: usize = 1_000;

/// People who create and rename rooms at whichever nodes are there.
pub struct Load {
    client: Client,
    portal: String,
    cookie: String,
    /// Where the nodes listen.
    nodes: RwLock<Vec<String>>,
    /// How many requests were made: a proxy takes the nodes in turn.
    requests: AtomicUsize,
    /// How many faults there are, which divide the writes.
    faults: usize,
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
    /// Those who write to the node at `node`, while there are so many faults.
    pub async fn new(portal: &Portal, node: &str, faults: usize) -> Arc<Self> {
        portal.catch_up();
        let cookie = portal.visitor().at(node).session_cookie("Alix").await;
        Arc::new(Self {
            client: Client::builder()
                .tls_built_in_root_certs(false)
                .timeout(Duration::from_secs(20))
                .build()
                .expect("a client"),
            portal: portal.origin.clone(),
            cookie,
            nodes: RwLock::new(vec![node.to_owned()]),
            requests: AtomicUsize::new(0),
            faults,
            acknowledged: Mutex::default(),
            failed: Mutex::default(),
            is_over: AtomicBool::new(false),
        })
    }

    /// Has all go on at these nodes, as a proxy does.
    pub async fn go_to(&self, nodes: &[&str]) {
        let nodes = nodes.iter().map(|&node| node.to_owned());
        *self.nodes.write().await = nodes.collect();
    }

    async fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let nodes = self.nodes.read().await;
        let number = self.requests.fetch_add(1, Ordering::Relaxed);
        let node = &nodes[number % nodes.len()];
        self.client
            .request(method, format!("{node}{path}"))
            .header("origin", &self.portal)
            .header("cookie", &self.cookie)
    }

    /// How many writes are acknowledged.
    pub async fn count(&self) -> usize {
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

    /// Starts the writers.
    pub fn start(self: &Arc<Self>) -> JoinSet<()> {
        let writers = 0..WRITERS;
        writers
            .map(|writer| Arc::clone(self).write(writer))
            .collect()
    }

    /// Waits until a part of the writes is acknowledged.
    pub async fn reached(&self, part: usize) {
        let wanted = WRITES * part / (self.faults + 1);
        eventually("the writes", async || {
            (self.count().await >= wanted).then_some(())
        })
        .await;
    }

    /// Ends the writing; answers how many rooms are not as they were acknowledged.
    pub async fn finish(&self, writers: JoinSet<()>) -> usize {
        self.reached(self.faults + 1).await;
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
            let known = there.len();
            there.extend(page.items.into_iter().map(|room| (room.id, room.name)));
            if there.len() == known {
                break;
            }
        }
        let rooms = self.acknowledged.lock().await;
        let is_lost = |(id, names): &(&RoomId, &Names)| {
            there
                .get(id)
                .is_none_or(|name| *name != names.acknowledged && !names.pending.contains(name))
        };
        rooms.iter().filter(is_lost).count()
    }

    /// How many requests failed.
    pub async fn failed(&self) -> usize {
        *self.failed.lock().await
    }

    /// Prints the counts.
    pub async fn tell(&self, what: &str, lost: usize) {
        let (count, failed) = (self.count().await, self.failed().await);
        println!("{what}: {count} writes acknowledged, {failed} requests failed, {lost} lost");
    }
}

//! Nodes of two releases on one database.

use std::path::Path;

use crate::support::process::Process;
use crate::support::{Person, Portal, fresh_database};

/// The variable with the path of the former release's binary.
const FORMER_RELEASE: &str = "PARVIS_TEST_FORMER_RELEASE";

/// What nodes of both releases share: a database, and the portal's surroundings.
pub struct Surroundings {
    /// Its conference server and identity providers are those of the nodes; it has a database of its own.
    pub portal: Portal,
    database: String,
}

impl Surroundings {
    /// An empty database, and everything around it.
    pub async fn new() -> Self {
        let portal = Portal::builder()
            .variable("PARVIS_MAX_ROOMS", "10000")
            .start()
            .await;
        portal.catch_up();
        Self {
            portal,
            // PostgreSQL needs no folder.
            database: fresh_database(Path::new("")).await,
        }
    }

    /// Starts a node of the former release.
    pub async fn former(&self) -> Process {
        let binary =
            std::env::var(FORMER_RELEASE).expect("the path of the former release's binary");
        self.node_of(&binary).await
    }

    /// Starts a node of this release.
    pub async fn current(&self) -> Process {
        self.node_of(env!("CARGO_BIN_EXE_parvis-backend")).await
    }

    async fn node_of(&self, binary: &str) -> Process {
        let database = [("PARVIS_DATABASE_URL", &*self.database)];
        self.portal.process_of(binary, &database).await
    }
}

/// A node of each release, of which this one has migrated the database of the former one.
pub struct Releases {
    pub surroundings: Surroundings,
    _processes: [Process; 2],
    /// Where they listen: the former release, and this one.
    pub nodes: [String; 2],
}

impl Releases {
    /// Starts the former release, and this one beside it.
    pub async fn start() -> Self {
        let surroundings = Surroundings::new().await;
        let processes = [surroundings.former().await, surroundings.current().await];
        let nodes = processes.each_ref().map(Process::local_origin);
        Self {
            surroundings,
            _processes: processes,
            nodes,
        }
    }

    /// Each release with the other one: first the one at which something is done, then the one at which it is looked
    /// for.
    pub fn both_ways(&self) -> [[&str; 2]; 2] {
        let [former, current] = self.nodes.each_ref().map(String::as_str);
        [[former, current], [current, former]]
    }

    /// Somebody who has signed in at a node as the account of this name.
    pub async fn signed_in(&self, name: &str, node: &str) -> Person {
        let person = self.surroundings.portal.visitor().at(node);
        person.sign_in(name, "/").await;
        person
    }
}

//! What outlives a restart. One set of migrations and one query code serve SQLite and PostgreSQL.
//!
//! Each file below holds the queries of one kind of thing; no SQL stands anywhere else.

pub mod accounts;
pub mod attendee_sessions;
mod connection;
mod entity;
mod failure;
mod migration;
pub mod numbers;
pub mod rooms;
pub mod sessions;
pub mod sign_ins;
mod token_hash;
mod write_probes;
pub mod wrong_codes;

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sea_orm::{
    ConnAcquireErr, ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection,
    DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait as _,
};
use sea_orm_migration::MigratorTrait as _;
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::timeout;

pub use failure::Failure;
pub use token_hash::TokenHash;

/// How long a writer waits for its turn: as long as it can while the app, which gives up after twenty
/// seconds, still hears the answer if the lock of SQLite is then waited for too. A queue that moves is
/// no failure.
const TURN: Duration = Duration::from_secs(12);

/// The database.
#[derive(Clone)]
pub struct Store {
    db: DatabaseConnection,
    /// SQLite has one writer at a time, and those who wait for it inside SQLite wait in no order:
    /// under load the unlucky would wait for ever. Here they queue.
    turn: Option<Arc<Mutex<()>>>,
    /// How many transactions were committed.
    commits: Arc<AtomicU64>,
}

/// A transaction that writes. Dropped without [`Write::commit`], it has changed nothing.
struct Write {
    transaction: DatabaseTransaction,
    commits: Arc<AtomicU64>,
    // Given up after the transaction: fields are dropped in this order.
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Write {
    async fn commit(self) -> Result<(), DbErr> {
        self.transaction.commit().await?;
        self.commits.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

impl Deref for Write {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.transaction
    }
}

impl Store {
    /// Connects to `url` (`sqlite://…` or `postgres://…`) and brings the schema up to date.
    ///
    /// # Errors
    ///
    /// When the database does not answer or cannot be migrated.
    pub async fn open(url: &str) -> Result<Self, DbErr> {
        let db = Database::connect(connection::options(url)?).await?;
        migrate(&db, url).await?;
        let turn = (db.get_database_backend() == DbBackend::Sqlite).then(Arc::default);
        let commits = Arc::default();
        Ok(Self { db, turn, commits })
    }

    /// How many transactions this process has committed.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Waits for this writer's turn, which lasts as long as the guard does. To be taken by everything
    /// that writes.
    ///
    /// # Errors
    ///
    /// When it does not come within [`TURN`], as for a pool without a free connection.
    async fn turn(&self) -> Result<Option<OwnedMutexGuard<()>>, DbErr> {
        let Some(turn) = &self.turn else {
            return Ok(None);
        };
        match timeout(TURN, Arc::clone(turn).lock_owned()).await {
            Ok(turn) => Ok(Some(turn)),
            Err(_) => Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)),
        }
    }

    /// Begins a transaction that writes. SQLite takes its write lock at once, as a lock asked for
    /// half-way fails instead of waiting.
    async fn begin_write(&self) -> Result<Write, DbErr> {
        let turn = self.turn().await?;
        let transaction = self
            .db
            .begin_with_options(TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            })
            .await?;
        Ok(Write {
            transaction,
            commits: Arc::clone(&self.commits),
            _turn: turn,
        })
    }
}

/// Brings the schema up to date, one node at a time: of nodes that start together over PostgreSQL,
/// the others wait. (SQLite has one writer at a time by itself.)
async fn migrate(db: &DatabaseConnection, url: &str) -> Result<(), DbErr> {
    /// Any number, the same for all nodes.
    const LOCK: i64 = 0x70_61_72_76_69_73;
    if db.get_database_backend() != DbBackend::Postgres {
        return migration::Migrator::up(db, None).await;
    }
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).max_connections(1);
    let holder = Database::connect(options).await?;
    holder
        .execute_unprepared(&format!("SELECT pg_advisory_lock({LOCK})"))
        .await?;
    let migrated = migration::Migrator::up(db, None).await;
    // The lock goes with its connection.
    holder.close().await?;
    migrated
}

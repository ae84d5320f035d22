//! The database (SeaORM). One set of migrations and queries serves SQLite and PostgreSQL.
//!
//! Each submodule has the queries of one subject; there is no SQL anywhere else.

pub mod accounts;
pub mod attendee_sessions;
pub mod audit;
pub mod check;
mod connection;
pub mod copy;
pub mod daily_counts;
pub mod delegations;
mod deleted_recordings;
mod entity;
mod failure;
pub mod files;
mod migration;
pub mod notices;
pub mod numbers;
pub mod outgoing_mails;
pub mod ready_recordings;
pub mod room_lists;
pub mod room_meetings;
pub mod rooms;
mod schema;
pub mod sessions;
mod token_hash;
pub mod unused;
mod write_probes;
pub mod wrong_codes;

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sea_orm::{
    ConnAcquireErr, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait as _,
};
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::timeout;

use accounts::UseNotes;
pub use failure::Failure;
pub use token_hash::TokenHash;

/// How long a writer waits for the write lock. Together with the wait for SQLite's own lock it stays below the
/// 20 seconds after which the app gives up. A queue that moves is not a failure.
const WRITE_LOCK_TIMEOUT: Duration = Duration::from_secs(12);

/// A handle on the database; cheap to clone.
#[derive(Clone)]
pub struct Store {
    /// For single statements.
    db: DatabaseConnection,
    /// For transactions: connections of their own on SQLite, which are checked before and after them. That takes as
    /// long as a statement does, which single statements are spared. On PostgreSQL, the same as `db`.
    transactions: DatabaseConnection,
    /// The write lock. SQLite allows one writer at a time and does not serve waiting writers in order, so that
    /// some starve under load. This lock queues them. `None` for PostgreSQL.
    write_lock: Option<Arc<Mutex<()>>>,
    /// The number of committed transactions.
    commits: Arc<AtomicU64>,
    /// The records of used accounts that are being made.
    use_notes: Arc<UseNotes>,
}

/// A write transaction, rolled back unless [`Write::commit`] is called.
struct Write {
    transaction: DatabaseTransaction,
    commits: Arc<AtomicU64>,
    // Released after the transaction: fields are dropped in this order.
    _lock: Option<OwnedMutexGuard<()>>,
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
    /// Connects to `url` (`sqlite://…` or `postgres://…`) and brings the schema up to date: for a node. The schema
    /// may be that of the next release, which runs beside this one.
    ///
    /// # Errors
    ///
    /// When the database does not answer or cannot be migrated.
    pub async fn open(url: &str) -> Result<Self, DbErr> {
        let db = Database::connect(connection::options(url)?).await?;
        schema::migrate(&db, url).await?;
        Self::new(db, url).await
    }

    async fn new(db: DatabaseConnection, url: &str) -> Result<Self, DbErr> {
        let is_sqlite = db.get_database_backend() == DbBackend::Sqlite;
        let transactions = if is_sqlite {
            Database::connect(connection::for_transactions(url)?).await?
        } else {
            db.clone()
        };
        Ok(Self {
            db,
            transactions,
            write_lock: is_sqlite.then(Arc::default),
            commits: Arc::default(),
            use_notes: Arc::default(),
        })
    }

    /// Connects to the database at `url` to read it: nothing is created or migrated, as nodes may be using it.
    ///
    /// # Errors
    ///
    /// When there is none, or its schema is not that of this release.
    pub async fn open_existing(url: &str) -> Result<Self, DbErr> {
        if check::absent_file(url) {
            return Err(DbErr::Custom("there is no such file".to_owned()));
        }
        let db = Database::connect(connection::options(url)?).await?;
        schema::expect_own(&db).await?;
        Self::new(db, url).await
    }

    /// Connects to the database at `url` to fill it, and brings the schema up to date.
    ///
    /// # Errors
    ///
    /// When it does not answer or cannot be migrated, or its schema is that of a newer release: rows of this one may
    /// not fit it.
    pub async fn open_to_fill(url: &str) -> Result<Self, DbErr> {
        let store = Self::open(url).await?;
        schema::expect_own(&store.db).await?;
        Ok(store)
    }

    /// The number of transactions that this process has committed.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Acquires the write lock. Every write requires it.
    ///
    /// # Errors
    ///
    /// When it is not free within [`WRITE_LOCK_TIMEOUT`]; the error is that of an exhausted pool.
    async fn write_lock(&self) -> Result<Option<OwnedMutexGuard<()>>, DbErr> {
        let Some(write_lock) = &self.write_lock else {
            return Ok(None);
        };
        match timeout(WRITE_LOCK_TIMEOUT, Arc::clone(write_lock).lock_owned()).await {
            Ok(write_lock) => Ok(Some(write_lock)),
            Err(_) => Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout)),
        }
    }

    /// Begins a write transaction. SQLite takes its lock immediately, as a transaction that asks for it later
    /// fails instead of waiting.
    async fn begin_write(&self) -> Result<Write, DbErr> {
        let write_lock = self.write_lock().await?;
        let transaction = self
            .transactions
            .begin_with_options(TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            })
            .await?;
        Ok(Write {
            transaction,
            commits: Arc::clone(&self.commits),
            _lock: write_lock,
        })
    }
}

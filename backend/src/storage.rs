//! What outlives a restart. One set of migrations and one query code serve SQLite and PostgreSQL.
//!
//! Each file below holds the queries of one kind of thing; no SQL stands anywhere else.

pub mod accounts;
pub mod attendee_sessions;
mod entity;
mod migration;
pub mod numbers;
pub mod rooms;
pub mod sessions;
pub mod sign_ins;
pub mod wrong_codes;

use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DatabaseTransaction,
    DbBackend, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait as _,
};
use sea_orm_migration::MigratorTrait as _;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// The database.
#[derive(Clone)]
pub struct Store {
    db: DatabaseConnection,
    /// SQLite has one writer at a time, and those who wait for it inside SQLite wait in no order:
    /// under load the unlucky would wait for ever. Here they queue.
    turn: Option<Arc<Mutex<()>>>,
}

/// A transaction that writes. Dropped without [`Write::commit`], it has changed nothing.
struct Write {
    transaction: DatabaseTransaction,
    // Given up after the transaction: fields are dropped in this order.
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Write {
    async fn commit(self) -> Result<(), DbErr> {
        self.transaction.commit().await
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
        let mut options = ConnectOptions::new(url);
        options
            .sqlx_logging(false)
            .connect_timeout(Duration::from_secs(5))
            .acquire_timeout(Duration::from_secs(5))
            .max_connections(16)
            .map_sqlx_sqlite_opts(|options| {
                create_private(options.get_filename());
                options
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    // What was acknowledged must outlive a power cut, not just a crash.
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(5))
            });
        let db = Database::connect(options).await?;
        migrate(&db, url).await?;
        let turn = (db.get_database_backend() == DbBackend::Sqlite).then(Arc::default);
        Ok(Self { db, turn })
    }

    /// Whether the database answers.
    ///
    /// # Errors
    ///
    /// When it does not.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.db.ping().await
    }

    /// Waits for this writer's turn, which lasts as long as the guard does. To be taken by everything
    /// that writes.
    async fn turn(&self) -> Option<OwnedMutexGuard<()>> {
        match &self.turn {
            Some(turn) => Some(Arc::clone(turn).lock_owned().await),
            None => None,
        }
    }

    /// Begins a transaction that writes. SQLite takes its write lock at once, as a lock asked for
    /// half-way fails instead of waiting.
    async fn begin_write(&self) -> Result<Write, DbErr> {
        let turn = self.turn().await;
        let transaction = self
            .db
            .begin_with_options(TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            })
            .await?;
        Ok(Write {
            transaction,
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

/// Creates the database's file for its owner alone, as it holds codes; SQLite gives the files beside
/// it the same mode. Whatever keeps it from being created here, SQLite will say.
fn create_private(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(path));
}

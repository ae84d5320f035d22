//! Reading and writing all rows of the database, whichever of the two it is: for backups, and for moving from SQLite to
//! PostgreSQL.

use sea_orm::{
    AccessMode, ColumnTrait as _, ConnectionTrait as _, DatabaseTransaction, DbBackend, DbErr,
    EntityTrait, IntoActiveModel, IsolationLevel, ModelTrait as _, PaginatorTrait as _,
    QueryFilter as _, TransactionOptions, TransactionTrait as _,
};
use sea_orm_migration::MigratorTrait as _;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::entity::{
    account, attendee_session, audit_event, daily_count, delegation, deleted_recording, favourite,
    number, outgoing_mail, proof, ready_recording, recordings_seen, room, room_file,
    room_file_part, room_list_change, room_meeting, session, unused_warning, wrong_code,
};
use super::{Store, Write, migration, unused};

/// The number of rows that are read and written at a time. A statement of SQLite has 32,766 values at most.
const BATCH: u64 = 500;

/// Some rows of a table, as they are in a backup.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Rows {
    /// The name of the table.
    pub table: String,
    /// The rows.
    pub rows: Vec<Value>,
}

/// Why rows are not read or written.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The database to write to has rows already.
    #[error("the database has rooms or accounts already: use an empty one")]
    NotEmpty,
    /// The rows are not of this release.
    #[error("the backup has a table or a value that this release does not know")]
    Unknown,
    /// The rows cannot be written where they go.
    #[error("the rows cannot be written: {0}")]
    Output(#[from] std::io::Error),
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Lists the tables, each after those that it refers to; rows of a table have the same order when they are read again.
macro_rules! tables {
    ($($name:literal => $module:ident by $first:ident $(, $other:ident)*;)*) => {
        const TABLES: &[&str] = &[$($name,)*];

        async fn read_all(
            transaction: &DatabaseTransaction,
            mut each: impl AsyncFnMut(Rows) -> Result<(), CopyError>,
        ) -> Result<(), CopyError> {
            $(
                let mut last: Option<$module::Model> = None;
                loop {
                    // From key to key: an offset would read all rows before it again.
                    let mut page = $module::Entity::find();
                    if let Some(last) = &last {
                        // PostgreSQL reads the index from here: it does not for a condition of several columns.
                        let first = last.get($module::Column::$first);
                        page = page.filter($module::Column::$first.gte(first));
                    }
                    let columns = ($module::Column::$first $(, $module::Column::$other)*);
                    let mut page = page.cursor_by(columns);
                    if let Some(last) = &last {
                        let key = (
                            last.get($module::Column::$first)
                            $(, last.get($module::Column::$other))*
                        );
                        page.after(key);
                    }
                    let mut rows = page.first(BATCH).all(transaction).await?;
                    if rows.is_empty() {
                        break;
                    }
                    each(to_rows($name, &rows)?).await?;
                    last = rows.pop();
                }
            )*
            Ok(())
        }

        async fn write_rows(write: &Write, rows: Rows) -> Result<(), CopyError> {
            match &*rows.table {
                $($name => insert::<$module::Entity>(write, rows.rows).await,)*
                _ => Err(CopyError::Unknown),
            }
        }
    };
}

tables! {
    "accounts" => account by Id;
    "unused_warnings" => unused_warning by Id;
    "rooms" => room by Id;
    "numbers" => number by Number;
    "favourites" => favourite by AccountId, RoomId;
    "delegations" => delegation by Id;
    "sessions" => session by TokenHash;
    "attendee_sessions" => attendee_session by TokenHash;
    "room_meetings" => room_meeting by RoomId, CreateTime;
    "ready_recordings" => ready_recording by Id, RoomId;
    "recordings_seen" => recordings_seen by AccountId, RoomId;
    "deleted_recordings" => deleted_recording by Id, RoomId;
    "outgoing_mails" => outgoing_mail by Id;
    "room_files" => room_file by Id;
    "room_file_parts" => room_file_part by FileId, Start;
    "wrong_codes" => wrong_code by Scope, Hour;
    "proofs" => proof by Nonce;
    "daily_counts" => daily_count by AccountId, Day, Action;
    "audit_events" => audit_event by Id;
}

fn to_rows<M: Serialize>(table: &str, rows: &[M]) -> Result<Rows, CopyError> {
    let rows = rows
        .iter()
        .map(serde_json::to_value)
        .collect::<Result<_, _>>();
    Ok(Rows {
        table: table.to_owned(),
        rows: rows.map_err(|_| CopyError::Unknown)?,
    })
}

async fn insert<E>(write: &Write, rows: Vec<Value>) -> Result<(), CopyError>
where
    E: EntityTrait,
    E::Model: DeserializeOwned + IntoActiveModel<E::ActiveModel>,
{
    let rows = rows
        .into_iter()
        .map(serde_json::from_value::<E::Model>)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|_| CopyError::Unknown)?;
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    E::insert_many(rows)
        .exec_without_returning(&**write)
        .await?;
    Ok(())
}

impl Store {
    /// The newest migration, which names the form of the rows.
    #[must_use]
    pub fn schema() -> String {
        let newest = migration::Migrator::migrations().pop();
        newest
            .map(|migration| migration.name().to_owned())
            .unwrap_or_default()
    }

    /// Calls `each` with all rows as they are at one moment; nodes go on meanwhile.
    ///
    /// # Errors
    ///
    /// When the database fails, or `each` does.
    pub async fn read_all(
        &self,
        each: impl AsyncFnMut(Rows) -> Result<(), CopyError>,
    ) -> Result<(), CopyError> {
        // SQLite reads from a snapshot in any case.
        let options = TransactionOptions {
            isolation_level: Some(IsolationLevel::RepeatableRead),
            access_mode: Some(AccessMode::ReadOnly),
            ..TransactionOptions::default()
        };
        let transaction = self.transactions.begin_with_options(options).await?;
        // It is large, as it has the rows of every table in it.
        Box::pin(read_all(&transaction, each)).await?;
        transaction.rollback().await?;
        Ok(())
    }

    /// Begins to fill an empty database.
    ///
    /// # Errors
    ///
    /// [`CopyError::NotEmpty`] when it is not.
    pub async fn begin_filling(&self) -> Result<Filling, CopyError> {
        let write = self.begin_write().await?;
        let rows = account::Entity::find().count(&*write).await?
            + room::Entity::find().count(&*write).await?;
        if rows > 0 {
            return Err(CopyError::NotEmpty);
        }
        // The row that serves as the lock, which the migration has made, comes with the others.
        wrong_code::Entity::delete_many().exec(&*write).await?;
        write.alter_triggers("DISABLE").await?;
        Ok(Filling(write))
    }
}

/// A database that is being filled: what is written is there once [`Filling::finish`] returns, or not at all.
pub struct Filling(Write);

impl Filling {
    /// Writes rows. They come in the order in which [`Store::read_all`] reads them.
    ///
    /// # Errors
    ///
    /// When the rows are not of this release, or the database fails.
    pub async fn write(&self, rows: Rows) -> Result<(), CopyError> {
        write_rows(&self.0, rows).await
    }

    /// Keeps what was written, without warnings of deletions: what was used after a backup was made is not known, so
    /// owners are warned again.
    ///
    /// # Errors
    ///
    /// When the database fails; nothing is kept then.
    pub async fn finish(self) -> Result<(), CopyError> {
        unused::forget_all_warnings(&self.0).await?;
        // No node has read what was written, so none needs to know that it has changed.
        room_list_change::Entity::delete_many()
            .exec(&*self.0)
            .await?;
        self.0.adopt_ids().await?;
        self.0.alter_triggers("ENABLE").await?;
        self.0.commit().await?;
        Ok(())
    }
}

impl Write {
    /// Has PostgreSQL run the triggers of all tables again (`ENABLE`), or not (`DISABLE`) unless the transaction is rolled
    /// back. They tell nodes of changes, of which none has read anything yet, and take half of the time. Foreign keys are
    /// checked in any case.
    async fn alter_triggers(&self, verb: &str) -> Result<(), DbErr> {
        if self.get_database_backend() == DbBackend::Postgres {
            for table in TABLES {
                self.execute_unprepared(&format!("ALTER TABLE {table} {verb} TRIGGER USER"))
                    .await?;
            }
        }
        Ok(())
    }

    /// Has PostgreSQL count on from the rows that have come with their numbers.
    async fn adopt_ids(&self) -> Result<(), DbErr> {
        if self.get_database_backend() == DbBackend::Postgres {
            self.execute_unprepared(
                "SELECT setval(pg_get_serial_sequence('audit_events', 'id'), \
                 (SELECT COALESCE(MAX(id), 1) FROM audit_events))",
            )
            .await?;
        }
        Ok(())
    }
}

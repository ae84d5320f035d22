//! Whether the database can be used, without changing anything in it.

use std::path::Path;

use sea_orm::{
    AccessMode, Database, DbBackend, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait as _,
};

use super::connection;

/// What is found at the address of a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseState {
    /// It takes writes.
    Ready,
    /// A SQLite file that is not there yet: it is created when the backend starts.
    Absent,
}

/// Whether `url` names a SQLite file that is not there.
pub(super) fn absent_file(url: &str) -> bool {
    let file = url
        .strip_prefix("sqlite://")
        .and_then(|file| file.split('?').next());
    file.is_some_and(|file| !Path::new(file).exists())
}

/// Tries the database at `url`. Nothing is created or migrated: an older release may be using it.
///
/// # Errors
///
/// When it does not answer, or takes no writes.
pub async fn check(url: &str) -> Result<DatabaseState, DbErr> {
    if absent_file(url) {
        return Ok(DatabaseState::Absent);
    }
    let db = Database::connect(connection::options(url)?).await?;
    // SQLite locks the file for writing, PostgreSQL refuses if it is a standby.
    let options = match db.get_database_backend() {
        DbBackend::Sqlite => TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        },
        _ => TransactionOptions {
            access_mode: Some(AccessMode::ReadWrite),
            ..TransactionOptions::default()
        },
    };
    db.begin_with_options(options).await?.rollback().await?;
    db.close().await?;
    Ok(DatabaseState::Ready)
}

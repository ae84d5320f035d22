//! Brings the schema of the database up to date.

use sea_orm::{
    ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection, DbBackend, DbErr,
};
use sea_orm_migration::MigratorTrait as _;

use super::Store;
use super::migration::Migrator;

/// Runs the migrations, on one node at a time: on PostgreSQL, an advisory lock makes nodes that start at the
/// same time wait. (SQLite has one writer at a time.)
///
/// # Errors
///
/// When the database does not answer, a migration fails, or the database is of a release that does not have all
/// migrations of this one.
pub(super) async fn migrate(db: &DatabaseConnection, url: &str) -> Result<(), DbErr> {
    /// An arbitrary number, the same on all nodes.
    const LOCK: i64 = 0x70_61_72_76_69_73;
    if db.get_database_backend() != DbBackend::Postgres {
        return apply_pending(db).await;
    }
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false).max_connections(1);
    let holder = Database::connect(options).await?;
    holder
        .execute_unprepared(&format!("SELECT pg_advisory_lock({LOCK})"))
        .await?;
    let migrated = apply_pending(db).await;
    // Closing the connection releases the lock.
    holder.close().await?;
    migrated
}

/// Applies the migrations that are pending. On a database that a newer release has migrated, none is: each release runs
/// beside the next one, so a node of this one may start again until the update is done.
async fn apply_pending(db: &DatabaseConnection) -> Result<(), DbErr> {
    let known = names(
        Migrator::migrations()
            .iter()
            .map(|migration| migration.name()),
    );
    let applied = applied(db).await?;
    let newer: Vec<&String> = applied
        .iter()
        .filter(|name| !known.contains(name))
        .collect();
    if newer.is_empty() {
        return Migrator::up(db, None).await;
    }
    if let Some(missing) = known.iter().find(|name| !applied.contains(name)) {
        return Err(DbErr::Migration(format!(
            "the database is of another release: it has {newer:?}, which this one does not know, and lacks {missing}"
        )));
    }
    tracing::warn!(
        ?newer,
        "a newer release has changed the database: update this node too, as only the release before it may run beside it"
    );
    Ok(())
}

/// Fails if the newest migration of a database is not that of this release.
///
/// # Errors
///
/// Then, or when the database does not answer.
pub(super) async fn expect_own(db: &DatabaseConnection) -> Result<(), DbErr> {
    let own = Store::schema();
    let newest = applied(db).await?.pop();
    if newest.as_ref() == Some(&own) {
        return Ok(());
    }
    let found = newest.unwrap_or_else(|| "nothing".to_owned());
    Err(DbErr::Custom(format!(
        "its schema is at {found}, and that of this release at {own}: use the release that runs on it"
    )))
}

/// The names of the migrations that a database has, the newest last.
async fn applied(db: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    let rows = Migrator::get_migration_models(db).await?;
    Ok(names(rows.iter().map(|row| &*row.version)))
}

fn names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    names.map(str::to_owned).collect()
}

//! Connection options of the database.

use std::path::Path;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use sea_orm::{ConnectOptions, DbErr, RuntimeErr, SqlxError};

/// The parameter of a SQLite URL that limits the size of the file, in pages of 4,096 bytes.
const MAX_PAGE_COUNT: &str = "max_page_count";

/// How long to wait for a connection or a lock.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// The number of rows that SQLite reads ahead of who decodes them. Each time that one waits for the other costs more
/// than reading a row.
const ROWS_AHEAD: usize = 1_000;

/// The options for `url` (`sqlite://…` or `postgres://…`), for single statements. On SQLite, connections of these are
/// not checked after a transaction: a node that runs begins none on them ([`for_transactions`]).
///
/// # Errors
///
/// When [`MAX_PAGE_COUNT`] is not a number.
pub(super) fn options(url: &str) -> Result<ConnectOptions, DbErr> {
    let (url, max_page_count) = take_max_page_count(url)?;
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .connect_timeout(PATIENCE)
        .acquire_timeout(PATIENCE)
        .max_connections(16)
        // Signing out must not wait for a new connection.
        .min_connections(1)
        .map_sqlx_sqlite_pool_opts(|pool| pool.test_before_acquire(false))
        .map_sqlx_postgres_pool_opts(|pool| {
            pool.after_connect(|connection, _| Box::pin(bound_waiting(connection)))
        })
        .map_sqlx_sqlite_opts(move |options| {
            create_private(options.get_filename());
            let options = options
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                // Acknowledged writes must survive a power failure, not only a crash.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .row_buffer_size(ROWS_AHEAD)
                .busy_timeout(PATIENCE);
            match max_page_count {
                Some(pages) => options.pragma(MAX_PAGE_COUNT, pages.to_string()),
                None => options,
            }
        });
    Ok(options)
}

/// The options for transactions.
///
/// # Errors
///
/// Those of [`options`].
pub(super) fn for_transactions(url: &str) -> Result<ConnectOptions, DbErr> {
    let mut options = options(url)?;
    options.map_sqlx_sqlite_pool_opts(|pool| {
        pool.test_before_acquire(false)
            .before_acquire(|connection, _| Box::pin(is_outside_transactions(connection)))
            .after_release(|connection, _| Box::pin(is_outside_transactions(connection)))
    });
    Ok(options)
}

/// Whether a connection may be reused. After SQLite has rolled back by itself, sqlx still counts a transaction,
/// and what is begun on that connection is never committed: it is closed instead.
async fn is_outside_transactions(connection: &mut SqliteConnection) -> Result<bool, SqlxError> {
    // A queued rollback runs first.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// Limits the time that statements wait for locks to [`PATIENCE`], as with SQLite.
async fn bound_waiting(connection: &mut PgConnection) -> Result<(), SqlxError> {
    let bound = format!("SET lock_timeout = {}", PATIENCE.as_millis());
    connection.execute(AssertSqlSafe(bound)).await?;
    Ok(())
}

/// Removes [`MAX_PAGE_COUNT`] from a SQLite URL; SQLite sets it with a pragma on each connection.
fn take_max_page_count(url: &str) -> Result<(String, Option<u32>), DbErr> {
    let Some((file, query)) = url.split_once('?').filter(|_| url.starts_with("sqlite:")) else {
        return Ok((url.to_owned(), None));
    };
    let mut pages = None;
    let mut others = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if name == MAX_PAGE_COUNT {
            let number = value.parse().map_err(|_| {
                let expected = format!("{MAX_PAGE_COUNT}: expected a number of pages");
                DbErr::Conn(RuntimeErr::Internal(expected))
            })?;
            pages = Some(number);
        } else {
            others.append_pair(&name, &value);
        }
    }
    let others = others.finish();
    let separator = if others.is_empty() { "" } else { "?" };
    Ok((format!("{file}{separator}{others}"), pages))
}

/// Creates the database file readable only by its owner, as it contains codes; SQLite gives its other files the
/// same mode. Errors are left to SQLite, which reports them on opening.
fn create_private(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(path));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, rest: &str, pages: Option<u32>) {
        let taken = take_max_page_count(url).expect("a number or nothing");
        assert_eq!(taken, (rest.to_owned(), pages));
    }

    #[test]
    fn the_bound_of_a_file_is_taken_out_of_its_address() {
        check("sqlite:///a.db", "sqlite:///a.db", None);
        check("sqlite:///a.db?max_page_count=9", "sqlite:///a.db", Some(9));
        check(
            "sqlite:///a.db?mode=rw&max_page_count=9",
            "sqlite:///a.db?mode=rw",
            Some(9),
        );
        check("postgres://h/d?a=1", "postgres://h/d?a=1", None);
        assert!(take_max_page_count("sqlite:///a.db?max_page_count=many").is_err());
    }
}

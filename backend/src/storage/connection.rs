//! How the database is connected to.

use std::path::Path;
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sea_orm::sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use sea_orm::{ConnectOptions, DbErr, RuntimeErr, SqlxError};

/// The parameter of a SQLite address that bounds the size of the file, in pages of 4,096 bytes.
const MAX_PAGE_COUNT: &str = "max_page_count";

/// How long a request waits for a connection, or for a lock that somebody else holds.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// The options for `url` (`sqlite://…` or `postgres://…`).
///
/// # Errors
///
/// When [`MAX_PAGE_COUNT`] is no number.
pub(super) fn options(url: &str) -> Result<ConnectOptions, DbErr> {
    let (url, max_page_count) = take_max_page_count(url)?;
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .connect_timeout(PATIENCE)
        .acquire_timeout(PATIENCE)
        .max_connections(16)
        // Whoever signs out does not wait for a connection to be made.
        .min_connections(1)
        .map_sqlx_sqlite_pool_opts(|pool| {
            pool.test_before_acquire(false)
                .before_acquire(|connection, _| Box::pin(is_outside_transactions(connection)))
                .after_release(|connection, _| Box::pin(is_outside_transactions(connection)))
        })
        .map_sqlx_postgres_pool_opts(|pool| {
            pool.after_connect(|connection, _| Box::pin(bound_waiting(connection)))
        })
        .map_sqlx_sqlite_opts(move |options| {
            create_private(options.get_filename());
            let options = options
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                // What was acknowledged must outlive a power cut, not just a crash.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(PATIENCE);
            match max_page_count {
                Some(pages) => options.pragma(MAX_PAGE_COUNT, pages.to_string()),
                None => options,
            }
        });
    Ok(options)
}

/// Whether a connection may go to whoever needs one next. When SQLite has rolled back by itself, sqlx
/// still counts a transaction: what is begun on such a connection is never committed. It is closed.
async fn is_outside_transactions(connection: &mut SqliteConnection) -> Result<bool, SqlxError> {
    // A rollback that is queued runs first.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// Has a statement give up after [`PATIENCE`] that waits for somebody else's lock, as SQLite's do.
async fn bound_waiting(connection: &mut PgConnection) -> Result<(), SqlxError> {
    let bound = format!("SET lock_timeout = {}", PATIENCE.as_millis());
    connection.execute(AssertSqlSafe(bound)).await?;
    Ok(())
}

/// Takes [`MAX_PAGE_COUNT`] out of a SQLite address, as SQLite has it as a pragma of each connection.
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

/// Creates the database's file for its owner alone, as it holds codes; SQLite gives the files beside
/// it the same mode. Whatever keeps it from being created here, SQLite will say.
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

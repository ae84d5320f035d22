//! A database of its own for each portal: SQLite, or PostgreSQL where `PARVIS_TEST_POSTGRES` names
//! a server, such as `postgres://user@localhost:5432`.

use std::path::Path;

use sea_orm::{
    ConnectionTrait as _, Database, DatabaseConnection, DatabaseTransaction, DbBackend,
    QueryResult, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait as _,
};
use uuid::Uuid;

/// The address of an empty database.
pub async fn fresh(dir: &Path) -> String {
    let Ok(server) = std::env::var("PARVIS_TEST_POSTGRES") else {
        return format!("sqlite://{}/parvis.db", dir.display());
    };
    let db = Database::connect(format!("{server}/postgres"))
        .await
        .expect("PostgreSQL answers");
    let random = parvis_backend::random::Random::system();
    let name = format!("parvis_{}", Uuid::from_bytes(random.bytes()).simple());
    db.execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await
        .expect("a database");
    db.close().await.expect("closes");
    format!("{server}/{name}")
}

/// The address without what only the portal knows of, the bound of a file's size.
fn plain(url: &str) -> &str {
    match url.split_once('?') {
        Some((file, _)) if url.starts_with("sqlite:") => file,
        _ => url,
    }
}

/// Runs a statement.
pub async fn execute(url: &str, sql: &str) {
    let db = Database::connect(plain(url))
        .await
        .expect("the database answers");
    db.execute_unprepared(sql)
        .await
        .expect("the statement runs");
}

/// Every text of the tables that know people, and every code and PIN, as one text.
pub async fn dump(url: &str) -> String {
    let db = Database::connect(plain(url))
        .await
        .expect("the database answers");
    let mut text = String::new();
    for (table, columns) in [
        (
            "accounts",
            &["issuer", "subject", "name", "COALESCE(email, '')"][..],
        ),
        ("sessions", &["token_hash", "id_token"][..]),
        ("rooms", &["name"][..]),
        ("attendee_sessions", &["person", "name", "id_token"][..]),
        ("wrong_codes", &["scope"][..]),
        ("favourites", &["'starred'"][..]),
        (
            "delegations",
            &["COALESCE(email, '')", "COALESCE(typed_email, '')"][..],
        ),
        ("numbers", &["CAST(number AS VARCHAR(9))"][..]),
    ] {
        for column in columns {
            text.push_str(&column_text(&db, table, column).await);
        }
    }
    text
}

async fn column_text(db: &DatabaseConnection, table: &str, column: &str) -> String {
    let query = format!("SELECT {column} AS value FROM {table}");
    let statement = Statement::from_string(db.get_database_backend(), query);
    let rows = db.query_all_raw(statement).await.expect("rows");
    rows.iter()
        .map(|row| row.try_get::<String>("", "value").expect("a text") + "\n")
        .collect()
}

/// How many rows a table has.
pub async fn count_rows(url: &str, table: &str) -> i64 {
    let db = Database::connect(plain(url))
        .await
        .expect("the database answers");
    let query = format!("SELECT COUNT(*) AS number FROM {table}");
    let statement = Statement::from_string(db.get_database_backend(), query);
    let row = db.query_one_raw(statement).await.expect("an answer");
    let row = row.expect("a row");
    row.try_get("", "number").expect("a number")
}

/// How often each mail that is not sent was tried, and when it is due.
pub async fn mails(url: &str) -> Vec<(i32, i64)> {
    let db = Database::connect(plain(url))
        .await
        .expect("the database answers");
    let query = "SELECT attempts, due_at FROM outgoing_mails ORDER BY due_at";
    let statement = Statement::from_string(db.get_database_backend(), query);
    let rows = db.query_all_raw(statement).await.expect("rows");
    let read = |row: &QueryResult| {
        let attempts = row.try_get("", "attempts").expect("a number");
        (attempts, row.try_get("", "due_at").expect("a time"))
    };
    rows.iter().map(read).collect()
}

/// What each number that opens a room is for, and the number.
pub async fn live_numbers(url: &str, room: Uuid) -> Vec<(String, String)> {
    let db = Database::connect(plain(url))
        .await
        .expect("the database answers");
    let backend = db.get_database_backend();
    let parameter = match backend {
        DbBackend::Postgres => "$1",
        _ => "?",
    };
    let query = format!(
        "SELECT purpose, CAST(number AS VARCHAR(9)) AS number FROM numbers \
         WHERE room_id = {parameter} AND retired_at IS NULL ORDER BY purpose"
    );
    let statement = Statement::from_sql_and_values(backend, query, [room.into()]);
    let rows = db.query_all_raw(statement).await.expect("rows");
    let text = |row: &QueryResult, column| row.try_get::<String>("", column).expect("a text");
    rows.iter()
        .map(|row| (text(row, "purpose"), text(row, "number")))
        .collect()
}

/// A lock on everything that rooms are written to, for as long as it is held: nobody else can write.
pub struct Held {
    _transaction: DatabaseTransaction,
    // Dropped last.
    _db: DatabaseConnection,
}

/// Keeps everybody else from writing to rooms.
pub async fn hold(url: &str) -> Held {
    hold_tables(url, "rooms, write_probes").await
}

/// Keeps everybody else from writing to `tables`; over SQLite, from writing at all.
pub async fn hold_tables(url: &str, tables: &str) -> Held {
    let db = Database::connect(plain(url))
        .await
        .expect("the database answers");
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let transaction = db.begin_with_options(options).await.expect("begins");
    if db.get_database_backend() == DbBackend::Postgres {
        // Whoever reads is let through.
        transaction
            .execute_unprepared(&format!("LOCK TABLE {tables} IN EXCLUSIVE MODE"))
            .await
            .expect("locked");
    }
    Held {
        _transaction: transaction,
        _db: db,
    }
}

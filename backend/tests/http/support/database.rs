//! A database of its own for each portal: SQLite, or PostgreSQL where `PARVIS_TEST_POSTGRES` names
//! a server, such as `postgres://user@localhost:5432`.

use std::path::Path;

use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection, Statement};
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

/// Runs a statement.
pub async fn execute(url: &str, sql: &str) {
    let db = Database::connect(url).await.expect("the database answers");
    db.execute_unprepared(sql)
        .await
        .expect("the statement runs");
}

/// Every text of the tables that know people, and every code and PIN, as one text.
pub async fn dump(url: &str) -> String {
    let db = Database::connect(url).await.expect("the database answers");
    let mut text = String::new();
    for (table, columns) in [
        ("accounts", &["issuer", "subject", "name"][..]),
        ("sessions", &["token_hash", "id_token"][..]),
        ("rooms", &["name"][..]),
        ("attendee_sessions", &["person", "name", "id_token"][..]),
        ("wrong_codes", &["scope"][..]),
        ("favourites", &["'starred'"][..]),
        ("numbers", &["CAST(number AS VARCHAR(9))"][..]),
        (
            "sign_ins",
            &[
                "state_hash",
                "browser_hash",
                "nonce",
                "pkce_verifier",
                "return_to",
            ][..],
        ),
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

//! What stands in a SQLite file, seen by a connection of the test's own.

use parvis_contract::room::RoomId;
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::sqlx::{self, Connection as _, SqliteConnection};

/// A connection to the file, which knows nothing of the portal's.
pub struct File(SqliteConnection);

impl File {
    /// Opens the file of a portal's database.
    pub async fn open(path: &std::path::Path) -> Self {
        let options = SqliteConnectOptions::new().filename(path);
        let connection = SqliteConnection::connect_with(&options).await;
        Self(connection.expect("the file opens"))
    }

    /// Runs a statement.
    pub async fn execute(&mut self, sql: &'static str) {
        sqlx::raw_sql(sql)
            .execute(&mut self.0)
            .await
            .expect("the statement runs");
    }

    /// The name of a room, if it is in the file.
    pub async fn room_name(&mut self, id: RoomId) -> Option<String> {
        sqlx::query_scalar("SELECT name FROM rooms WHERE hex(id) = ?")
            .bind(id.simple().to_string().to_uppercase())
            .fetch_optional(&mut self.0)
            .await
            .expect("a row or none")
    }

    /// Whether anybody has starred a room.
    pub async fn is_starred(&mut self, id: RoomId) -> bool {
        let stars: i64 =
            sqlx::query_scalar("SELECT count(*) FROM favourites WHERE hex(room_id) = ?")
                .bind(id.simple().to_string().to_uppercase())
                .fetch_one(&mut self.0)
                .await
                .expect("a number");
        stars == 1
    }
}

//! Notices between nodes on one database: `LISTEN` and `NOTIFY` of PostgreSQL. SQLite has one node, and needs none.

use std::time::Duration;

use sea_orm::sqlx::Executor as _;
use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{ConnectionTrait as _, DbBackend, DbErr, RuntimeErr, SqlxError, Statement};
use tokio::time::timeout;

use super::Store;
use super::connection::PATIENCE;

/// After how long without a notice it is asked whether the connection is still there.
const SILENCE: Duration = Duration::from_mins(1);

const CHANNEL: &str = "parvis";

/// What other nodes have sent.
pub struct NoticeListener(PgListener);

impl Store {
    /// Whether nodes can be told of changes.
    #[must_use]
    pub fn has_notices(&self) -> bool {
        self.db.get_database_backend() == DbBackend::Postgres
    }

    /// Sends a text to all nodes, this one included.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn send_notice(&self, text: &str) -> Result<(), DbErr> {
        let values = [CHANNEL.into(), text.into()];
        let sql = "SELECT pg_notify($1, $2)";
        let notify = Statement::from_sql_and_values(DbBackend::Postgres, sql, values);
        self.db.execute_raw(notify).await?;
        Ok(())
    }

    /// Listens to what is sent from now on.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn listen(&self) -> Result<NoticeListener, DbErr> {
        let pool = self.db.get_postgres_connection_pool();
        let mut listener = PgListener::connect_with(pool).await.map_err(failed)?;
        listener.listen(CHANNEL).await.map_err(failed)?;
        Ok(NoticeListener(listener))
    }
}

impl NoticeListener {
    /// Waits for the next text; `None` when the connection was lost, and what was sent meanwhile with it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn next(&mut self) -> Result<Option<String>, DbErr> {
        loop {
            match timeout(SILENCE, self.0.try_recv()).await {
                Ok(notification) => {
                    let notification = notification.map_err(failed)?;
                    return Ok(notification.map(|notification| notification.payload().to_owned()));
                }
                Err(_) => self.check().await?,
            }
        }
    }

    /// Asks the database something, as it does not tell that a connection is gone where a firewall has dropped it.
    async fn check(&mut self) -> Result<(), DbErr> {
        let asked = timeout(PATIENCE, self.0.execute("SELECT 1")).await;
        asked
            .unwrap_or_else(|_| Err(SqlxError::PoolTimedOut))
            .map_err(failed)?;
        Ok(())
    }
}

fn failed(error: SqlxError) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(error.into()))
}

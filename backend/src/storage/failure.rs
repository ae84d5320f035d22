//! Classification of database errors.

use std::borrow::Cow;

use sea_orm::sqlx::error::DatabaseError;
use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// The kinds of database errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The disk or file is full. Nothing was changed.
    Full,
    /// The database does not answer or is busy; a retry may succeed.
    Busy,
    /// Anything else: a defect.
    Defect,
}

impl Failure {
    /// Classifies `error`.
    #[must_use]
    pub fn of(error: &DbErr) -> Self {
        match error {
            DbErr::Exec(cause) | DbErr::Query(cause) => of_cause(cause).unwrap_or(Self::Defect),
            // Without a connection, whatever the reason, a retry may succeed.
            DbErr::Conn(cause) => of_cause(cause).unwrap_or(Self::Busy),
            DbErr::ConnectionAcquire(_) => Self::Busy,
            _ => Self::Defect,
        }
    }
}

fn of_cause(cause: &RuntimeErr) -> Option<Failure> {
    let RuntimeErr::SqlxError(error) = cause else {
        return None;
    };
    match &**error {
        SqlxError::Database(error) => of_code(&code(&**error)?),
        // The connection broke while in use.
        SqlxError::Io(_) | SqlxError::PoolTimedOut | SqlxError::WorkerCrashed => {
            Some(Failure::Busy)
        }
        _ => None,
    }
}

fn code(error: &dyn DatabaseError) -> Option<Cow<'_, str>> {
    error.code()
}

/// Classifies SQLite's extended result code (<https://www.sqlite.org/rescode.html>), a number of at most four
/// digits, or PostgreSQL's SQLSTATE (<https://www.postgresql.org/docs/current/errcodes-appendix.html>), five
/// characters.
fn of_code(code: &str) -> Option<Failure> {
    if code.len() == 5 {
        return of_sqlstate(code);
    }
    let extended: u32 = code.parse().ok()?;
    match extended {
        // SQLITE_IOERR_WRITE, _FSYNC, _DIR_FSYNC and _SHMSIZE: beyond a quota or the maximum file size, writes
        // fail with these instead of SQLITE_FULL.
        778 | 1034 | 1290 | 4874 => return Some(Failure::Full),
        _ => {}
    }
    match extended & 0xff {
        // SQLITE_FULL
        13 => Some(Failure::Full),
        // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_NOMEM, SQLITE_READONLY, SQLITE_CANTOPEN
        5..=8 | 14 => Some(Failure::Busy),
        _ => None,
    }
}

fn of_sqlstate(state: &str) -> Option<Failure> {
    match state {
        // disk_full
        "53100" => Some(Failure::Full),
        // read_only_sql_transaction (a standby after a failover), serialization_failure,
        // deadlock_detected, lock_not_available
        "25006" | "40001" | "40P01" | "55P03" => Some(Failure::Busy),
        // connection exceptions, insufficient resources, operator intervention
        _ if state
            .get(..2)
            .is_some_and(|class| ["08", "53", "57"].contains(&class)) =>
        {
            Some(Failure::Busy)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_of_both_databases_has_its_meaning() {
        for (code, expected) in [
            ("13", Some(Failure::Full)),
            ("778", Some(Failure::Full)),
            ("53100", Some(Failure::Full)),
            ("5", Some(Failure::Busy)),
            ("517", Some(Failure::Busy)),
            ("7", Some(Failure::Busy)),
            ("55P03", Some(Failure::Busy)),
            ("57P01", Some(Failure::Busy)),
            ("08006", Some(Failure::Busy)),
            // SQLITE_IOERR_READ, SQLITE_CONSTRAINT_UNIQUE, unique_violation, undefined_table
            ("266", None),
            ("2067", None),
            ("23505", None),
            ("42P01", None),
            ("é", None),
        ] {
            assert_eq!(of_code(code), expected, "{code}");
        }
    }

    #[test]
    fn without_a_connection_the_database_is_busy() {
        let timeout = sea_orm::ConnAcquireErr::Timeout;
        let error = DbErr::ConnectionAcquire(timeout);
        assert_eq!(Failure::of(&error), Failure::Busy);
        let error = DbErr::Custom("any".to_owned());
        assert_eq!(Failure::of(&error), Failure::Defect);
    }
}

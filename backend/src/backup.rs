//! The commands `backup`, `restore` and `move`: all rows of the database, in a file that both databases understand, or
//! from one database to the other.
//!
//! A backup is text: a line that says which release can read it, a line for each group of rows, and a last line with the
//! number of rows, without which it is incomplete. It holds codes, addresses and the hashes of sessions, so it is made
//! readable by its owner only.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

use sea_orm::DbErr;
use serde::{Deserialize, Serialize};

use crate::storage::Store;
use crate::storage::copy::{CopyError, Rows};

/// The first line.
#[derive(Serialize, Deserialize)]
struct Head {
    parvis_backup: String,
}

/// The last line.
#[derive(Serialize, Deserialize)]
struct Tail {
    rows: usize,
}

/// A line between.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Rows(Rows),
    Tail(Tail),
}

/// Why a backup is not made, or not restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: String,
        /// The error.
        source: io::Error,
    },
    /// It is not a backup, or damaged.
    #[error("line {0} of the file is not one of a backup")]
    Line(usize),
    /// It is of another release.
    #[error(
        "the backup is of a release whose database is at {found}, and this one is at {expected}: restore it with that \
         release, then start this one"
    )]
    OtherRelease {
        /// The newest migration of the backup.
        found: String,
        /// That of this release.
        expected: String,
    },
    /// Its last line is missing or wrong.
    #[error("the file is incomplete: {found} rows are there, and {expected} should be")]
    Incomplete {
        /// The number of rows in the file.
        found: usize,
        /// The number in its last line; 0 if there is none.
        expected: usize,
    },
    /// The database cannot be read or written.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// The database cannot be opened.
    #[error("the database cannot be used: {0}")]
    Db(#[from] DbErr),
}

fn file_error(path: &Path) -> impl Fn(io::Error) -> BackupError + use<> {
    let path = path.display().to_string();
    move |source| BackupError::File {
        path: path.clone(),
        source,
    }
}

/// Writes all rows of the database at `url` to a new file; answers how many there are.
///
/// # Errors
///
/// When the file exists or cannot be written, or the database fails.
pub async fn backup(url: &str, path: &Path) -> Result<usize, BackupError> {
    let store = Store::open_existing(url).await?;
    if path.exists() {
        return Err(file_error(path)(io::ErrorKind::AlreadyExists.into()));
    }
    // Under another name until it is complete.
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = Path::new(&part);
    let written = write_all(&store, part).await;
    if written.is_err() {
        // What is there of it helps nobody, and would stand in the way of the next.
        let _ = std::fs::remove_file(part);
        return written;
    }
    std::fs::rename(part, path).map_err(file_error(path))?;
    written
}

async fn write_all(store: &Store, path: &Path) -> Result<usize, BackupError> {
    let failed = file_error(path);
    let mut file = BufWriter::new(create(path).map_err(&failed)?);
    let head = Head {
        parvis_backup: Store::schema(),
    };
    write_line(&mut file, &head).map_err(&failed)?;
    let mut count = 0;
    store
        .read_all(async |rows| {
            count += rows.rows.len();
            write_line(&mut file, &rows)?;
            Ok(())
        })
        .await?;
    write_line(&mut file, &Tail { rows: count }).map_err(&failed)?;
    let file = file
        .into_inner()
        .map_err(|error| failed(error.into_error()))?;
    file.sync_all().map_err(&failed)?;
    Ok(count)
}

/// A new file that only its owner may read.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn write_line(file: &mut impl Write, line: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *file, line)?;
    file.write_all(b"\n")
}

/// Fills the empty database at `url` with the rows of a file; answers how many there are.
///
/// # Errors
///
/// When the file is not a complete backup of this release, or the database is not empty, is of a newer release, or
/// fails. Nothing is written then.
pub async fn restore(url: &str, path: &Path) -> Result<usize, BackupError> {
    let failed = file_error(path);
    let file = BufReader::new(File::open(path).map_err(&failed)?);
    let mut lines = file.lines();
    let head = lines
        .next()
        .transpose()
        .map_err(&failed)?
        .unwrap_or_default();
    let head: Head = serde_json::from_str(&head).map_err(|_| BackupError::Line(1))?;
    if head.parvis_backup != Store::schema() {
        return Err(BackupError::OtherRelease {
            found: head.parvis_backup,
            expected: Store::schema(),
        });
    }
    let store = Store::open_to_fill(url).await?;
    let filling = store.begin_filling().await?;
    let mut found = 0;
    let mut expected = None;
    for (index, line) in lines.enumerate() {
        let line = line.map_err(&failed)?;
        match serde_json::from_str(&line).map_err(|_| BackupError::Line(index + 2))? {
            Line::Rows(rows) => {
                found += rows.rows.len();
                filling.write(rows).await?;
            }
            Line::Tail(tail) => expected = Some(tail.rows),
        }
    }
    if expected != Some(found) {
        let expected = expected.unwrap_or_default();
        return Err(BackupError::Incomplete { found, expected });
    }
    filling.finish().await?;
    Ok(found)
}

/// Fills the empty database at `to` with the rows of the one at `from`; answers how many there are.
///
/// # Errors
///
/// When `to` is not empty, either is of a newer release, or either fails. Nothing is written then.
pub async fn copy(from: &str, to: &str) -> Result<usize, BackupError> {
    let from = Store::open_existing(from).await?;
    let to = Store::open_to_fill(to).await?;
    let filling = to.begin_filling().await?;
    let mut count = 0;
    from.read_all(async |rows| {
        count += rows.rows.len();
        filling.write(rows).await
    })
    .await?;
    filling.finish().await?;
    Ok(count)
}

//! Files with secrets that others on the machine may read.

use std::path::Path;

use super::Config;

/// The bits of a file's mode that let others than its owner and group read it.
const OTHERS_READ: u32 = 0o004;

/// A warning for the key file and the database, if others may read it. A file that is not there yet is made so that they may not.
pub(super) fn warnings(config: &Config) -> Vec<String> {
    let database = database_file(config.database_url.reveal());
    let files = [
        ("PARVIS_KEYS_FILE", Some(config.keys_file.as_path())),
        ("PARVIS_DATABASE_URL", database.map(Path::new)),
    ];
    files
        .into_iter()
        .filter_map(|(variable, file)| warning(variable, file?))
        .collect()
}

/// A warning if others may read the file that `variable` names.
pub(super) fn warning(variable: &str, file: &Path) -> Option<String> {
    others_may_read(file).then(|| {
        let file = file.display();
        format!("{variable}: others on this machine may read {file}; take that away: chmod o-r")
    })
}

/// The file of a SQLite database.
fn database_file(url: &str) -> Option<&str> {
    let path = url.strip_prefix("sqlite://")?;
    path.split('?').next()
}

#[cfg(unix)]
fn others_may_read(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(file).is_ok_and(|file| file.permissions().mode() & OTHERS_READ != 0)
}

#[cfg(not(unix))]
fn others_may_read(_file: &Path) -> bool {
    false
}

//! Key retirement (`parvis-backend keys retire ID`): takes a key out of use and reports the links that it
//! invalidates.

use std::fmt;

use sea_orm::DbErr;

use crate::clock::Moment;
use crate::links::LinkSigner;
use crate::storage::Store;

/// The result.
#[derive(Debug, PartialEq, Eq)]
pub struct RetireReport {
    key: u8,
    links: u64,
    apply: bool,
}

impl fmt::Display for RetireReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { key, links, apply } = self;
        if *apply {
            write!(
                f,
                "{links} links were renewed: the old ones say so. The line of key {key} may be taken \
                 out of the key file; the old links are unknown from then on."
            )
        } else {
            write!(
                f,
                "{links} links are signed with key {key} and become invalid with it. To renew them all: \
                 parvis-backend keys retire {key} --yes"
            )
        }
    }
}

/// Why a key is not retired.
#[derive(Debug, thiserror::Error)]
pub enum RetireError {
    /// It is the signing key.
    #[error("key {0} signs new links: put a new key on top of the key file first")]
    Signs(u8),
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Counts the links that are signed with a key; with `apply`, renews them with the signing key.
///
/// # Errors
///
/// [`RetireError`] when it is the signing key, or the database fails.
pub(crate) async fn retire_key(
    store: &Store,
    signer: &LinkSigner,
    key: u8,
    apply: bool,
    now: Moment,
) -> Result<RetireReport, RetireError> {
    let newest = signer.signing_key();
    if key == newest {
        return Err(RetireError::Signs(key));
    }
    let links = store.links_signed_with(key).await?;
    if apply {
        store.retire_key(key, newest, now).await?;
    }
    Ok(RetireReport { key, links, apply })
}

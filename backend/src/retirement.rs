//! `parvis-backend keys retire ID`: taking a key out of use, knowing what dies with it.

use std::fmt;

use sea_orm::DbErr;

use crate::links::LinkSigner;
use crate::storage::Store;

/// What was found, or done.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    key: u8,
    links: u64,
    for_good: bool,
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            key,
            links,
            for_good,
        } = self;
        if *for_good {
            write!(
                f,
                "{links} links were renewed: the old ones say so. The line of key {key} may be taken \
                 out of the key file; the old links are unknown from then on."
            )
        } else {
            write!(
                f,
                "{links} links are signed with key {key} and die with it. To renew them all: \
                 parvis-backend keys retire {key} --yes"
            )
        }
    }
}

/// Why a key is not retired.
#[derive(Debug, thiserror::Error)]
pub enum RetireError {
    /// The key that signs.
    #[error("key {0} signs new links: put a new key on top of the key file first")]
    Signs(u8),
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

/// Tells how many links are signed with a key; `for_good` renews them with the newest.
///
/// # Errors
///
/// [`RetireError`] when it is the newest, or the database fails.
pub(crate) async fn of_key(
    store: &Store,
    signer: &LinkSigner,
    key: u8,
    for_good: bool,
) -> Result<Told, RetireError> {
    let newest = signer.signing_key();
    if key == newest {
        return Err(RetireError::Signs(key));
    }
    let links = store.links_signed_with(key).await?;
    if for_good {
        store.retire_key(key, newest).await?;
    }
    Ok(Told {
        key,
        links,
        for_good,
    })
}

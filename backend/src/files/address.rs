//! Signed addresses of files, for conference servers, which have no session: for one file, and for an hour.

use std::time::Duration;

use uuid::Uuid;

use crate::clock::Moment;
use crate::keys::{KeyPurpose, Keys};
use crate::signed_token;

/// How long an address is valid. A server fetches it at once; one that is busy may be late.
const LIFETIME: Duration = Duration::from_hours(1);

/// A token for a file; `None` if there is no signing key.
pub(super) fn issue(keys: &Keys, file: Uuid, now: Moment) -> Option<String> {
    let until = now.plus(LIFETIME).0;
    let content = [&file.as_bytes()[..], &until.to_be_bytes()].concat();
    signed_token::sign(keys, keys.signing_id(), KeyPurpose::Files, &content)
}

/// The file of a token that is valid and not expired.
pub(super) fn read(keys: &Keys, token: &str, now: Moment) -> Option<Uuid> {
    let content = signed_token::verify(keys, KeyPurpose::Files, token)?.content;
    let (file, until) = content.split_first_chunk()?;
    let until = Moment(i64::from_be_bytes(until.try_into().ok()?));
    (until > now).then(|| Uuid::from_bytes(*file))
}

//! Mails to people.
//!
//! A mail is written to the database in the transaction of what it tells of, so that it is neither lost nor sent for
//! something that did not happen. The nodes send it from there.
//!
//! | module | content |
//! | --- | --- |
//! | `recording_ready` | the mail that a recording is ready |
//! | `unused` | the mail that unused rooms, or an unused account, will be deleted |
//! | `letter` | what both have in common |
//! | `outbox` | sending what is written, with retries |
//! | `smtp` | one attempt to send one mail |

mod letter;
mod outbox;
mod recording_ready;
mod smtp;
mod unused;

pub(crate) use outbox::{Outbox, TRIED};
pub(crate) use recording_ready::RecordingReadyMail;
pub use smtp::SmtpError;
pub(crate) use unused::UnusedMail;

use smtp::{CheckError, Smtp};

use crate::config::MailSettings;

/// Connects to the mail server and authenticates; sends no mail.
///
/// # Errors
///
/// When the server refuses, or does not answer.
pub(crate) async fn check(settings: &MailSettings) -> Result<(), CheckError> {
    Smtp::new(settings)?.check().await
}

//! One attempt to send one mail (lettre).

use std::error::Error as _;
use std::time::{Duration, SystemTime};

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use tokio::time::timeout;

use crate::clock::Moment;
use crate::config::MailSettings;
use crate::storage::outgoing_mails::NewMail;

/// How long connecting may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(30);

/// How long an attempt may take. A server may think for ten minutes about a text that it has received (RFC 5321,
/// 4.5.3.2.6), and then take it.
pub(super) const ATTEMPT_TIMEOUT: Duration = Duration::from_mins(11);

/// Codes that say that the recipient can have no mail (RFC 3463, 3.2 and 3.3; 5.1.10 is of RFC 7505). Other permanent
/// replies may be about the sender or the server, whose settings an administrator can correct.
const NO_RECIPIENT: [&str; 6] = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];

/// Replies about the portal's own name and password, which say nothing of the mail (RFC 4954, 6).
const AUTHENTICATION_REPLIES: [u16; 4] = [530, 534, 535, 538];

/// The SMTP client cannot be made.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct SmtpError(#[from] lettre::transport::smtp::Error);

/// Why the server cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// There can be no client.
    #[error(transparent)]
    Client(#[from] SmtpError),
    /// It refuses, or does not answer.
    #[error(transparent)]
    Server(#[from] lettre::transport::smtp::Error),
    /// It closes the connection.
    #[error("it closes the connection")]
    Closed,
}

/// Why a mail was not sent. Contains nothing that a server says in words, which may be an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The recipient can have no mail, by this reply.
    Refused(u16),
    /// It has no valid address.
    Invalid,
    /// The server does not take this mail now, with this reply.
    NotNow(u16),
    /// The server takes no mail at all now, or does not answer.
    NoServer(Option<u16>),
}

/// The SMTP server of the instance. Each mail has a connection of its own: after an attempt that was given up, the
/// next mail must not read the replies to it. The pool closes connections in the background, so that a server that takes
/// a mail, and then does not let go of the connection, does not make the attempt a failure.
pub(super) struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    pub fn new(settings: &MailSettings) -> Result<Self, SmtpError> {
        let server = settings.server.as_str();
        let mut builder =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(server)?.timeout(Some(CONNECT_TIMEOUT));
        if let Some((user, password)) = &settings.credentials {
            let password = password.reveal().to_owned();
            builder = builder.credentials(Credentials::new(user.clone(), password));
        }
        let not_kept = PoolConfig::new().max_size(0);
        Ok(Self {
            transport: builder.pool_config(not_kept).build(),
            from: settings.from.clone(),
        })
    }

    /// Connects and authenticates; sends no mail.
    pub async fn check(&self) -> Result<(), CheckError> {
        if self.transport.test_connection().await? {
            Ok(())
        } else {
            Err(CheckError::Closed)
        }
    }

    /// Sends a mail, or says why not.
    pub async fn send(&self, mail: &NewMail, written: Moment) -> Result<(), Failure> {
        let message = self.message(mail, written).ok_or(Failure::Invalid)?;
        match timeout(ATTEMPT_TIMEOUT, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(failure(&error)),
            Err(_) => Err(Failure::NoServer(None)),
        }
    }

    /// The message: text and HTML; the identifier is the same at each attempt. `None` for an invalid address.
    fn message(&self, mail: &NewMail, written: Moment) -> Option<Message> {
        let id = format!("<{}@{}>", mail.id, self.from.email.domain());
        let since_1970 = Duration::from_millis(u64::try_from(written.0).unwrap_or_default());
        // RFC 3834: no automatic reply is wanted.
        let automatic = HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        );
        let parts = MultiPart::alternative_plain_html(mail.plain_text.clone(), mail.html.clone());
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, mail.recipient.parse().ok()?))
            .subject(mail.subject.clone())
            .date(SystemTime::UNIX_EPOCH + since_1970)
            .message_id(Some(id))
            .raw_header(automatic)
            .multipart(parts)
            .ok()
    }
}

fn failure(error: &lettre::transport::smtp::Error) -> Failure {
    let Some(code) = error.status().map(u16::from) else {
        return Failure::NoServer(None);
    };
    match code {
        // The service is closing (RFC 5321, 3.8), or there is none.
        421 => Failure::NoServer(Some(code)),
        code if AUTHENTICATION_REPLIES.contains(&code) => Failure::NoServer(Some(code)),
        500.. if has_no_recipient(error) => Failure::Refused(code),
        _ => Failure::NotNow(code),
    }
}

/// Whether the text of a reply begins with one of [`NO_RECIPIENT`] (RFC 2034).
fn has_no_recipient(error: &lettre::transport::smtp::Error) -> bool {
    let text = error.source().map(ToString::to_string).unwrap_or_default();
    let code = text.split_whitespace().next();
    code.is_some_and(|code| NO_RECIPIENT.contains(&code))
}

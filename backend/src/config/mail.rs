//! The configuration of mails.

use lettre::message::Mailbox;
use url::Url;

use super::Secret;
use super::env::{Env, is_local};

/// How mails are sent.
#[derive(Clone)]
pub struct MailSettings {
    /// The SMTP server, as `lettre` reads it, without a password:
    /// <https://docs.rs/lettre/0.11/lettre/transport/smtp/struct.AsyncSmtpTransport.html#method.from_url>.
    pub server: Url,
    /// The name and the password for it, if it wants them.
    pub credentials: Option<(String, Secret)>,
    /// The sender.
    pub from: Mailbox,
}

const URL: &str = "PARVIS_SMTP_URL";
const FROM: &str = "PARVIS_SMTP_FROM";
const PASSWORD_FILE: &str = "PARVIS_SMTP_PASSWORD_FILE";

/// The settings; `None` if no server is named.
pub(super) fn settings(env: &mut Env<'_>) -> Option<MailSettings> {
    let text = env.optional(URL)?;
    let Some(server) = Url::parse(&text).ok().filter(is_server) else {
        env.mistake(
            URL,
            "smtp://HOST, smtp://HOST?tls=required or smtps://HOST, with a port if it is another, \
             and USER@ before the host, without a password",
        );
        return None;
    };
    let from = env.required(FROM, SENDER);
    let from = from.parse();
    if from.is_err() {
        env.mistake(FROM, SENDER);
    }
    let credentials = credentials(env, &server);
    Some(MailSettings {
        server,
        credentials,
        from: from.ok()?,
    })
}

const SENDER: &str = "the sender: an address, or NAME <ADDRESS>";

/// Name and password, which belong together.
fn credentials(env: &mut Env<'_>, server: &Url) -> Option<(String, Secret)> {
    let has_user = !server.username().is_empty();
    let has_password = env.optional(PASSWORD_FILE).is_some();
    if !has_user {
        if has_password {
            env.mistake(URL, "a user (smtps://USER@HOST) for the password");
        }
        return None;
    }
    if !is_encrypted(server) && !is_local(server) {
        env.mistake(
            URL,
            "smtps: or ?tls=required with a user, as the password would be sent unencrypted",
        );
    }
    let user = percent_decoded(server.username());
    let Some(user) = user else {
        env.mistake(URL, "a user in UTF-8");
        return None;
    };
    Some((user, env.secret_file(PASSWORD_FILE)))
}

fn is_server(url: &Url) -> bool {
    let tls = url.query_pairs().find(|(name, _)| name == "tls");
    let tls = tls.as_ref().map(|(_, value)| &**value);
    let is_known = match url.scheme() {
        "smtp" => matches!(tls, None | Some("required" | "opportunistic")),
        "smtps" => true,
        _ => false,
    };
    is_known && url.has_host() && url.password().is_none()
}

/// Whether nothing is ever sent unencrypted.
fn is_encrypted(url: &Url) -> bool {
    url.scheme() == "smtps"
        || url
            .query_pairs()
            .any(|(name, value)| name == "tls" && value == "required")
}

fn percent_decoded(text: &str) -> Option<String> {
    // A `+` stands for itself here, other than in a form.
    let text = text.replace('+', "%2B");
    let (name, _) = form_urlencoded::parse(text.as_bytes()).next()?;
    Some(name.into_owned())
}

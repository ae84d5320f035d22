//! Cookies: sessions, pending sign-ins and trusted devices.

use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use time::Duration;

use crate::config::Config;

/// The kind of a cookie.
#[derive(Clone, Copy)]
pub enum CookieKind<'a> {
    /// The session token.
    Session,
    /// A pending sign-in, by its id.
    SignIn(&'a str),
    /// The session token of an attendee.
    Attendee,
    /// The trusted-device token.
    Device,
}

const SIGN_IN: &str = "parvis-sign-in-";

/// `__Host-` prevents other hosts of the domain from setting the cookie; it requires HTTPS.
fn prefix(config: &Config) -> &'static str {
    if config.is_https() { "__Host-" } else { "" }
}

fn name(kind: CookieKind<'_>, config: &Config) -> String {
    let prefix = prefix(config);
    match kind {
        CookieKind::Session => format!("{prefix}parvis"),
        CookieKind::SignIn(id) => format!("{prefix}{SIGN_IN}{id}"),
        CookieKind::Attendee => format!("{prefix}parvis-attendee"),
        CookieKind::Device => format!("{prefix}parvis-device"),
    }
}

/// The value of a cookie.
#[must_use]
pub fn read<'a>(config: &Config, jar: &'a CookieJar, kind: CookieKind<'_>) -> Option<&'a str> {
    jar.get(&name(kind, config)).map(Cookie::value)
}

/// The ids and values of pending sign-ins.
pub fn pending_sign_ins<'a>(
    config: &Config,
    jar: &'a CookieJar,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let prefix = prefix(config);
    jar.iter().filter_map(move |cookie| {
        let id = cookie.name().strip_prefix(prefix)?.strip_prefix(SIGN_IN)?;
        Some((id, cookie.value()))
    })
}

/// Sets a cookie. Without `lasting`, it is a session cookie of the browser.
pub fn set(
    config: &Config,
    jar: CookieJar,
    kind: CookieKind<'_>,
    token: String,
    lasting: Option<std::time::Duration>,
) -> CookieJar {
    let mut cookie = blank(config, kind, token);
    if let Some(lasting) = lasting {
        cookie.set_max_age(Duration::try_from(lasting).unwrap_or(Duration::MAX));
    }
    jar.add(cookie)
}

/// Removes a cookie.
pub fn remove(config: &Config, jar: CookieJar, kind: CookieKind<'_>) -> CookieJar {
    let mut cookie = blank(config, kind, String::new());
    cookie.make_removal();
    // `add`, as the jar's own `remove` omits `Secure`, which `__Host-` requires.
    jar.add(cookie)
}

fn blank(config: &Config, kind: CookieKind<'_>, token: String) -> Cookie<'static> {
    Cookie::build((name(kind, config), token))
        .path("/")
        .http_only(true)
        .secure(config.is_https())
        // Lax, as the identity provider redirects here from another site.
        .same_site(SameSite::Lax)
        .build()
}

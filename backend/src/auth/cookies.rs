//! Cookies: sessions, pending sign-ins and trusted devices.

use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use time::Duration;

use crate::config::Config;

/// The kind of a cookie.
#[derive(Clone, Copy)]
pub enum CookieKind {
    /// The session token.
    Session,
    /// Binds a pending sign-in to the browser.
    SignIn,
    /// The session token of an attendee.
    Attendee,
    /// The trusted-device token.
    Device,
}

fn name(kind: CookieKind, secure: bool) -> &'static str {
    // `__Host-` prevents other hosts of the domain from setting the cookie; it requires HTTPS.
    match (kind, secure) {
        (CookieKind::Session, true) => "__Host-parvis",
        (CookieKind::Session, false) => "parvis",
        (CookieKind::SignIn, true) => "__Host-parvis-sign-in",
        (CookieKind::SignIn, false) => "parvis-sign-in",
        (CookieKind::Attendee, true) => "__Host-parvis-attendee",
        (CookieKind::Attendee, false) => "parvis-attendee",
        (CookieKind::Device, true) => "__Host-parvis-device",
        (CookieKind::Device, false) => "parvis-device",
    }
}

/// The value of a cookie.
#[must_use]
pub fn read<'a>(config: &Config, jar: &'a CookieJar, kind: CookieKind) -> Option<&'a str> {
    jar.get(name(kind, config.is_https())).map(Cookie::value)
}

/// Sets a cookie. Without `lasting`, it is a session cookie of the browser.
pub fn set(
    config: &Config,
    jar: CookieJar,
    kind: CookieKind,
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
pub fn remove(config: &Config, jar: CookieJar, kind: CookieKind) -> CookieJar {
    let mut cookie = blank(config, kind, String::new());
    cookie.make_removal();
    // `add`, as the jar's own `remove` omits `Secure`, which `__Host-` requires.
    jar.add(cookie)
}

fn blank(config: &Config, kind: CookieKind, token: String) -> Cookie<'static> {
    Cookie::build((name(kind, config.is_https()), token))
        .path("/")
        .http_only(true)
        .secure(config.is_https())
        // Lax, as the identity provider redirects here from another site.
        .same_site(SameSite::Lax)
        .build()
}

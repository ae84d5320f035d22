//! The cookies: who is signed in, which browser began a sign-in, and which device has typed a right
//! code.

use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use time::Duration;

use crate::config::Config;

/// What a cookie is for.
#[derive(Clone, Copy)]
pub enum Purpose {
    /// Holds the session's token.
    Session,
    /// Ties a sign-in to the browser that began it.
    SignIn,
    /// Holds the token of somebody who is signed in at the attendees' identity provider.
    Attendee,
    /// Holds the mark of a device that has typed a right code.
    Device,
}

fn name(purpose: Purpose, secure: bool) -> &'static str {
    // `__Host-` keeps other hosts of the domain from setting the cookie; it needs HTTPS.
    match (purpose, secure) {
        (Purpose::Session, true) => "__Host-parvis",
        (Purpose::Session, false) => "parvis",
        (Purpose::SignIn, true) => "__Host-parvis-sign-in",
        (Purpose::SignIn, false) => "parvis-sign-in",
        (Purpose::Attendee, true) => "__Host-parvis-attendee",
        (Purpose::Attendee, false) => "parvis-attendee",
        (Purpose::Device, true) => "__Host-parvis-device",
        (Purpose::Device, false) => "parvis-device",
    }
}

/// The token in a cookie.
#[must_use]
pub fn read<'a>(config: &Config, jar: &'a CookieJar, purpose: Purpose) -> Option<&'a str> {
    jar.get(name(purpose, config.is_https())).map(Cookie::value)
}

/// Sets a cookie. Without `lasting`, it ends with the browser.
pub fn set(
    config: &Config,
    jar: CookieJar,
    purpose: Purpose,
    token: String,
    lasting: Option<std::time::Duration>,
) -> CookieJar {
    let mut cookie = blank(config, purpose, token);
    if let Some(lasting) = lasting {
        cookie.set_max_age(Duration::try_from(lasting).unwrap_or(Duration::MAX));
    }
    jar.add(cookie)
}

/// Takes a cookie away.
pub fn remove(config: &Config, jar: CookieJar, purpose: Purpose) -> CookieJar {
    let mut cookie = blank(config, purpose, String::new());
    cookie.make_removal();
    // `add`, as the jar's own `remove` would leave out `Secure`, which `__Host-` demands.
    jar.add(cookie)
}

fn blank(config: &Config, purpose: Purpose, token: String) -> Cookie<'static> {
    Cookie::build((name(purpose, config.is_https()), token))
        .path("/")
        .http_only(true)
        .secure(config.is_https())
        // Lax, as the identity provider's page leads back here by a link from another site.
        .same_site(SameSite::Lax)
        .build()
}

//! The portal's backend.
//!
//! | module | what lives there |
//! | --- | --- |
//! | [`config`] | what an administrator decides |
//! | [`app`] | a running backend: its parts, of which each handler takes those that it uses |
//! | [`router`], [`openapi`] | which address is whose; what the API says of itself |
//! | `api` | the endpoints, one file each |
//! | `auth` | signing in and out; who is asking |
//! | `links`, `seal`, [`keys`] | capability links, what else only this service can have made, and the keys |
//! | `attempts` | how many wrong codes may be typed |
//! | `guessing` | holding off whoever guesses codes |
//! | `conference` | the conference server's API |
//! | `meetings` | what a room asks of the conference server |
//! | `live` | which meetings run: the one that somebody wants to know about, asked once for all of them; the list for badges |
//! | [`readiness`] | whether the backend can do its work |
//! | [`housekeeping`] | what is over is forgotten |
//! | `link_resolver` | what a link opens now |
//! | `tickets` | waiting for a meeting to start |
//! | `storage` | what outlives a restart |
//! | [`retirement`] | the command that retires a key |
//! | [`site`] | the app's static files, rendered for this instance |
//! | `web` | what all endpoints share of HTTP |
//! | [`clock`], [`random`] | time and chance, passed in |
//!
//! **Architecture invariants:** nothing here knows the sandbox; no handler writes SQL; no secret,
//! name, code or link is logged; which module may use which stands in `tests/architecture/`.

mod api;
pub mod app;
mod attempts;
mod auth;
pub mod clock;
pub mod collation;
mod conference;
pub mod config;
mod guessing;
pub mod housekeeping;
pub mod keys;
mod link_resolver;
pub mod linking;
mod links;
mod live;
mod meeting_tokens;
mod meetings;
pub mod openapi;
pub mod random;
pub mod readiness;
pub mod retirement;
pub mod router;
mod seal;
mod session_tokens;
pub mod site;
mod storage;
mod tickets;
mod web;

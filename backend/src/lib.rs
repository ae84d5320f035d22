//! The portal's backend.
//!
//! | module | what lives there |
//! | --- | --- |
//! | [`config`] | what an administrator decides |
//! | [`app`] | what every handler has at hand |
//! | [`router`], [`openapi`] | which address is whose; what the API says of itself |
//! | `api` | the endpoints, one file each |
//! | `auth` | signing in and out; who is asking |
//! | `links`, [`keys`] | capability links and the keys that sign them |
//! | `conference` | the conference server's API |
//! | `meetings` | what a room asks of the conference server |
//! | [`housekeeping`] | what is over is forgotten |
//! | `storage` | what outlives a restart |
//! | [`site`] | the app's static files, rendered for this instance |
//! | `web` | what all endpoints share of HTTP |
//! | [`clock`], [`random`] | time and chance, passed in |
//!
//! **Architecture invariants:** nothing here knows the sandbox; no handler writes SQL; no secret,
//! name, code or link is logged.

mod api;
pub mod app;
mod auth;
pub mod clock;
pub mod collation;
mod conference;
pub mod config;
pub mod housekeeping;
pub mod keys;
mod links;
mod meetings;
pub mod openapi;
pub mod random;
pub mod router;
pub mod site;
mod storage;
mod web;

//! The backend of the portal: an HTTP API with axum and SeaORM.
//!
//! | module | content |
//! | --- | --- |
//! | [`config`] | the configuration, from environment variables |
//! | [`app`] | the application state, of which each handler extracts what it uses |
//! | [`router`], [`openapi`] | routes and middleware; the OpenAPI description |
//! | `api` | the endpoints, one file each |
//! | `auth` | OpenID Connect sign-in and sign-out; sessions |
//! | `links`, `signed_token`, [`keys`] | capability links, signed tokens in general, and the keys |
//! | `code_attempts` | limits and counts of wrong connection codes |
//! | `code_entry` | entering connection codes, with rate limits and proof of work |
//! | `files` | files of rooms: uploads, contents, signed addresses; the object store |
//! | `conference` | the client of the conference server (BigBlueButton API) |
//! | `meetings` | starting, joining and ending the meetings of rooms |
//! | `history` | which meetings rooms had, and when they ended |
//! | `live` | which meetings run: single meetings on demand, and the list for badges; which rooms have new recordings |
//! | `mail` | mails to people, sent from the database |
//! | `texts` | what the backend says itself, in every language |
//! | [`telemetry`] | metrics: their names, and the endpoint |
//! | [`readiness`] | the readiness probe |
//! | [`server`] | serving connections, with limits |
//! | [`streams`] | which event streams are open |
//! | [`housekeeping`] | deleting expired data |
//! | `unused` | deleting rooms and accounts that nobody uses, after a warning by mail |
//! | `link_resolver` | resolving links to rooms |
//! | `tickets` | waiting tickets |
//! | `storage` | the database |
//! | [`backup`] | the commands that save, restore and move the database |
//! | [`check`] | the command that tries what the configuration names |
//! | [`probe`] | the command that asks a running backend whether it is ready |
//! | [`audit`] | the command that prints the audit trail |
//! | [`linking`], [`retirement`] | the commands that link accounts and retire keys |
//! | [`site`] | the app's static files, rendered for the instance |
//! | `web` | HTTP middleware, extractors and problem details |
//! | [`clock`], [`random`] | the injected clock and random source |
//!
//! **Architecture invariants:** no dependency on the sandbox; no SQL in handlers; no secret,
//! name, code or link in logs; `tests/architecture/` has the allowed dependencies between modules.

mod api;
pub mod app;
pub mod audit;
mod auth;
pub mod backup;
pub mod check;
pub mod clock;
mod code_attempts;
mod code_entry;
pub mod collation;
mod conference;
pub mod config;
mod files;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod history;
pub mod housekeeping;
pub mod keys;
mod link_resolver;
pub mod linking;
mod links;
mod live;
mod mail;
mod measure;
mod meeting_tokens;
mod meetings;
mod notice_exchange;
mod notices;
pub mod openapi;
pub mod probe;
pub mod random;
pub mod readiness;
mod recordings;
pub mod retirement;
mod room_list_cache;
pub mod router;
pub mod server;
mod session_tokens;
mod signed_token;
pub mod site;
mod storage;
pub mod streams;
pub mod telemetry;
mod texts;
mod tickets;
pub mod traces;
mod unused;
mod web;

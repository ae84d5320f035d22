//! What demos and tests of the portal run against: a conference server that speaks the
//! BigBlueButton API, and an OpenID Connect identity provider, in one process.
//!
//! | path | what |
//! | --- | --- |
//! | `/bigbluebutton/api…` | the conference server's API |
//! | `/html5client/…` | the conference page, where someone is *in* once their page has connected |
//! | `/identity/…`, `/identity-attendees/…` | the agents' and the attendees' identity provider |
//! | `/_sandbox/…` | what tests look at and switch |
//! | `/healthz` | alive |
//!
//! It imitates the real servers where a portal could trip over them (raw-query checksums, the
//! rules of a repeated `create`, errors as redirects, an `end` that takes its time) and no
//! further: there is no sound, no picture and no account to manage.
//!
//! **Architecture invariant:** nothing of this workspace is used here, and the identity provider
//! shares no code with an OpenID Connect client library. What the portal believes about both
//! protocols is thus checked against a second reading of their texts.

mod alive;
mod asset;
mod checksum;
mod clock;
mod conference;
mod config;
pub mod environment;
mod identity;
mod page;
mod parameters;
mod random;
mod server;
mod start_error;

pub use checksum::ChecksumAlgorithm;
pub use conference::behaviour::{ListBehaviour, ServerBehaviour, VoiceBridgeBehaviour};
pub use conference::fault::Fault;
pub use config::SandboxConfig;
pub use server::Sandbox;
pub use start_error::StartError;

//! A sandbox for demos and tests of the portal: a conference server with the BigBlueButton API and an OpenID
//! Connect identity provider, in one process.
//!
//! | path | what |
//! | --- | --- |
//! | `/bigbluebutton/api…` | the conference server's API |
//! | `/html5client/…` | the conference page; people are participants while their page is connected |
//! | `/identity/…`, `/identity-attendees/…` | the agents' and the attendees' identity provider |
//! | `/_sandbox/…` | inspection and switches for tests |
//! | `/healthz` | the health probe |
//!
//! It imitates the real servers where they are difficult for a portal (raw-query checksums, repeated `create`
//! calls, errors as redirects, a delayed `end`). There is no audio, no video and no account management.
//!
//! **Architecture invariant:** it uses no other crate of this workspace, and the identity provider shares no
//! code with OpenID Connect client libraries. So tests compare the portal's understanding of both protocols
//! with an independent implementation.

mod asset;
mod checksum;
mod clock;
mod conference;
mod config;
pub mod environment;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod health;
mod identity;
mod page;
mod parameters;
mod random;
mod server;
mod start_error;

pub use checksum::ChecksumAlgorithm;
pub use conference::behaviour::{
    ListBehaviour, ProtectionBehaviour, ReadyReportBehaviour, ReportAlgorithm, ServerBehaviour,
    VoiceBridgeBehaviour,
};
pub use conference::fault::{Fault, REDIRECTED};
pub use config::SandboxConfig;
pub use server::Sandbox;
pub use start_error::StartError;

//! The API contract between the app and the backend: the request and response types, with their validation.
//!
//! Both sides run the same validation. **Architecture invariant:** this crate does no input or output, reads no
//! clock and draws no random numbers; it compiles to any target.
//!
//! JSON fields are in `snake_case`, identifiers are `UUIDv7`, times are RFC 3339 in UTC.

pub mod account;
pub mod add_in;
pub mod bootstrap;
pub mod code;
pub mod delegate;
pub mod email;
pub mod field;
pub mod file;
pub mod history;
pub mod instance;
pub mod invitation;
pub mod join;
pub mod language;
pub mod link;
pub mod live;
pub mod options;
pub mod order;
pub mod problem;
pub mod recording;
pub mod role;
pub mod room;
pub mod session;
pub mod text;
pub mod timestamp;
pub mod waiting;

/// The version of this contract, which every response carries as `Parvis-Contract`. An app that was built
/// against another version asks the person to reload.
pub const CONTRACT_VERSION: u32 = 2;

/// The name of the header that carries [`CONTRACT_VERSION`].
pub const CONTRACT_HEADER: &str = "parvis-contract";

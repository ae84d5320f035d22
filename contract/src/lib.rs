//! The wire between the app and the backend: the types that travel, and their validation.
//!
//! What is validated here is validated on both sides. **Architecture invariant:** this crate does
//! no input or output, knows no clock and draws no random number; it compiles to any target.
//!
//! JSON is in `snake_case`; identifiers are `UUIDv7`; times are RFC 3339 in UTC.

pub mod account;
pub mod bootstrap;
pub mod code;
pub mod field;
pub mod instance;
pub mod invitation;
pub mod join;
pub mod language;
pub mod link;
pub mod live;
pub mod options;
pub mod order;
pub mod problem;
pub mod role;
pub mod room;
pub mod session;
pub mod text;
pub mod timestamp;
pub mod waiting;

/// The version of this contract, sent as `Parvis-Contract` on every answer. An app that was built
/// against another version asks its person to reload.
pub const CONTRACT_VERSION: u32 = 1;

/// The name of the header that carries [`CONTRACT_VERSION`].
pub const CONTRACT_HEADER: &str = "parvis-contract";

//! The tables as the mapper sees them, one file a table.

pub mod account;
pub mod favourite;
pub mod number;
pub mod room;
pub mod session;
pub mod sign_in;

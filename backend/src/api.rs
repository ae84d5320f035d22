//! The API's endpoints: one file each, laid out as their addresses are.

pub mod bootstrap;
pub mod join;
pub mod rooms;

//! API endpoints, one file each, laid out like their addresses.

pub mod add_ins;
pub mod bootstrap;
pub mod callbacks;
pub mod code;
pub mod events;
pub mod files;
pub mod join;
pub mod meetings;
pub mod rooms;
pub mod session;
pub mod waiting;

//! `/api/v1/rooms/{id}/handover/…`: the answers of a delegate to whom a room is offered.

pub mod accept;
pub mod decline;

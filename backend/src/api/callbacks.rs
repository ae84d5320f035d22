//! What the conference server calls. The submodules have the endpoints.

pub mod meeting_ended;
pub mod recording_ready;

//! What the conference server calls. The submodules have the endpoints.

pub mod recording_ready;

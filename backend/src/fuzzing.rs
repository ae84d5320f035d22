//! What is private to the backend and the fuzz targets in `fuzz/` call. Nothing else enables the feature.

pub use crate::auth::return_to;
pub use crate::conference::fuzzing::{ReadAnswer, create_parameters, read_answer};
pub use crate::conference::{
    ConferenceError, Format, Meeting, MeetingNonce, NewMeeting, Recording, html, meeting_name,
};
pub use crate::links::{Capability, EntryMethod, LinkSigner};

//! SeaORM entities, one per table.

pub mod account;
pub mod attendee_session;
pub mod audit_event;
pub mod daily_count;
pub mod delegation;
pub mod deleted_recording;
pub mod favourite;
pub mod number;
pub mod outgoing_mail;
pub mod proof;
pub mod ready_recording;
pub mod recordings_seen;
pub mod room;
pub mod room_file;
pub mod room_file_part;
pub mod room_list_change;
pub mod room_meeting;
pub mod session;
pub mod unused_warning;
pub mod write_probe;
pub mod wrong_code;

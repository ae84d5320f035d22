//! The choices for an invitation, from which every way to send it is derived.

use leptos::prelude::*;
use parvis_contract::invitation::Invitation;
use parvis_contract::room::RoomId;

use super::calendar::{self, Span};
use super::message::{Audience, Message};

/// The invitation as chosen so far.
#[derive(Clone, Copy)]
pub struct InvitationChoices {
    /// The room.
    pub room: RoomId,
    /// The room's invitation data.
    pub invitation: StoredValue<Invitation>,
    /// The audience.
    pub audience: RwSignal<Audience>,
    /// When the meeting takes place, once that is chosen.
    pub span: Memo<Option<Span>>,
    /// The message.
    pub message: Memo<Message>,
}

impl InvitationChoices {
    /// The room's name.
    pub fn room_name(self) -> String {
        self.invitation
            .with_value(|invitation| invitation.room_name.clone())
    }

    /// The link for the audience.
    pub fn link(self) -> String {
        let audience = self.audience.get();
        self.invitation
            .with_value(|invitation| audience.link(invitation).to_owned())
    }

    /// The calendar file, once there is a date.
    pub fn calendar_file(self) -> Option<String> {
        let span = self.span.get()?;
        let audience = self.audience.get();
        #[allow(clippy::cast_possible_truncation, reason = "milliseconds of a clock")]
        let now = js_sys::Date::now() as i64;
        // A meeting of a room is one entry, however often its file is opened. Each audience has an entry of
        // its own, because a calendar would pass the links of one on to the other.
        let uid = format!(
            "{}-{}-{}@parvis",
            self.room,
            audience.word(),
            span.starts_at
        );
        self.message.with(|message| {
            self.invitation.with_value(|invitation| {
                calendar::file(invitation, audience, message, span, now, &uid)
            })
        })
    }
}

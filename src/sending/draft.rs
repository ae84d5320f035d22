//! The invitation as it is chosen so far: what every way to send it is made of.

use leptos::prelude::*;
use parvis_contract::invitation::Invitation;
use parvis_contract::room::RoomId;

use super::calendar::{self, Span};
use super::message::{Audience, Message};

/// What is sent, as it is chosen so far.
#[derive(Clone, Copy)]
pub struct Draft {
    /// The room that it invites to.
    pub room: RoomId,
    /// What the room has to give.
    pub invitation: StoredValue<Invitation>,
    /// Whom it is for.
    pub audience: RwSignal<Audience>,
    /// When the meeting is, once that is known.
    pub span: Memo<Option<Span>>,
    /// What is read.
    pub message: Memo<Message>,
}

impl Draft {
    /// The room's name.
    pub fn room_name(self) -> String {
        self.invitation
            .with_value(|invitation| invitation.room_name.clone())
    }

    /// The link that the invitation gives.
    pub fn link(self) -> String {
        let audience = self.audience.get();
        self.invitation
            .with_value(|invitation| audience.link(invitation).to_owned())
    }

    /// The entry for a calendar, once there is a date.
    pub fn calendar_file(self) -> Option<String> {
        let span = self.span.get()?;
        let audience = self.audience.get();
        #[allow(clippy::cast_possible_truncation, reason = "milliseconds of a clock")]
        let now = js_sys::Date::now() as i64;
        // One meeting of one room is one entry, however often its file is opened; but never one entry for
        // two audiences, as a calendar would pass the one's links on to the other.
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

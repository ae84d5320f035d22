//! The choices for an invitation, from which every way to send it is derived.

use leptos::prelude::*;
use parvis_contract::invitation::Invitation;
use parvis_contract::room::RoomId;

use super::message::{Audience, Message};
use super::when::Span;

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
}

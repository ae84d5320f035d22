//! What stands in the form, as it was typed.

use leptos::prelude::*;
use parvis_contract::field::{FieldError, FieldReason};
use parvis_contract::options::RoomOptions;
use parvis_contract::room::{Room, RoomDetails, RoomName};
use serde::{Deserialize, Serialize};

use super::numbers::{read_number, write_number};

/// Everything that can be typed. The numbers are texts: what is no number is kept, and told.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    pub name: String,
    pub max_participants: String,
    pub minutes: String,
    /// All other options; the numbers here are none.
    pub options: RoomOptions,
}

/// The same, each part a signal of its own.
#[derive(Clone, Copy)]
pub struct Fields {
    pub name: RwSignal<String>,
    pub max_participants: RwSignal<String>,
    pub minutes: RwSignal<String>,
    pub welcome: RwSignal<String>,
    pub moderators_message: RwSignal<String>,
    pub logout_url: RwSignal<String>,
    pub waiting_room: RwSignal<bool>,
    pub mute_on_start: RwSignal<bool>,
    pub cameras: RwSignal<bool>,
    pub microphones: RwSignal<bool>,
    pub cameras_for_moderators_only: RwSignal<bool>,
    pub private_chat: RwSignal<bool>,
    pub public_chat: RwSignal<bool>,
    pub shared_notes: RwSignal<bool>,
    pub manual_recording: RwSignal<bool>,
    pub automatic_recording: RwSignal<bool>,
}

impl From<&RoomDetails> for Typed {
    fn from(RoomDetails { room, options }: &RoomDetails) -> Self {
        let Room { name, .. } = room;
        Self {
            name: name.clone(),
            max_participants: write_number(options.max_participants),
            minutes: write_number(options.minutes),
            options: RoomOptions {
                max_participants: None,
                minutes: None,
                ..options.clone()
            },
        }
    }
}

impl Typed {
    /// The name and the options, if all of them will do.
    pub fn read(self) -> Result<(RoomName, RoomOptions), Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut refuse = |field: &str, reason: FieldReason| {
            errors.push(FieldError {
                field: field.to_owned(),
                reason,
            });
        };
        let name = RoomName::parse(&self.name);
        if let Err(reason) = name {
            refuse("name", reason.into());
        }
        let mut number = |field: &str, text: &str| {
            read_number(text).unwrap_or_else(|()| {
                refuse(field, FieldReason::OutOfRange);
                None
            })
        };
        let options = RoomOptions {
            max_participants: number("max_participants", &self.max_participants),
            minutes: number("minutes", &self.minutes),
            ..self.options
        };
        match (name, options.validate()) {
            (Ok(name), Ok(options)) if errors.is_empty() => Ok((name, options)),
            (_, options) => {
                errors.extend(options.err().unwrap_or_default());
                Err(errors)
            }
        }
    }
}

impl Fields {
    /// Fields in which this stands.
    pub fn new(typed: Typed) -> Self {
        let Typed {
            name,
            max_participants,
            minutes,
            options,
        } = typed;
        let text = RwSignal::new;
        let flag = RwSignal::new;
        Self {
            name: text(name),
            max_participants: text(max_participants),
            minutes: text(minutes),
            welcome: text(options.welcome),
            moderators_message: text(options.moderators_message),
            logout_url: text(options.logout_url),
            waiting_room: flag(options.waiting_room),
            mute_on_start: flag(options.mute_on_start),
            cameras: flag(options.cameras),
            microphones: flag(options.microphones),
            cameras_for_moderators_only: flag(options.cameras_for_moderators_only),
            private_chat: flag(options.private_chat),
            public_chat: flag(options.public_chat),
            shared_notes: flag(options.shared_notes),
            manual_recording: flag(options.manual_recording),
            automatic_recording: flag(options.automatic_recording),
        }
    }

    /// What stands in the fields at this moment; `None` once they are gone.
    pub fn typed(self) -> Option<Typed> {
        let text = |field: RwSignal<String>| field.try_get_untracked();
        let flag = |field: RwSignal<bool>| field.try_get_untracked();
        Some(Typed {
            name: text(self.name)?,
            max_participants: text(self.max_participants)?,
            minutes: text(self.minutes)?,
            options: RoomOptions {
                welcome: text(self.welcome)?,
                max_participants: None,
                minutes: None,
                waiting_room: flag(self.waiting_room)?,
                mute_on_start: flag(self.mute_on_start)?,
                cameras: flag(self.cameras)?,
                microphones: flag(self.microphones)?,
                cameras_for_moderators_only: flag(self.cameras_for_moderators_only)?,
                private_chat: flag(self.private_chat)?,
                public_chat: flag(self.public_chat)?,
                shared_notes: flag(self.shared_notes)?,
                manual_recording: flag(self.manual_recording)?,
                automatic_recording: flag(self.automatic_recording)?,
                moderators_message: text(self.moderators_message)?,
                logout_url: text(self.logout_url)?,
            },
        })
    }
}

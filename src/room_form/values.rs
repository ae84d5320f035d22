//! Values of the form of a room, as typed.

use parvis_contract::field::{FieldError, FieldReason};
use parvis_contract::options::RoomOptions;
use parvis_contract::room::{Room, RoomDetails, RoomName};
use reactive_stores::Store;
use serde::{Deserialize, Serialize};

use super::numbers::{format_number, parse_number};

/// The values. Numbers are texts, so that invalid input is kept and reported.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize, Store)]
pub struct FormValues {
    pub name: String,
    pub max_participants: String,
    pub minutes: String,
    /// All other options; its numbers are not used.
    pub options: RoomOptions,
}

impl From<&RoomDetails> for FormValues {
    fn from(RoomDetails { room, options }: &RoomDetails) -> Self {
        let Room { name, .. } = room;
        Self {
            name: name.clone(),
            max_participants: format_number(options.max_participants),
            minutes: format_number(options.minutes),
            options: RoomOptions {
                max_participants: None,
                minutes: None,
                ..options.clone()
            },
        }
    }
}

impl FormValues {
    /// The name and the options, or the errors of all invalid fields.
    pub fn check(self) -> Result<(RoomName, RoomOptions), Vec<FieldError>> {
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
            parse_number(text).unwrap_or_else(|()| {
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

//! Texts of the form of a room.

use parvis_contract::field::FieldReason;

use super::shared::Texts;

parvis_ui::texts_of!(FormTexts, "forms");

impl FormTexts {
    /// The texts that several features share.
    pub fn shared(self) -> Texts {
        Texts(self.0)
    }

    /// Why a room's name is refused. `max` is its maximum length in characters.
    pub fn name_refused(self, reason: FieldReason, max: usize) -> String {
        match reason {
            FieldReason::Empty => self.name_missing().to_owned(),
            other => self.text_refused(other, max),
        }
    }

    /// Why a message is refused. `max` is its maximum length in characters.
    pub fn text_refused(self, reason: FieldReason, max: usize) -> String {
        match reason {
            FieldReason::TooLong => self.too_long(max),
            _ => self.invisible_character().to_owned(),
        }
    }

    /// Why an address is refused. `max` is its maximum length in characters.
    pub fn address_refused(self, reason: FieldReason, max: usize) -> String {
        match reason {
            FieldReason::TooLong => self.too_long(max),
            _ => self.address_unusable().to_owned(),
        }
    }
}

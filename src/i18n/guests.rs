//! Texts of the pages for visitors and guests.

use parvis_contract::field::FieldReason;

use super::shared::Texts;

parvis_ui::texts_of!(GuestTexts, "guests");

impl GuestTexts {
    /// The texts that several features share.
    pub fn shared(self) -> Texts {
        Texts(self.0)
    }

    /// Why a participant's name is refused. `max` is its maximum length in characters.
    pub fn participant_name_error(self, reason: FieldReason, max: usize) -> String {
        match reason {
            FieldReason::Empty => self.name_missing().to_owned(),
            FieldReason::TooLong => self.name_too_long(max),
            _ => self.name_invisible_character().to_owned(),
        }
    }
}

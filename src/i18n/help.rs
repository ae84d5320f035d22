//! Texts of the help pages.

use super::shared::Texts;

parvis_ui::texts_of!(HelpTexts, "help");

impl HelpTexts {
    /// The texts that several features share.
    pub fn shared(self) -> Texts {
        Texts(self.0)
    }
}

//! Texts that several features share.

parvis_ui::texts_of!(Texts, "shared");

impl Texts {
    /// The error in a connection code as it is typed.
    pub fn code_error(self, has_letters: bool, digits: usize) -> String {
        if has_letters {
            self.code_has_letters().to_owned()
        } else {
            self.code_too_long(digits)
        }
    }
}

//! Texts of the page that sends a whole invitation, and of the invitation itself.

parvis_ui::texts_of!(SendingTexts, "sending");

impl SendingTexts {
    /// What is left out of the invitation for mail programs: a part of the subject, or lines.
    pub fn left_out_of_mail(self, is_subject_cut: bool, lines: &[String]) -> String {
        let missing = lines.join(" ");
        match (is_subject_cut, missing.is_empty()) {
            (true, true) => self.mail_subject_shortened().to_owned(),
            (true, false) => self.mail_and_subject_shortened(&missing),
            (false, _) => self.mail_shortened(&missing),
        }
    }
}

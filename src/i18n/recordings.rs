//! Texts of the recordings of a room.

use parvis_contract::recording::FormatKind;

parvis_ui::texts_of!(RecordingTexts, "recordings");

impl RecordingTexts {
    /// What plays a format.
    pub fn play(self, kind: FormatKind) -> &'static str {
        match kind {
            FormatKind::Presentation => self.play_presentation(),
            FormatKind::Video => self.play_video(),
            FormatKind::Podcast => self.play_podcast(),
            FormatKind::Notes => self.play_notes(),
            FormatKind::Screenshare => self.play_screenshare(),
            FormatKind::Other => self.play_other(),
        }
    }
}

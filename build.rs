//! Compiles the texts of the portal.

use parvis_texts::compile::{Program, build_script};

fn main() {
    build_script(
        Program::Portal,
        &[
            ("shared", "Texts"),
            ("problems", "ProblemTexts"),
            ("agents", "AgentTexts"),
            ("guests", "GuestTexts"),
            ("forms", "FormTexts"),
            ("help", "HelpTexts"),
            ("sending", "SendingTexts"),
            ("recordings", "RecordingTexts"),
            ("delegates", "DelegateTexts"),
            ("history", "HistoryTexts"),
            ("files", "FileTexts"),
        ],
    );
}

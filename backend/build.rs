//! Compiles the texts of meetings and mails.

use parvis_texts::compile::{Program, build_script};

fn main() {
    build_script(
        Program::Backend,
        &[("meeting", "MeetingTexts"), ("mail", "MailTexts")],
    );
}

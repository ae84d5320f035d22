//! Compiles the texts of the session's details.

use parvis_texts::compile::{Program, build_script};

fn main() {
    build_script(Program::Overlay, &[("session", "SessionTexts")]);
}

//! Compiles the texts of the components.

use parvis_texts::compile::{Program, build_script};

fn main() {
    // At the same lines in both programs that show them.
    let features = [
        ("ui", "UiTexts"),
        ("inviting", "InvitingTexts"),
        ("naming", "NamingTexts"),
    ];
    build_script(Program::Portal, &features);
}

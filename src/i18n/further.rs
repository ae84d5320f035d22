//! Which pages show further texts: those that are in the second file of a language, as not everybody opens these
//! pages. `further_features` in `texts/src/compile/program.rs` names the features.

/// The chunks whose views show further texts. Such a view is shown once chunk and texts are loaded.
pub const CHUNKS_WITH_FURTHER_TEXTS: &[&str] = &[
    "calendar",
    "delegates",
    "files",
    "form",
    "help",
    "qr",
    "recordings",
    "sending",
];

#[cfg(test)]
mod tests;

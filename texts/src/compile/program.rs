//! The texts of each program, and the files that it loads for each language.

use super::{Feature, Locales, REFERENCE};

/// A program that shows texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// The app.
    Portal,
    /// The session details in a conference page.
    Overlay,
    /// The backend.
    Backend,
}

impl Program {
    const ALL: [Self; 3] = [Self::Portal, Self::Overlay, Self::Backend];

    /// The feature shown before the wasm is loaded, by a script that takes its texts in order.
    fn start(self) -> Option<&'static str> {
        match self {
            Self::Portal => Some("start"),
            Self::Overlay => Some("window"),
            Self::Backend => None,
        }
    }

    /// The features of the first file, in the order of their lines. Features of several programs come first, so
    /// that their texts have the same line numbers in each.
    fn first_features(self) -> &'static [&'static str] {
        match self {
            Self::Portal => &[
                "ui", "inviting", "naming", "shared", "problems", "agents", "guests",
            ],
            Self::Overlay => &["ui", "inviting", "naming", "session"],
            Self::Backend => &["meeting", "mail"],
        }
    }

    /// The features of the further file, in the order of their lines, which follow those of the first file: of
    /// pages that not everybody opens. What other pages show must not be here: a browser may not have the file.
    #[must_use]
    pub fn further_features(self) -> &'static [&'static str] {
        match self {
            Self::Portal => &[
                "forms",
                "help",
                "sending",
                "recordings",
                "delegates",
                "history",
                "files",
            ],
            Self::Overlay | Self::Backend => &[],
        }
    }

    /// All features of the wasm or the server, in the order of their lines.
    fn features(self) -> impl Iterator<Item = &'static str> {
        let files = [self.first_features(), self.further_features()];
        files.into_iter().flatten().copied()
    }

    /// The first file of a language: the lines for the start script, an empty line, the lines for the wasm.
    #[must_use]
    pub fn first_file(self, locales: &Locales, tag: &str) -> String {
        let start = self.start();
        let start = start.map(|start| lines(locales, tag, [start]) + "\n\n");
        let features = self.first_features().iter().copied();
        start.unwrap_or_default() + &lines(locales, tag, features)
    }

    /// The further file of a language, in the same form: it has no line for the start script. `None` if the
    /// program has one file.
    #[must_use]
    pub fn further_file(self, locales: &Locales, tag: &str) -> Option<String> {
        let features = self.further_features();
        let lines = || lines(locales, tag, features.iter().copied());
        (!features.is_empty()).then(|| format!("\n\n{}", lines()))
    }

    /// All lines of a language, for a [`Catalogue`](crate::Catalogue).
    #[must_use]
    pub fn lines(self, locales: &Locales, tag: &str) -> String {
        lines(locales, tag, self.features())
    }

    /// The line number of a feature's first text.
    pub(super) fn first_line(self, locales: &Locales, feature: &str) -> usize {
        let before = self.features().take_while(|each| *each != feature);
        before
            .filter_map(|each| locales.reference(each))
            .map(|each| each.messages.len())
            .sum()
    }
}

/// The features of all programs.
pub(super) fn all_features() -> impl Iterator<Item = &'static str> {
    Program::ALL
        .into_iter()
        .flat_map(|program| program.features().chain(program.start()))
}

/// The texts of `features` in a language, in the order of the reference language.
fn lines(locales: &Locales, tag: &str, features: impl IntoIterator<Item = &'static str>) -> String {
    let own = &locales.languages[tag];
    let reference = &locales.languages[REFERENCE];
    let lines = features.into_iter().flat_map(|feature| {
        let (reference, own): (&Feature, &Feature) = (&reference[feature], &own[feature]);
        reference.messages.iter().filter_map(|message| {
            let order: Vec<_> = message
                .parameters
                .iter()
                .map(|each| each.name.as_str())
                .collect();
            let own = own.messages.iter().find(|own| own.id == message.id)?;
            Some(own.pattern.line(&order))
        })
    });
    lines.collect::<Vec<_>>().join("\n")
}

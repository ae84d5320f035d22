//! Compiles `locales/`: checks that each language has each text with the same parts, and writes what programs
//! load and call.

mod build_script;
mod line;
mod program;
mod read;
mod rust;
mod same;

use std::collections::BTreeMap;
use std::path::Path;

pub use build_script::build_script;
pub use program::Program;

/// The language that the texts are written in first: its comments say what is filled in, and its order holds.
pub const REFERENCE: &str = "fr";

/// What is wrong with `locales/`, where, and in words that help to mend it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{place}: {what}")]
pub struct Mistake {
    /// A file, with the text's name where it is about one.
    pub place: String,
    /// What is wrong.
    pub what: String,
}

/// All texts in all languages, each language complete.
#[derive(Debug)]
pub struct Locales {
    /// By language tag, then by feature.
    languages: BTreeMap<String, BTreeMap<String, Feature>>,
}

/// One file: the texts of a feature in one language, in their order.
#[derive(Clone, Debug, Default)]
pub struct Feature {
    messages: Vec<Message>,
}

/// One text.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its name, in kebab case.
    id: String,
    /// What is filled in, in the order in which the comment declares it: in the reference language alone.
    parameters: Vec<Parameter>,
    /// What the comment says besides.
    comment: String,
    /// The text.
    pattern: line::Pattern,
}

/// A part that is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    name: String,
    kind: Kind,
}

/// The types that Fluent's comments name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    String,
    Number,
}

impl Locales {
    /// Reads and checks all of `folder`.
    ///
    /// # Errors
    /// Every mistake that is found, in the order of their places.
    pub fn read(folder: &Path) -> Result<Self, Vec<Mistake>> {
        let languages = read::languages(folder)?;
        let mistakes = same::mistakes(&languages);
        if mistakes.is_empty() {
            Ok(Self { languages })
        } else {
            Err(mistakes)
        }
    }

    /// The tags of the languages, the reference language first.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        let others = self.languages.keys().map(String::as_str);
        std::iter::once(REFERENCE).chain(others.filter(|tag| *tag != REFERENCE))
    }

    /// Whether a text of a feature has several forms in some language.
    fn has_forms(&self, feature: &str, id: &str) -> bool {
        let own = self
            .languages
            .values()
            .filter_map(|features| features.get(feature));
        let mut messages = own.flat_map(|feature| &feature.messages);
        messages.any(|message| message.id == id && message.pattern.selector.is_some())
    }

    /// The texts of a feature in the reference language.
    fn reference(&self, feature: &str) -> Option<&Feature> {
        self.languages.get(REFERENCE)?.get(feature)
    }
}

impl Mistake {
    fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
        }
    }
}

#[cfg(test)]
mod tests;

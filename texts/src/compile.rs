//! Compiler of `locales/`: checks that each language has every text with the same parameters, and generates
//! what programs load and call.

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

/// The reference language: its comments declare the parameters, and its order of texts is used.
pub const REFERENCE: &str = "fr";

/// An error in `locales/`, with its place and a message that helps to correct it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{place}: {what}")]
pub struct Mistake {
    /// A file, with the text's name if the error is about one.
    pub place: String,
    /// The message.
    pub what: String,
}

/// All texts in all languages, checked to be complete.
#[derive(Debug)]
pub struct Locales {
    /// By language tag, then by feature.
    languages: BTreeMap<String, BTreeMap<String, Feature>>,
}

/// One file: the texts of a feature in one language, in order.
#[derive(Clone, Debug, Default)]
pub struct Feature {
    messages: Vec<Message>,
}

/// One text.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its name, in kebab case.
    id: String,
    /// The parameters, in the order in which the comment declares them; only in the reference language.
    parameters: Vec<Parameter>,
    /// The rest of the comment.
    comment: String,
    /// The text.
    pattern: line::Pattern,
}

/// A parameter of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    name: String,
    kind: Kind,
}

/// The types of parameters, as in Fluent's comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    String,
    Number,
}

impl Locales {
    /// Reads and checks all files in `folder`.
    ///
    /// # Errors
    /// All errors that are found, ordered by place.
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

    /// Whether a text of a feature has several forms in any language.
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

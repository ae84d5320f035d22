//! The `name=value` pairs of a query string or a form body.
//!
//! Nothing is validated here: each protocol has its own opinion on what may be absent, empty or
//! repeated. There is no `Debug`, as passwords and client secrets pass through.

use std::collections::HashSet;

/// Decoded pairs, in the order in which they came.
#[derive(Clone, Default)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads `application/x-www-form-urlencoded` text. Every text is readable: what is not a
    /// valid escape stands for itself.
    pub(crate) fn parse(encoded: &[u8]) -> Self {
        Self(form_urlencoded::parse(encoded).into_owned().collect())
    }

    /// The value of the first pair of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Like [`get`](Self::get), where an empty value counts as none.
    pub(crate) fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Whether a name stands more than once.
    pub(crate) fn has_repetition(&self) -> bool {
        let mut seen = HashSet::new();
        !self.0.iter().all(|(name, _)| seen.insert(name))
    }

    /// Whether a name stands in both.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.0.iter().any(|(name, _)| other.get(name).is_some())
    }

    /// These pairs, then those of `other`.
    pub(crate) fn chain(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The pairs in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

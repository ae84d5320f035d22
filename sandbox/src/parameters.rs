//! Parsing query strings and form bodies.
//!
//! Values are not validated: the protocols differ in what may be absent, empty or repeated. There is no
//! `Debug`, as passwords and client secrets are among them.

use std::collections::HashSet;

/// Decoded parameters in their order.
#[derive(Clone, Default)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Parses `application/x-www-form-urlencoded` text. Never fails: invalid escapes are kept as they are.
    pub(crate) fn parse(encoded: &[u8]) -> Self {
        Self(form_urlencoded::parse(encoded).into_owned().collect())
    }

    /// The value of the first parameter of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Like [`get`](Self::get), with an empty value as `None`.
    pub(crate) fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Whether a name is repeated.
    pub(crate) fn has_repetition(&self) -> bool {
        let mut seen = HashSet::new();
        !self.0.iter().all(|(name, _)| seen.insert(name))
    }

    /// Whether both have a common name.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.0.iter().any(|(name, _)| other.get(name).is_some())
    }

    /// These parameters followed by those of `other`.
    pub(crate) fn chain(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The parameters in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

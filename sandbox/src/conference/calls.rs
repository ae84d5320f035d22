//! How often the API was called, for tests of what the portal asks.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// The calls since the start, by name; but for `join`, which browsers make.
#[derive(Default)]
pub(crate) struct CallCounts(Mutex<BTreeMap<String, u64>>);

impl CallCounts {
    /// Counts a call.
    pub(crate) fn count(&self, call: &str) {
        if call != "join" {
            let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            *counts.entry(call.to_owned()).or_default() += 1;
        }
    }

    /// How many came of this name; of all names without one.
    pub(crate) fn get(&self, call: Option<&str>) -> u64 {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match call {
            Some(call) => counts.get(call).copied().unwrap_or_default(),
            None => counts.values().sum(),
        }
    }
}

//! Counters of API calls, for tests.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// The number of calls since the start by name, except `join`, which browsers call.
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

    /// The number of calls of this name, or of all names.
    pub(crate) fn get(&self, call: Option<&str>) -> u64 {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match call {
            Some(call) => counts.get(call).copied().unwrap_or_default(),
            None => counts.values().sum(),
        }
    }
}

//! Fault switch: makes the API fail, for tests.

use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

/// How the API fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// No fault.
    #[default]
    None,
    /// Every call returns `FAILED`.
    Refuse,
    /// Calls are not answered: the client has to time out.
    Hang,
    /// Every call returns HTTP 500 without XML.
    Error,
}

/// The switch for the [`Fault`].
#[derive(Default)]
pub(crate) struct FaultSwitch(Mutex<Fault>);

impl FaultSwitch {
    /// The current fault.
    pub(crate) fn get(&self) -> Fault {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets the fault of later calls.
    pub(crate) fn set(&self, fault: Fault) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = fault;
    }
}

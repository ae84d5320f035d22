//! A switch that makes the API fail, for tests of what the portal does then.

use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

/// How the API fails.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// It works.
    #[default]
    None,
    /// Every call is answered `FAILED`.
    Refuse,
    /// No call is answered: the client's time-out has to end it.
    Hang,
    /// Every call is answered with HTTP 500 and no XML.
    Error,
}

/// Holds the current [`Fault`].
#[derive(Default)]
pub(crate) struct FaultSwitch(Mutex<Fault>);

impl FaultSwitch {
    /// The fault that calls meet now.
    pub(crate) fn get(&self) -> Fault {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes it for the calls to come.
    pub(crate) fn set(&self, fault: Fault) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = fault;
    }
}

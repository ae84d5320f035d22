//! Switches for what other conference servers and the balancers in front of them do differently.
//!
//! Sources: Scalelite's `BigBlueButtonApiController` and its environment variables
//! `GET_MEETINGS_API_DISABLED` and `USE_EXTERNAL_VOICE_BRIDGE`; b3lb's list of meetings, which it makes
//! anew every 15 seconds.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

/// How the server differs. The default is a BigBlueButton 3.0 by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServerBehaviour {
    /// What `getMeetings` answers.
    pub list: ListBehaviour,
    /// What becomes of the `voiceBridge` of a new meeting.
    pub voice_bridge: VoiceBridgeBehaviour,
    /// How many of the next `create` calls are refused with `idNotUnique`, as the second of two first calls
    /// at one moment is behind a balancer.
    pub not_unique: u32,
    /// Whether `GET …/api` leads to `GET …/api/`, as at b3lb.
    pub redirects_base: bool,
    /// Whether `join` reads `errorRedirectUrl`. Servers before 3.0 know `logoutURL` alone.
    pub reads_error_redirect: bool,
}

impl Default for ServerBehaviour {
    fn default() -> Self {
        Self {
            list: ListBehaviour::default(),
            voice_bridge: VoiceBridgeBehaviour::default(),
            not_unique: 0,
            redirects_base: false,
            reads_error_redirect: true,
        }
    }
}

/// What `getMeetings` answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListBehaviour {
    /// What is so.
    #[default]
    Whole,
    /// That there are none, as Scalelite with `GET_MEETINGS_API_DISABLED`.
    Disabled,
    /// A failure, as Scalelite when one of its servers does not answer.
    Failing,
    /// What was so: the list is made anew when it is asked for and older than this, as at b3lb.
    Stale {
        /// How old it gets.
        milliseconds: u64,
    },
}

/// What becomes of the `voiceBridge` of a new meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoiceBridgeBehaviour {
    /// It is the meeting's.
    #[default]
    Kept,
    /// The balancer puts another in its place, as Scalelite without `USE_EXTERNAL_VOICE_BRIDGE`.
    Replaced,
    /// The balancer leaves it out, as b3lb, and the server draws one.
    Dropped,
}

/// Holds the current [`ServerBehaviour`].
#[derive(Default)]
pub(crate) struct BehaviourSwitch(Mutex<ServerBehaviour>);

impl BehaviourSwitch {
    /// The behaviour that calls meet now.
    pub(crate) fn get(&self) -> ServerBehaviour {
        self.lock().clone()
    }

    /// Changes it for the calls to come.
    pub(crate) fn set(&self, behaviour: ServerBehaviour) {
        *self.lock() = behaviour;
    }

    /// Whether this `create` is one of those that are refused.
    pub(crate) fn takes_as_not_unique(&self) -> bool {
        let mut behaviour = self.lock();
        let refused = behaviour.not_unique > 0;
        behaviour.not_unique = behaviour.not_unique.saturating_sub(1);
        refused
    }

    fn lock(&self) -> MutexGuard<'_, ServerBehaviour> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

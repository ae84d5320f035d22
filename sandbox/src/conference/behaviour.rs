//! Behaviour switches: differences of other conference servers and of balancers in front of them.
//!
//! Sources: Scalelite's `BigBlueButtonApiController` and its environment variables `GET_MEETINGS_API_DISABLED`
//! and `USE_EXTERNAL_VOICE_BRIDGE`, its protected recordings and its algorithms; b3lb's list of meetings, which it
//! rebuilds every 15 seconds, and its reports as JSON.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

/// The behaviour of the server. The default is a single BigBlueButton 3.0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServerBehaviour {
    /// The response to `getMeetings`.
    pub list: ListBehaviour,
    /// The treatment of `voiceBridge` of a new meeting.
    pub voice_bridge: VoiceBridgeBehaviour,
    /// How many of the next `create` calls are refused with `idNotUnique`, like the second of two concurrent
    /// first calls behind a balancer.
    pub not_unique: u32,
    /// Whether `GET …/api` redirects to `GET …/api/`, like b3lb.
    pub redirects_base: bool,
    /// Whether `join` supports `errorRedirectUrl`. Servers before 3.0 have only `logoutURL`.
    pub reads_error_redirect: bool,
    /// Whether recordings can be protected.
    pub protection: ProtectionBehaviour,
    /// How the portal is told that a recording is ready.
    pub ready_report: ReadyReportBehaviour,
}

impl Default for ServerBehaviour {
    fn default() -> Self {
        Self {
            list: ListBehaviour::default(),
            voice_bridge: VoiceBridgeBehaviour::default(),
            not_unique: 0,
            redirects_base: false,
            reads_error_redirect: true,
            protection: ProtectionBehaviour::default(),
            ready_report: ReadyReportBehaviour::default(),
        }
    }
}

/// The response to `getMeetings`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListBehaviour {
    /// The current list.
    #[default]
    Whole,
    /// An empty list, like Scalelite with `GET_MEETINGS_API_DISABLED`.
    Disabled,
    /// A failure, like Scalelite when one of its servers does not answer.
    Failing,
    /// An outdated list, rebuilt when it is older than this, like b3lb.
    Stale {
        /// The maximum age.
        milliseconds: u64,
    },
}

/// The treatment of `voiceBridge` of a new meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoiceBridgeBehaviour {
    /// It is used.
    #[default]
    Kept,
    /// The balancer replaces it, like Scalelite without `USE_EXTERNAL_VOICE_BRIDGE`.
    Replaced,
    /// The balancer removes it, like b3lb, and the server assigns one.
    Dropped,
}

/// Whether recordings can be protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProtectionBehaviour {
    /// They cannot: `protect` is ignored, and getRecordings says nothing of it.
    #[default]
    None,
    /// They are, unless `protect=false` was sent: each address in getRecordings has a token, which admits the first
    /// browser that opens it. Like Scalelite with `PROTECTED_RECORDINGS_ENABLED`.
    Tokens {
        /// How long a token lasts that nobody has used.
        milliseconds: u64,
    },
}

/// How the portal is told that a recording is ready.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReadyReportBehaviour {
    /// The algorithm of the signature.
    pub algorithm: ReportAlgorithm,
    /// Whether it is sent as JSON, like b3lb, instead of a form.
    pub is_json: bool,
}

/// The algorithm of the signature of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportAlgorithm {
    /// HMAC-SHA-256.
    #[default]
    Hs256,
    /// HMAC-SHA-512, like Scalelite where SHA-256 is switched off.
    Hs512,
}

/// The switch for the [`ServerBehaviour`].
#[derive(Default)]
pub(crate) struct BehaviourSwitch(Mutex<ServerBehaviour>);

impl BehaviourSwitch {
    /// The current behaviour.
    pub(crate) fn get(&self) -> ServerBehaviour {
        self.lock().clone()
    }

    /// Sets the behaviour of later calls.
    pub(crate) fn set(&self, behaviour: ServerBehaviour) {
        *self.lock() = behaviour;
    }

    /// Whether this `create` is refused with `idNotUnique`.
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

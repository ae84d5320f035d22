//! What signing in and out needs.

use std::sync::Arc;

use super::providers::Providers;
use crate::clock::Clock;
use crate::config::Config;
use crate::keys::Keys;
use crate::random::Random;
use crate::storage::Store;

/// What signing in and out needs.
pub struct SignIns {
    /// Where the portal is, and how long a session lasts.
    pub config: Arc<Config>,
    /// Sign-ins under way, and sessions.
    pub store: Store,
    /// Who vouches for people.
    pub providers: Providers,
    /// For the pseudonyms of attendees.
    pub keys: Keys,
    /// The time.
    pub clock: Clock,
    /// Random numbers.
    pub random: Random,
}

//! The dependencies of signing in and out.

use std::sync::Arc;

use super::providers::Providers;
use crate::clock::Clock;
use crate::config::Config;
use crate::keys::Keys;
use crate::random::Random;
use crate::storage::Store;
use crate::streams::Streams;

/// The dependencies of signing in and out.
pub struct SignIns {
    /// The configuration.
    pub config: Arc<Config>,
    /// The database, with pending sign-ins and sessions.
    pub store: Store,
    /// The identity providers.
    pub providers: Providers,
    /// The open event streams, which end with their session.
    pub streams: Streams,
    /// The keys, for pseudonyms of attendees.
    pub keys: Keys,
    /// The clock.
    pub clock: Clock,
    /// The random source.
    pub random: Random,
}

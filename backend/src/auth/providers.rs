//! The identity providers of the instance.

use std::sync::Arc;

use oauth2::reqwest;

use super::audience::Audience;
use super::provider::Provider;
use crate::clock::Clock;
use crate::config::Config;

/// The identity providers, by audience.
#[derive(Clone)]
pub struct Providers(Arc<ByAudience>);

struct ByAudience {
    agents: Provider,
    attendees: Option<Provider>,
}

impl Providers {
    /// The configured providers.
    ///
    /// # Errors
    ///
    /// When the HTTP client cannot be created.
    pub fn new(config: &Config, clock: &Clock) -> Result<Self, reqwest::Error> {
        let callback = |path: &str| {
            let mut callback = config.public_url.clone();
            callback.set_path(path);
            callback
        };
        let agents = callback("/auth/callback");
        let agents = Provider::new(config.agents.clone(), agents, clock.clone())?;
        let attendees = callback("/auth/attendees/callback");
        let attendees = match &config.attendees {
            Some(settings) => Some(Provider::new(settings.clone(), attendees, clock.clone())?),
            None => None,
        };
        Ok(Self(Arc::new(ByAudience { agents, attendees })))
    }

    /// The identity provider of an audience, if the instance has one.
    #[must_use]
    pub fn of(&self, audience: Audience) -> Option<&Provider> {
        match audience {
            Audience::Agents => Some(self.agents()),
            Audience::Attendees => self.attendees(),
        }
    }

    /// The agents' identity provider.
    #[must_use]
    pub fn agents(&self) -> &Provider {
        &self.0.agents
    }

    /// The attendees' identity provider, if the instance has one.
    #[must_use]
    pub fn attendees(&self) -> Option<&Provider> {
        self.0.attendees.as_ref()
    }
}

//! What a page shows of its instance before any answer of the backend.

use parvis_contract::instance::{Instance, Theme};
use url::Url;

use crate::config::{Config, ConfigError};

/// The instance as its pages know it.
pub struct Face {
    /// Where the backend is: its origin, or nothing when it is the page's own.
    pub(super) api: String,
    pub(super) service_name: String,
    pub(super) tagline: String,
    pub(super) theme: &'static str,
    /// The lines of the block-mark.
    pub(super) mark: Vec<String>,
    /// The origins of the pages that may hold the session's details in a frame.
    pub(super) frame_origins: Vec<String>,
}

impl Face {
    /// For a site that this backend serves itself.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let own = config.portal_home() == config.public_url;
        Self::new(
            if own { None } else { Some(&config.public_url) },
            config.conference_origins(),
            &config.instance,
        )
    }

    /// For a site that is rendered to files.
    ///
    /// # Errors
    ///
    /// Every variable that is missing or wrong.
    pub fn from_lookup(lookup: &dyn Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let site = Config::site_from_lookup(lookup)?;
        Ok(Self::new(
            site.backend.as_ref(),
            site.conference_origins,
            &site.instance,
        ))
    }

    fn new(api: Option<&Url>, frame_origins: Vec<String>, instance: &Instance) -> Self {
        Self {
            frame_origins,
            api: api
                .map(|url| url.origin().ascii_serialization())
                .unwrap_or_default(),
            service_name: instance.service_name.clone(),
            tagline: instance.tagline.clone(),
            mark: instance.mark.clone(),
            theme: match instance.theme {
                Theme::Neutral => "neutral",
                Theme::State => "state",
            },
        }
    }
}

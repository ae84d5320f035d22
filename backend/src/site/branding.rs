//! Branding: the values of an instance that are rendered into its pages.

use parvis_contract::instance::{Instance, Theme};
use url::Url;

use crate::config::{Config, ConfigError};

/// The values for the pages of an instance.
pub struct Branding {
    /// The backend's origin; empty if it is the page's own.
    pub(super) api: String,
    pub(super) service_name: String,
    pub(super) tagline: String,
    pub(super) theme: &'static str,
    /// The lines of the block-mark.
    pub(super) mark: Vec<String>,
    /// The address of the logo; may be empty.
    pub(super) logo: String,
    /// The address of the instance's stylesheet; may be empty.
    pub(super) stylesheet: String,
    /// The origins of pages that may embed the session details in a frame.
    pub(super) frame_origins: Vec<String>,
}

impl Branding {
    /// For a site served by this backend.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        let own = config.portal_home() == config.public_url;
        Self::new(
            if own { None } else { Some(&config.public_url) },
            config.conference_origins(),
            &config.instance,
            config.stylesheet.clone(),
        )
    }

    /// For a site exported to files.
    ///
    /// # Errors
    ///
    /// All variables that are missing or invalid.
    pub fn from_lookup(lookup: &dyn Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let site = Config::site_from_lookup(lookup)?;
        Ok(Self::new(
            site.backend.as_ref(),
            site.conference_origins,
            &site.instance,
            site.stylesheet,
        ))
    }

    fn new(
        api: Option<&Url>,
        frame_origins: Vec<String>,
        instance: &Instance,
        stylesheet: String,
    ) -> Self {
        Self {
            stylesheet,
            frame_origins,
            api: api
                .map(|url| url.origin().ascii_serialization())
                .unwrap_or_default(),
            service_name: instance.service_name.clone(),
            tagline: instance.tagline.clone(),
            mark: instance.mark.clone(),
            logo: instance.logo.clone(),
            theme: match instance.theme {
                Theme::Neutral => "neutral",
                Theme::State => "state",
            },
        }
    }
}

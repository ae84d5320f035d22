//! Errors of starting a sandbox.

use std::net::SocketAddr;

/// Why a sandbox cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address is not available.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The requested address.
        address: SocketAddr,
        /// The system's error.
        source: std::io::Error,
    },
    /// `public_url` in the configuration is not an origin.
    #[error("the public URL must be an http or https origin without path")]
    PublicUrl,
    /// The HTTP client for callbacks cannot be created.
    #[error("cannot prepare the delivery of callbacks: {0}")]
    Callbacks(reqwest::Error),
    /// The HTTP client for plug-ins cannot be created.
    #[error("cannot prepare the fetching of plug-ins: {0}")]
    Plugins(reqwest::Error),
}

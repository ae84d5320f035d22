//! The errors of starting a sandbox.

use std::net::SocketAddr;

/// Why a sandbox does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address cannot be listened on: in use, not ours, not allowed.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system said.
        source: std::io::Error,
    },
    /// `public_url` of the configuration is something else than an origin.
    #[error("the public URL must be an http or https origin without path")]
    PublicUrl,
    /// The client that delivers callbacks cannot be built.
    #[error("cannot prepare the delivery of callbacks: {0}")]
    Callbacks(reqwest::Error),
    /// The client that fetches plug-ins cannot be built.
    #[error("cannot prepare the fetching of plug-ins: {0}")]
    Plugins(reqwest::Error),
}

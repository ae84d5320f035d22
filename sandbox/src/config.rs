//! What a sandbox is told before it starts.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use crate::checksum::ChecksumAlgorithm;

const MINUTE: Duration = Duration::from_mins(1);

/// Everything that can be set. There is no `Debug`, as two secrets stand in it.
///
/// ```
/// use parvis_sandbox::SandboxConfig;
///
/// let config = SandboxConfig {
///     redirect_uris: vec!["http://localhost:8080/auth/callback".to_owned()],
///     ..SandboxConfig::new("conference secret", "client secret")
/// };
/// assert_eq!(config.listen.port(), 0);
/// ```
#[derive(Clone)]
pub struct SandboxConfig {
    /// Where to listen; port 0 takes a free one. Default: `127.0.0.1:0`.
    pub listen: SocketAddr,
    /// The origin that browsers and the portal use, without a slash at the end. Default:
    /// `http://127.0.0.1:<port>`.
    pub public_url: Option<String>,

    /// The secret that signs the calls of the BigBlueButton API.
    pub bbb_secret: String,
    /// The checksums that are accepted, BigBlueButton's `supportedChecksumAlgorithms`. Default:
    /// all four.
    pub checksum_algorithms: Vec<ChecksumAlgorithm>,
    /// BigBlueButton's server property `authenticatedGuest`, which decides who meets the guest
    /// policy. Default: `true`.
    pub authenticated_guest: bool,
    /// The SDK that plug-ins meet in this server's client. Without one the server is older than
    /// plug-ins, or has them switched off: it tells no version and loads none. Default: `0.0.95`,
    /// which came with BigBlueButton 3.0.19.
    pub plugin_sdk_version: Option<String>,
    /// HTML appended to every welcome text after two line ends. Default: empty, for none.
    pub welcome_footer: String,
    /// How long a meeting waits for its first person. Default: 5 minutes; zero is for ever.
    pub expire_if_nobody_joined: Duration,
    /// How long a meeting lives on after the last person left. Default: 1 minute; zero is for
    /// ever.
    pub expire_after_last_left: Duration,
    /// How long a minute lasts in the parameters of `create` that count minutes (`duration`,
    /// `meetingExpire…InMinutes`). Tests that must see a meeting run out shorten it.
    pub minute: Duration,
    /// How long a meeting goes on after `end` has been answered. Default: half a second.
    pub end_delay: Duration,
    /// The pauses before each new attempt to deliver `meta_endCallbackUrl`. Default: 30, 60, 120
    /// and 300 seconds.
    pub callback_retries: Vec<Duration>,

    /// The only client of both identity providers. Default: `parvis`.
    pub client_id: String,
    /// The secret with which that client authenticates.
    pub client_secret: String,
    /// Where an authorization may be sent to; compared character by character.
    pub redirect_uris: Vec<String>,
    /// Where a person may be sent to after signing out; compared character by character.
    pub post_logout_uris: Vec<String>,
    /// How long an authorization code may wait to be redeemed. Default: one minute.
    pub code_lifetime: Duration,
    /// How long an access token is valid. Default: one hour.
    pub access_token_lifetime: Duration,
}

impl SandboxConfig {
    /// The defaults, with the two secrets that have none.
    #[must_use]
    pub fn new(bbb_secret: impl Into<String>, client_secret: impl Into<String>) -> Self {
        Self {
            listen: (Ipv4Addr::LOCALHOST, 0).into(),
            public_url: None,
            bbb_secret: bbb_secret.into(),
            checksum_algorithms: ChecksumAlgorithm::ALL.to_vec(),
            authenticated_guest: true,
            plugin_sdk_version: Some("0.0.95".to_owned()),
            welcome_footer: String::new(),
            expire_if_nobody_joined: 5 * MINUTE,
            expire_after_last_left: MINUTE,
            minute: MINUTE,
            end_delay: Duration::from_millis(500),
            callback_retries: [30, 60, 120, 300].map(Duration::from_secs).to_vec(),
            client_id: "parvis".to_owned(),
            client_secret: client_secret.into(),
            redirect_uris: Vec::new(),
            post_logout_uris: Vec::new(),
            code_lifetime: MINUTE,
            access_token_lifetime: 60 * MINUTE,
        }
    }
}

//! The configuration of a sandbox.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use crate::checksum::ChecksumAlgorithm;

const MINUTE: Duration = Duration::from_mins(1);

/// The configuration. There is no `Debug`, as it has two secrets.
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
    /// The address to listen on; port 0 for any free port. Default: `127.0.0.1:0`.
    pub listen: SocketAddr,
    /// The origin for browsers and the portal, without a trailing slash. Default: `http://127.0.0.1:<port>`.
    pub public_url: Option<String>,

    /// The shared secret of the BigBlueButton API.
    pub bbb_secret: String,
    /// The accepted checksum algorithms, BigBlueButton's `supportedChecksumAlgorithms`. Default: all four.
    pub checksum_algorithms: Vec<ChecksumAlgorithm>,
    /// BigBlueButton's server property `authenticatedGuest`, which determines to whom the guest policy applies.
    /// Default: `true`.
    pub authenticated_guest: bool,
    /// The plug-in SDK version of the client. `None` for a server without plug-ins, which reports no version.
    /// Default: `0.0.95`, of BigBlueButton 3.0.19.
    pub plugin_sdk_version: Option<String>,
    /// HTML appended to every welcome text after two line ends. Default: empty.
    pub welcome_footer: String,
    /// How long a meeting waits for its first participant. Default: 5 minutes; zero for no limit.
    pub expire_if_nobody_joined: Duration,
    /// How long a meeting continues after the last participant left. Default: 1 minute; zero for no limit.
    pub expire_after_last_left: Duration,
    /// The length of a minute in parameters of `create` (`duration`, `meetingExpire…InMinutes`). Tests of
    /// expiry shorten it.
    pub minute: Duration,
    /// How long a meeting continues after the response to `end`. Default: half a second.
    pub end_delay: Duration,
    /// How long a recording is processed after the end of its meeting. Default: a minute.
    pub processing_time: Duration,
    /// The delays before retries of `meta_endCallbackUrl`. Default: 30, 60, 120 and 300 seconds.
    pub callback_retries: Vec<Duration>,

    /// The client identifier at both identity providers. Default: `parvis`.
    pub client_id: String,
    /// The client secret.
    pub client_secret: String,
    /// The registered redirect URIs, compared exactly.
    pub redirect_uris: Vec<String>,
    /// The registered post-logout redirect URIs, compared exactly.
    pub post_logout_uris: Vec<String>,
    /// The lifetime of an authorization code. Default: one minute.
    pub code_lifetime: Duration,
    /// The lifetime of an access token. Default: one hour.
    pub access_token_lifetime: Duration,
}

impl SandboxConfig {
    /// The default configuration with the two secrets, which have no default.
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
            processing_time: MINUTE,
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

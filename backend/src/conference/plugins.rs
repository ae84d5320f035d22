//! Whether a conference server loads plug-ins: what it says of itself.

use std::time::Duration;

use tokio::time::Instant;

use super::{Conference, ConferenceError};

/// For how long an answer is believed: a server is upgraded now and then.
const BELIEVED: Duration = Duration::from_mins(10);
/// After what time one that did not answer is asked again.
const ASKED_AGAIN: Duration = Duration::from_mins(1);
/// Somebody waits at the door meanwhile.
const PATIENCE: Duration = Duration::from_secs(2);

/// The interfaces that the plug-in's script was written for, in the words of a manifest; `is_ours` says
/// the same.
pub const INTERFACES: &str = ">=0.0.59 & <0.2.0";

/// A plug-in for a meeting, as `create` names it.
pub struct PluginManifest {
    /// Where the conference server fetches the manifest.
    pub url: String,
    /// The SHA-256 of the manifest's text, in lower-case hexadecimal: a server that has kept an older
    /// one is told so.
    pub checksum: String,
}

/// What the server said last.
#[derive(Default)]
pub(super) struct Known(tokio::sync::Mutex<Option<Answer>>);

#[derive(Clone, Copy)]
struct Answer {
    loads_plugins: bool,
    good_until: Instant,
}

impl Conference {
    /// Whether the server loads plug-ins of the interface that ours is written for. One that does not
    /// say so does not. While it cannot be asked, what it said last holds; before it ever said
    /// anything, it does not.
    pub async fn loads_plugins(&self) -> bool {
        // Whoever comes while it is being asked waits for that answer.
        let mut known = self.plugins.0.lock().await;
        let last = *known;
        if let Some(answer) = last
            && Instant::now() < answer.good_until
        {
            return answer.loads_plugins;
        }
        let asked = tokio::time::timeout(PATIENCE, self.plugin_interface()).await;
        let (loads_plugins, good_for) = match asked.unwrap_or(Err(ConferenceError::Slow)) {
            Ok(version) => (version.is_some_and(|version| is_ours(&version)), BELIEVED),
            Err(error) => {
                tracing::warn!(%error, "whether the conference server loads plug-ins is not known");
                (last.is_some_and(|answer| answer.loads_plugins), ASKED_AGAIN)
            }
        };
        *known = Some(Answer {
            loads_plugins,
            good_until: Instant::now() + good_for,
        });
        loads_plugins
    }

    async fn plugin_interface(&self) -> Result<Option<String>, ConferenceError> {
        let mut url = self.base.clone();
        url.set_path(self.base.path().trim_end_matches('/'));
        Ok(self.ask(url, None).await?.html5_plugin_sdk_version)
    }
}

/// Whether a version is one of [`INTERFACES`]. A server would find out by itself, and load nothing; then
/// moderators would read nothing.
fn is_ours(version: &str) -> bool {
    let mut numbers = version
        .split(['.', '-'])
        .map_while(|number| number.parse::<u32>().ok());
    match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(0), Some(0), Some(patch)) => patch >= 59,
        (Some(0), Some(1), Some(_)) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn the_interfaces_of_3_0_and_4_0_are_ours_and_no_other() {
        for version in ["0.0.59", "0.0.95", "0.1.0", "0.1.17"] {
            assert!(is_ours(version), "{version}");
        }
        for version in ["", "0.0.58", "0.2.0", "1.0.0", "0.1", "x.0.99"] {
            assert!(!is_ours(version), "{version}");
        }
    }
}

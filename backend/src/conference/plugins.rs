//! Whether a conference server loads plug-ins: what it says of itself.

use std::sync::Mutex;
use std::time::Duration;

use tokio::time::Instant;

use super::{Conference, ConferenceError};

/// For how long an answer is believed: a server is upgraded now and then.
const BELIEVED: Duration = Duration::from_mins(10);

/// A plug-in for a meeting, as `create` names it.
pub struct PluginManifest {
    /// Where the conference server fetches the manifest.
    pub url: String,
    /// The SHA-256 of the manifest's text, in lower-case hexadecimal: a server that has kept an older
    /// one is told so.
    pub checksum: String,
}

/// What the server said last, and when.
#[derive(Default)]
pub(super) struct Known(Mutex<Option<(Instant, bool)>>);

impl Conference {
    /// Whether the server loads plug-ins of the interface that ours is written for. One that does not
    /// say so does not; neither does one that cannot be asked now.
    pub async fn loads_plugins(&self) -> bool {
        if let Some((asked, answer)) = self.plugins.get()
            && asked.elapsed() < BELIEVED
        {
            return answer;
        }
        match self.plugin_interface().await {
            Ok(version) => {
                let answer = version.is_some_and(|version| is_ours(&version));
                self.plugins.set(answer);
                answer
            }
            Err(error) => {
                tracing::warn!(%error, "whether the conference server loads plug-ins is not known");
                false
            }
        }
    }

    async fn plugin_interface(&self) -> Result<Option<String>, ConferenceError> {
        let mut url = self.base.clone();
        url.set_path(self.base.path().trim_end_matches('/'));
        Ok(self.ask(url).await?.html5_plugin_sdk_version)
    }
}

impl Known {
    fn get(&self) -> Option<(Instant, bool)> {
        *self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn set(&self, answer: bool) {
        *self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = Some((Instant::now(), answer));
    }
}

/// Whether this version of the interface is of the lines 0.0, from 59 on, or 0.1: the same range as in
/// the plug-in's manifest, which a server that this knows would load checks by itself.
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

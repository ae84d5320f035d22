//! Tells the portal that a recording is ready (`meta_bbb-recording-ready-url`): a JWT in a POST, once for each format.
//!
//! There are no retries. Sources: BigBlueButton's `post_publish_recording_ready_callback.rb`, Scalelite's
//! `RecordingReadyNotifierService`.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::Hmac;
use serde_json::{Value, json};
use sha2::{Sha256, Sha512};
use url::Url;

use crate::clock::Moment;
use crate::conference::Conference;
use crate::conference::behaviour::{ReadyReportBehaviour, ReportAlgorithm};
use crate::conference::recordings::{Recording, RecordingState};

/// The metadata with the address.
pub(crate) const METADATA: &str = "bbb-recording-ready-url";

/// The number of formats of a recording.
const FORMATS: usize = 2;

/// A report to send once the recording is ready.
pub(crate) struct ReadyReport {
    url: Url,
    meeting: String,
    recording: String,
}

impl ReadyReport {
    /// The report about a recording, if the creator of its meeting requested one.
    pub(crate) fn of(recording: &Recording) -> Option<Self> {
        Some(Self {
            url: Url::parse(recording.metadata.get(METADATA)?).ok()?,
            meeting: recording.meeting_id.clone(),
            recording: recording.id.clone(),
        })
    }

    /// Sends it after `processing`, unless the recording is gone by then or the sandbox stops.
    pub(crate) async fn run(self, conference: Arc<Conference>, processing: Duration) {
        tokio::select! {
            () = tokio::time::sleep(processing) => {}
            () = conference.stopping.cancelled() => return,
        }
        for _ in 0..FORMATS {
            if !self.is_published(&conference) {
                return;
            }
            let behaviour = conference.behaviour.get().ready_report;
            let token = self.token(behaviour.algorithm, &conference.config.bbb_secret);
            self.post(&conference.callbacks, behaviour, &token).await;
        }
    }

    fn is_published(&self, conference: &Conference) -> bool {
        conference
            .recordings()
            .get(&self.recording)
            .is_some_and(|recording| recording.state(Moment::now()) == RecordingState::Published)
    }

    async fn post(&self, client: &reqwest::Client, behaviour: ReadyReportBehaviour, token: &str) {
        let request = client.post(self.url.clone());
        let (kind, body) = if behaviour.is_json {
            let body = json!({ "signed_parameters": token });
            ("application/json", body.to_string())
        } else {
            let body = form_urlencoded::Serializer::new(String::new())
                .append_pair("signed_parameters", token)
                .finish();
            ("application/x-www-form-urlencoded", body)
        };
        let request = request.header("content-type", kind).body(body);
        match request.send().await {
            Ok(response) => {
                let status = response.status().as_u16();
                tracing::info!(status, "the portal was told of a recording");
            }
            Err(error) => {
                let error = error.without_url();
                tracing::warn!(%error, "the portal was not told of a recording");
            }
        }
    }

    /// The signed report.
    fn token(&self, algorithm: ReportAlgorithm, secret: &str) -> String {
        let name = match algorithm {
            ReportAlgorithm::Hs256 => "HS256",
            ReportAlgorithm::Hs512 => "HS512",
        };
        let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let header = encode(&json!({ "alg": name }));
        let claims = json!({ "meeting_id": self.meeting, "record_id": self.recording });
        let signed = format!("{header}.{}", encode(&claims));
        let signature = match algorithm {
            ReportAlgorithm::Hs256 => mac::<Hmac<Sha256>>(secret, &signed),
            ReportAlgorithm::Hs512 => mac::<Hmac<Sha512>>(secret, &signed),
        };
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

fn mac<M: hmac::Mac + hmac::digest::KeyInit>(secret: &str, text: &str) -> Vec<u8> {
    // An HMAC takes keys of any length.
    let Ok(mac) = <M as hmac::digest::KeyInit>::new_from_slice(secret.as_bytes()) else {
        return Vec::new();
    };
    mac.chain_update(text).finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_signed_as_rfc_7515_says() {
        let report = ReadyReport {
            url: Url::parse("http://portal.test/").expect("an address"),
            meeting: "m".to_owned(),
            recording: "r".to_owned(),
        };
        for (algorithm, length) in [(ReportAlgorithm::Hs256, 43), (ReportAlgorithm::Hs512, 86)] {
            let token = report.token(algorithm, "secret");
            let parts: Vec<&str> = token.split('.').collect();
            assert_eq!((parts.len(), parts[2].len()), (3, length), "{token}");
        }
        // Signed with another implementation.
        assert_eq!(
            report.token(ReportAlgorithm::Hs256, "secret"),
            "eyJhbGciOiJIUzI1NiJ9.eyJtZWV0aW5nX2lkIjoibSIsInJlY29yZF9pZCI6InIifQ.KmM9pUPQaIGxJLzNJ0ExO4lv8mA_zhU2942U8LARZvE"
        );
    }
}

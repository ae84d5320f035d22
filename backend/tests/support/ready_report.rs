//! Reports that a recording is ready, as the conference server sends them.

use jsonwebtoken::{Algorithm, EncodingKey, Header};
use parvis_contract::room::Room;
use reqwest::Method;
use serde_json::json;

use super::{Answer, Portal};

/// Where reports are sent.
pub const READY_PATH: &str = "/api/v1/callbacks/recording-ready";

/// The secret that the sandbox and the portal share.
const SECRET: &str = "conference secret";

/// A signed report about a recording of a meeting.
pub fn report(meeting: &str, recording: &str) -> String {
    report_signed(Algorithm::HS256, SECRET, meeting, recording)
}

/// The same, signed in another way.
pub fn report_signed(algorithm: Algorithm, secret: &str, meeting: &str, recording: &str) -> String {
    let claims = json!({ "meeting_id": meeting, "record_id": recording });
    let key = EncodingKey::from_secret(secret.as_bytes());
    jsonwebtoken::encode(&Header::new(algorithm), &claims, &key).expect("a token")
}

impl Portal {
    /// Sends a report, as a server without cookies and `Origin`.
    pub async fn send_report(&self, token: &str) -> Answer {
        let request = self.visitor().bare(Method::POST, READY_PATH);
        Answer::of(request.form(&[("signed_parameters", token)])).await
    }

    /// Reports a recording of a room, which is taken.
    pub async fn recording_ready(&self, room: &Room, recording: &str) {
        let token = report(&room.id.to_string(), recording);
        let answer = self.send_report(&token).await;
        assert_eq!(answer.status, 204, "{}", answer.body);
    }
}

//! Reports of the conference server that a recording is ready (`meta_bbb-recording-ready-url`): a JWT that it signs
//! with the shared secret. BigBlueButton uses HS256; Scalelite HS512 where SHA-256 is switched off.

use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;
use uuid::Uuid;

use super::Conference;

/// The longest identifier of a recording that can be stored, in bytes.
const LONGEST_ID: usize = 255;

/// A recording that is ready. No `Debug`: whoever has the identifier can play it.
pub struct ReadyReport {
    /// The room; `None` if the meeting is none of this portal.
    pub room: Option<Uuid>,
    /// The identifier of the recording.
    pub recording: String,
}

/// The conference server has not signed a report, or not one about a recording. It contains nothing of the report.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the report is not signed by the conference server")]
pub struct NotSigned;

#[derive(Deserialize)]
struct Claims {
    /// The identifier that `create` was given.
    meeting_id: String,
    record_id: String,
}

impl Conference {
    /// Verifies a report. It does not expire, as recordings are made long after their meetings.
    ///
    /// # Errors
    ///
    /// [`NotSigned`] when it is not signed with the shared secret by HS256 or HS512, or names no recording.
    pub fn read_ready_report(&self, token: &str) -> Result<ReadyReport, NotSigned> {
        let header = jsonwebtoken::decode_header(token).map_err(|_| NotSigned)?;
        // RFC 7515, 4.1.11: tokens with unknown critical extensions must be refused.
        if header.crit.is_some() {
            return Err(NotSigned);
        }
        let key = DecodingKey::from_secret(self.secret.reveal().as_bytes());
        let mut validation = Validation::new(Algorithm::HS256);
        validation.algorithms = vec![Algorithm::HS256, Algorithm::HS512];
        validation.required_spec_claims.clear();
        validation.validate_exp = false;
        validation.validate_aud = false;
        let Claims {
            meeting_id,
            record_id,
        } = jsonwebtoken::decode(token, &key, &validation)
            .map_err(|_| NotSigned)?
            .claims;
        if record_id.is_empty() || record_id.len() > LONGEST_ID {
            return Err(NotSigned);
        }
        Ok(ReadyReport {
            room: Uuid::parse_str(&meeting_id).ok(),
            recording: record_id,
        })
    }
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{EncodingKey, Header};
    use serde_json::{Value, json};
    use url::Url;

    use super::*;
    use crate::config::Secret;

    const ROOM: &str = "0190c4d0-0000-7000-8000-000000000001";

    fn conference() -> Conference {
        let base = Url::parse("https://bbb.example.fr/bigbluebutton/").expect("an address");
        Conference::new(&base, Secret::new("secret".to_owned())).expect("a client")
    }

    fn signed(algorithm: Algorithm, secret: &str, claims: &Value) -> String {
        let key = EncodingKey::from_secret(secret.as_bytes());
        jsonwebtoken::encode(&Header::new(algorithm), claims, &key).expect("a token")
    }

    fn claims() -> Value {
        json!({ "meeting_id": ROOM, "record_id": "a-1" })
    }

    #[test]
    fn a_report_in_either_algorithm_is_read_even_when_it_is_old() {
        for algorithm in [Algorithm::HS256, Algorithm::HS512] {
            let mut claims = claims();
            claims["exp"] = json!(1);
            let token = signed(algorithm, "secret", &claims);
            let report = conference().read_ready_report(&token).expect("signed");
            assert_eq!(report.room.map(|room| room.to_string()), Some(ROOM.into()));
            assert_eq!(report.recording, "a-1");
        }
    }

    #[test]
    fn a_meeting_of_another_portal_has_no_room() {
        let claims = json!({ "meeting_id": "conseil", "record_id": "a-1" });
        let token = signed(Algorithm::HS256, "secret", &claims);
        let report = conference().read_ready_report(&token).expect("signed");
        assert_eq!(report.room, None);
    }

    #[test]
    fn what_is_not_signed_by_the_server_is_refused() {
        let good = signed(Algorithm::HS256, "secret", &claims());
        let (content, signature) = good.rsplit_once('.').expect("a signature");
        let (_, payload) = content.split_once('.').expect("a payload");
        // {"alg":"none"}, {"alg":"RS256"}
        let unsigned = format!("eyJhbGciOiJub25lIn0.{payload}.");
        let public = format!("eyJhbGciOiJSUzI1NiJ9.{payload}.{signature}");
        for token in [
            signed(Algorithm::HS256, "other", &claims()),
            signed(Algorithm::HS384, "secret", &claims()),
            signed(Algorithm::HS256, "secret", &json!({ "meeting_id": ROOM })),
            signed(
                Algorithm::HS256,
                "secret",
                &json!({ "meeting_id": ROOM, "record_id": "x".repeat(256) }),
            ),
            format!("{content}."),
            unsigned,
            public,
            String::new(),
        ] {
            let refused = conference().read_ready_report(&token);
            assert_eq!(refused.err(), Some(NotSigned), "{token}");
        }
    }
}

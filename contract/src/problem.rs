//! What went wrong, as RFC 9457 problem details.
//!
//! The server names the kind; the app has a sentence for each kind in both languages. `title` and
//! `detail` are English, for people who call the API by hand.

use serde::{Deserialize, Serialize};

use crate::field::FieldError;

/// The media type of a problem.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// The prefix of every problem's `type`.
pub const URN: &str = "urn:parvis:problem:";

/// A problem on the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// What kind of problem it is: `urn:parvis:problem:<name>`.
    #[serde(rename = "type")]
    pub kind: ProblemKind,
    /// The kind in a few English words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened here, where there is more to say than the title does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The request, to quote to whoever runs the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// Which fields are refused, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// The limit that was reached, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// In how many seconds asking again may help, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    /// The work to be done first, for [`ProblemKind::ProofRequired`]: an ALTCHA challenge, as JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge: Option<String>,
}

impl From<ProblemKind> for Problem {
    /// A problem of which nothing but its kind is known.
    fn from(kind: ProblemKind) -> Self {
        Self {
            kind,
            title: kind.title().to_owned(),
            status: kind.status(),
            detail: None,
            request_id: None,
            errors: Vec::new(),
            limit: None,
            retry_after: None,
            challenge: None,
        }
    }
}

macro_rules! problem_kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $status:literal, $title:literal;)*) => {
        /// Every kind of problem that the API answers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum ProblemKind {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl ProblemKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The kind's `type`.
            #[must_use]
            pub fn urn(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The HTTP status that goes with it.
            #[must_use]
            pub fn status(self) -> u16 {
                match self { $(Self::$variant => $status,)* }
            }

            /// A few English words.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

problem_kinds! {
    /// The body is not the JSON that this address takes.
    Malformed = "urn:parvis:problem:malformed", 400, "The request cannot be read";
    /// What stands in a room's place in the address is no identifier of a room.
    RoomIdMalformed = "urn:parvis:problem:room-id-malformed", 400, "This is not the address of a room";
    /// A sign-in that was not begun in this browser, or too long ago, or twice.
    SignInExpired = "urn:parvis:problem:sign-in-expired", 400, "This sign-in is no longer valid";
    /// Nobody is signed in.
    SignInRequired = "urn:parvis:problem:sign-in-required", 401, "Sign in first";
    /// An authenticated link, and nobody is signed in at the attendees' identity provider.
    AttendeeSignInRequired = "urn:parvis:problem:attendee-sign-in-required", 401, "Sign in at the attendees' identity provider first";
    /// A bearer token that is not of this service, not for this, or too old.
    TokenRefused = "urn:parvis:problem:token-refused", 401, "This token is not valid, or no longer";
    /// What moderators alone may see.
    ModeratorsOnly = "urn:parvis:problem:moderators-only", 403, "Moderators only";
    /// The identity provider said no.
    SignInRefused = "urn:parvis:problem:sign-in-refused", 403, "The identity provider refused the sign-in";
    /// A change asked for by a page of another site.
    OriginRefused = "urn:parvis:problem:origin-refused", 403, "Requests from this origin are refused";
    /// No such address.
    NotFound = "urn:parvis:problem:not-found", 404, "There is nothing at this address";
    /// No such room among the person's own. The same answer for a room that is somebody else's.
    RoomNotFound = "urn:parvis:problem:room-not-found", 404, "There is no such room";
    /// A link that this service never gave, or that was damaged on its way.
    LinkUnknown = "urn:parvis:problem:link-unknown", 404, "This link is not valid";
    /// A connection code that opens nothing. Whether it ever has is not told.
    CodeUnknown = "urn:parvis:problem:code-unknown", 404, "This code opens no meeting";
    /// A waiting ticket that is not of this service, or too old.
    TicketUnknown = "urn:parvis:problem:ticket-unknown", 404, "This waiting ticket is not valid";
    /// The address exists, but not for this verb.
    MethodNotAllowed = "urn:parvis:problem:method-not-allowed", 405, "This method is not allowed here";
    /// The person has as many rooms as the instance allows.
    RoomLimit = "urn:parvis:problem:room-limit", 409, "The limit of rooms is reached";
    /// The room's meeting is running, and the request does not say that this is known.
    MeetingRunning = "urn:parvis:problem:meeting-running", 409, "The room's meeting is running";
    /// Another meeting on the conference server uses the room's PIN.
    PinTaken = "urn:parvis:problem:pin-taken", 409, "The room's PIN is in use by another meeting";
    /// A room that the person who asks has deleted.
    DeletedByYou = "urn:parvis:problem:deleted-by-you", 410, "You have deleted this room";
    /// A deletion that is too old to be taken back.
    RestorationOver = "urn:parvis:problem:restoration-over", 410, "This deletion can no longer be taken back";
    /// A link that was valid until the owner renewed it.
    LinkRenewed = "urn:parvis:problem:link-renewed", 410, "This link has been renewed";
    /// A link to a room that its owner has deleted.
    RoomDeleted = "urn:parvis:problem:room-deleted", 410, "This room has been deleted";
    /// A link to a temporary meeting that is over, or a session that has ended.
    MeetingOver = "urn:parvis:problem:meeting-over", 410, "This meeting is over";
    /// The body is larger than any that is useful.
    TooLarge = "urn:parvis:problem:too-large", 413, "The request is too large";
    /// The body is not announced as JSON.
    UnsupportedMediaType = "urn:parvis:problem:unsupported-media-type", 415, "Send application/json";
    /// One or more fields are refused.
    Invalid = "urn:parvis:problem:invalid", 422, "Some fields are not valid";
    /// The `Idempotency-Key` of an earlier request with another body.
    IdempotencyKeyReused = "urn:parvis:problem:idempotency-key-reused", 422, "This Idempotency-Key was used for another request";
    /// So many wrong codes were typed of late that some work has to be done first.
    ProofRequired = "urn:parvis:problem:proof-required", 428, "Solve the challenge and send the code again";
    /// Too many wrong codes from the same network, device or account.
    TooManyCodes = "urn:parvis:problem:too-many-codes", 429, "Too many wrong codes";
    /// The person has as many temporary meetings at once as anybody may.
    TooManyMeetings = "urn:parvis:problem:too-many-meetings", 429, "Too many temporary meetings at once";
    /// So many wrong codes in all that codes are taken from known devices only.
    CodesSuspended = "urn:parvis:problem:codes-suspended", 429, "Codes are taken from known devices only for now";
    /// A defect of the service.
    Internal = "urn:parvis:problem:internal", 500, "The service failed";
    /// The database has no room left: nothing was changed.
    StorageFull = "urn:parvis:problem:storage-full", 507, "There is no room left to store anything";
    /// This kind of link cannot be entered by on this instance.
    EntranceUnavailable = "urn:parvis:problem:entrance-unavailable", 501, "This way in is not open";
    /// The conference server said no.
    ConferenceRefused = "urn:parvis:problem:conference-refused", 502, "The conference server refused";
    /// The conference server does not answer.
    ConferenceUnreachable = "urn:parvis:problem:conference-unreachable", 503, "The conference server does not answer";
    /// The conference server takes too long to answer.
    ConferenceSlow = "urn:parvis:problem:conference-slow", 504, "The conference server takes too long";
    /// The identity provider does not answer.
    ProviderUnreachable = "urn:parvis:problem:provider-unreachable", 503, "The identity provider does not answer";
    /// The identity provider answers what cannot be read or trusted, or does not know this service.
    ProviderUnusable = "urn:parvis:problem:provider-unusable", 502, "The identity provider's answer cannot be used";
    /// The service itself cannot work for now.
    Unavailable = "urn:parvis:problem:unavailable", 503, "The service is not available";
}

// By hand, as the derived schema does not see through the macro to the names on the wire.
#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for ProblemKind {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some("Every kind of problem that the API answers."))
            .enum_values(Some(Self::ALL.iter().map(|kind| kind.urn())))
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for ProblemKind {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_travels_under_its_urn() {
        for &kind in ProblemKind::ALL {
            assert!(kind.urn().starts_with(URN), "{kind:?}");
            assert_eq!(
                serde_json::to_value(kind).expect("serialises"),
                serde_json::Value::from(kind.urn())
            );
            assert!((400..600).contains(&kind.status()), "{kind:?}");
        }
    }

    #[test]
    fn a_problem_without_extras_says_nothing_of_them() {
        let problem = Problem::from(ProblemKind::RoomNotFound);
        assert_eq!(
            serde_json::to_value(problem).expect("serialises"),
            serde_json::json!({
                "type": "urn:parvis:problem:room-not-found",
                "title": "There is no such room",
                "status": 404,
            })
        );
    }
}

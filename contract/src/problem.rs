//! Problem details (RFC 9457): the error responses of the API.
//!
//! The server sends the kind; the app has a message for each kind in every language. `title` and `detail` are
//! in English, for people who call the API directly.

use serde::{Deserialize, Serialize};

use crate::field::FieldError;

/// The media type of a problem.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// Problem details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// The kind: `urn:parvis:problem:<name>`.
    #[serde(rename = "type")]
    pub kind: ProblemKind,
    /// A short English description of the kind.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// Details about this occurrence, if there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The identifier of the request, to quote to the administrators.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// The invalid fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// The limit that was reached, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u64>,
    /// After how many seconds a retry may succeed, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
    /// The proof-of-work challenge for [`ProblemKind::ProofRequired`]: an ALTCHA challenge as JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge: Option<String>,
    /// How many bytes of the upload were received, for [`ProblemKind::UploadOffset`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<u64>,
}

impl From<ProblemKind> for Problem {
    /// Problem details without further information.
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
            received: None,
        }
    }
}

macro_rules! problem_kinds {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $status:literal, $title:literal;)*) => {
        /// Every kind of problem of the API.
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

            /// The HTTP status.
            #[must_use]
            pub fn status(self) -> u16 {
                match self { $(Self::$variant => $status,)* }
            }

            /// A short English description.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

problem_kinds! {
    /// The request body is not valid JSON for this endpoint.
    Malformed = "urn:parvis:problem:malformed", 400, "The request cannot be read";
    /// The room identifier in the address is malformed.
    RoomIdMalformed = "urn:parvis:problem:room-id-malformed", 400, "This is not the address of a room";
    /// The sign-in was started in another browser, too long ago, or is already finished.
    SignInExpired = "urn:parvis:problem:sign-in-expired", 400, "This sign-in is no longer valid";
    /// Nobody is signed in.
    SignInRequired = "urn:parvis:problem:sign-in-required", 401, "Sign in first";
    /// Nobody is signed in at the attendees' identity provider, which an authenticated link requires.
    AttendeeSignInRequired = "urn:parvis:problem:attendee-sign-in-required", 401, "Sign in at the attendees' identity provider first";
    /// The bearer token is invalid for this endpoint or expired.
    TokenRefused = "urn:parvis:problem:token-refused", 401, "This token is not valid, or no longer";
    /// The access token of the identity provider is expired, unknown or not for this service.
    AccessTokenRefused = "urn:parvis:problem:access-token-refused", 403, "This access token is not valid for this service, or no longer";
    /// Nobody has signed in on the portal as the holder of the access token.
    AccountUnknown = "urn:parvis:problem:account-unknown", 403, "Sign in on the portal once first";
    /// The role of the token is not moderator.
    ModeratorsOnly = "urn:parvis:problem:moderators-only", 403, "Moderators only";
    /// The person is a delegate of the room, and the request is reserved to its owner.
    OwnerOnly = "urn:parvis:problem:owner-only", 403, "Only the room's owner may do this";
    /// The identity provider refused the sign-in.
    SignInRefused = "urn:parvis:problem:sign-in-refused", 403, "The identity provider refused the sign-in";
    /// A request to change something comes from a page of another site.
    OriginRefused = "urn:parvis:problem:origin-refused", 403, "Requests from this origin are refused";
    /// The address does not exist.
    NotFound = "urn:parvis:problem:not-found", 404, "There is nothing at this address";
    /// The room does not exist or belongs to somebody else.
    RoomNotFound = "urn:parvis:problem:room-not-found", 404, "There is no such room";
    /// The room has no such recording, or no longer.
    RecordingNotFound = "urn:parvis:problem:recording-not-found", 404, "There is no such recording";
    /// The room has no such file, or no longer.
    FileNotFound = "urn:parvis:problem:file-not-found", 404, "There is no such file";
    /// The room has no such delegate, or no longer.
    DelegateNotFound = "urn:parvis:problem:delegate-not-found", 404, "The room has no such delegate";
    /// The link was not issued by this service, or is damaged.
    LinkUnknown = "urn:parvis:problem:link-unknown", 404, "This link is not valid";
    /// The connection code is not in use. Whether it ever was is not disclosed.
    CodeUnknown = "urn:parvis:problem:code-unknown", 404, "This code opens no meeting";
    /// The waiting ticket is not of this service, or expired.
    TicketUnknown = "urn:parvis:problem:ticket-unknown", 404, "This waiting ticket is not valid";
    /// The address does not support this method.
    MethodNotAllowed = "urn:parvis:problem:method-not-allowed", 405, "This method is not allowed here";
    /// The person has the maximum number of rooms.
    RoomLimit = "urn:parvis:problem:room-limit", 409, "The limit of rooms is reached";
    /// The room has the maximum number of delegates.
    DelegateLimit = "urn:parvis:problem:delegate-limit", 409, "The limit of delegates is reached";
    /// The room has the maximum number of files.
    FileLimit = "urn:parvis:problem:file-limit", 409, "The limit of files is reached";
    /// The part does not begin where the last one ended; `received` says where that is.
    UploadOffset = "urn:parvis:problem:upload-offset", 409, "The upload is at another place";
    /// The room's meeting is not running, and the request requires that it is.
    MeetingNotRunning = "urn:parvis:problem:meeting-not-running", 409, "The room's meeting is not running";
    /// A room is handed over to a delegate who has opened the portal, and this one has not yet.
    DelegateInactive = "urn:parvis:problem:delegate-inactive", 409, "The delegate has not opened the portal yet";
    /// The owner does not offer the room to the person, or no longer.
    HandoverNotOffered = "urn:parvis:problem:handover-not-offered", 409, "The room is not offered to you";
    /// The room's meeting is running, and the request does not acknowledge that.
    MeetingRunning = "urn:parvis:problem:meeting-running", 409, "The room's meeting is running";
    /// Another meeting on the conference server uses the room's PIN.
    PinTaken = "urn:parvis:problem:pin-taken", 409, "The room's PIN is in use by another meeting";
    /// The person has deleted the room.
    DeletedByYou = "urn:parvis:problem:deleted-by-you", 410, "You have deleted this room";
    /// The deletion is too old to be undone.
    RestorationOver = "urn:parvis:problem:restoration-over", 410, "This deletion can no longer be taken back";
    /// The owner has renewed the link.
    LinkRenewed = "urn:parvis:problem:link-renewed", 410, "This link has been renewed";
    /// The owner has deleted the room of the link.
    RoomDeleted = "urn:parvis:problem:room-deleted", 410, "This room has been deleted";
    /// The temporary meeting of the link, or the session, has ended.
    MeetingOver = "urn:parvis:problem:meeting-over", 410, "This meeting is over";
    /// The request body is too large.
    TooLarge = "urn:parvis:problem:too-large", 413, "The request is too large";
    /// The file is larger than `limit`, a number of bytes.
    FileTooLarge = "urn:parvis:problem:file-too-large", 413, "The file is too large";
    /// The file is of a type that meetings do not show, or its content is not what its name says.
    FileTypeRefused = "urn:parvis:problem:file-type-refused", 415, "Files of this type are not accepted";
    /// The request's content type is not JSON.
    UnsupportedMediaType = "urn:parvis:problem:unsupported-media-type", 415, "Send application/json";
    /// One or more fields are refused.
    Invalid = "urn:parvis:problem:invalid", 422, "Some fields are not valid";
    /// The `Idempotency-Key` belongs to an earlier request with another body.
    IdempotencyKeyReused = "urn:parvis:problem:idempotency-key-reused", 422, "This Idempotency-Key was used for another request";
    /// A proof of work is required, as many wrong codes were typed recently.
    ProofRequired = "urn:parvis:problem:proof-required", 428, "Solve the challenge and send the code again";
    /// Too many wrong codes came from the same network, device or account.
    TooManyCodes = "urn:parvis:problem:too-many-codes", 429, "Too many wrong codes";
    /// The person has the maximum number of temporary meetings.
    TooManyMeetings = "urn:parvis:problem:too-many-meetings", 429, "Too many temporary meetings at once";
    /// The account has made as many rooms, or renewed as much, as it may in a day.
    DailyLimit = "urn:parvis:problem:daily-limit", 429, "The limit of a day is reached";
    /// Only trusted devices may enter codes for now, as too many wrong codes were typed in all.
    CodesSuspended = "urn:parvis:problem:codes-suspended", 429, "Codes are taken from known devices only for now";
    /// An internal error.
    Internal = "urn:parvis:problem:internal", 500, "The service failed";
    /// The database is full. Nothing was changed.
    StorageFull = "urn:parvis:problem:storage-full", 507, "There is no room left to store anything";
    /// The conference server cannot protect recordings.
    ProtectionUnavailable = "urn:parvis:problem:protection-unavailable", 501, "The conference server cannot protect recordings";
    /// This instance does not support this kind of link.
    EntranceUnavailable = "urn:parvis:problem:entrance-unavailable", 501, "This way in is not open";
    /// The conference server refused the request.
    ConferenceRefused = "urn:parvis:problem:conference-refused", 502, "The conference server refused";
    /// The conference server does not answer.
    ConferenceUnreachable = "urn:parvis:problem:conference-unreachable", 503, "The conference server does not answer";
    /// The conference server did not answer in time.
    ConferenceSlow = "urn:parvis:problem:conference-slow", 504, "The conference server takes too long";
    /// The identity provider does not answer.
    ProviderUnreachable = "urn:parvis:problem:provider-unreachable", 503, "The identity provider does not answer";
    /// The identity provider's response is invalid or untrusted, or it does not know this service.
    ProviderUnusable = "urn:parvis:problem:provider-unusable", 502, "The identity provider's answer cannot be used";
    /// The service is temporarily unavailable.
    Unavailable = "urn:parvis:problem:unavailable", 503, "The service is not available";
}

// Not derived: the derive macro does not see the names that the macro assigns.
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
            assert!(kind.urn().starts_with("urn:parvis:problem:"), "{kind:?}");
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

//! API errors: the keys and messages of the real server.
//!
//! Source: BigBlueButton's `ApiErrors`, `ApiController` and the constraints of its requests.

/// An error. Its text is the `message`, [`key`](Self::key) the `messageKey` of the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("Checksums do not match")]
    Checksum,
    #[error("POST request Content-Type is missing or unsupported")]
    UnsupportedContentType,
    #[error("This request is not supported.")]
    UnsupportedRequest,
    /// From Scalelite, when one of its servers does not answer.
    #[error("Unable to access server.")]
    Internal,
    #[error("The API is not enabled on this server.")]
    ApiNotEnabled,
    #[error("You must provide a meeting ID")]
    MissingMeetingId,
    #[error("You must provide your name")]
    MissingFullName,
    /// The text contains the parameter.
    #[error("{0}")]
    Validation(&'static str),
    #[error("Passwords must be between 2 and 64 characters")]
    InvalidPassword,
    #[error("A meeting already exists with that meeting ID.  Please use a different meeting ID.")]
    IdNotUnique,
    #[error("The selected voice bridge is already in use.")]
    NonUniqueVoiceBridge,
    #[error("A meeting with that ID does not exist")]
    NotFound,
    #[error("The meeting ID that you supplied did not match any existing meetings")]
    InvalidMeetingIdentifier,
    #[error("You can not join a meeting that has already been forcibly ended.")]
    MeetingForciblyEnded,
    #[error("The createTime parameter submitted mismatches with the current meeting.")]
    MismatchCreateTime,
    #[error("The number of participants allowed for this meeting has been reached.")]
    MaxParticipantsReached,
    #[error("You have been denied access to this meeting based on the meeting's guest policy")]
    GuestDeniedAccess,
    #[error("You must specify one or more a recordIDs.")]
    MissingRecordId,
    #[error("You must specify one a publish value true or false.")]
    MissingPublish,
    #[error("We could not find recordings")]
    RecordingNotFound,
    #[error("You must provide either a valid role or the meeting's password")]
    ParamsRequired,
}

impl Refusal {
    /// The `messageKey`.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Checksum => "checksumError",
            Self::UnsupportedContentType => "unsupportedContentType",
            Self::UnsupportedRequest => "unsupportedRequest",
            Self::Internal => "internalError",
            Self::ApiNotEnabled => "apiNotEnabled",
            Self::MissingMeetingId => "missingParamMeetingID",
            Self::MissingFullName => "missingParamFullName",
            Self::Validation(_) => "validationError",
            Self::InvalidPassword => "invalidPassword",
            Self::IdNotUnique => "idNotUnique",
            Self::NonUniqueVoiceBridge => "nonUniqueVoiceBridge",
            Self::NotFound | Self::RecordingNotFound => "notFound",
            Self::InvalidMeetingIdentifier => "invalidMeetingIdentifier",
            Self::MeetingForciblyEnded => "meetingForciblyEnded",
            Self::MismatchCreateTime => "mismatchCreateTimeParam",
            Self::MaxParticipantsReached => "maxParticipantsReached",
            Self::GuestDeniedAccess => "guestDeniedAccess",
            Self::MissingRecordId => "missingParamRecordID",
            Self::MissingPublish => "missingParamPublish",
            // With a space, like on the real server.
            Self::ParamsRequired => "Params required",
        }
    }
}

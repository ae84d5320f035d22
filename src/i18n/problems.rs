//! Messages for the problems that the backend reports.

use parvis_contract::problem::{Problem, ProblemKind};

use super::shared::Texts;

parvis_ui::texts_of!(ProblemTexts, "problems");

impl ProblemTexts {
    /// The texts of problems, in the language of `texts`.
    pub fn from_shared(texts: Texts) -> Self {
        Self(texts.0)
    }

    /// The message for a problem: what it is and what to do about it.
    pub fn message(self, problem: &Problem) -> String {
        match problem.kind {
            ProblemKind::TooManyCodes => {
                self.too_many_codes(&self.when_to_retry(problem.retry_after))
            }
            ProblemKind::CodesSuspended => {
                self.codes_suspended(&self.when_to_retry(problem.retry_after))
            }
            ProblemKind::FileTooLarge => match problem.limit {
                Some(bytes) => self.file_too_large(bytes / 1_000_000),
                None => self.fixed(ProblemKind::FileTooLarge).to_owned(),
            },
            ProblemKind::RoomLimit => match problem.limit {
                Some(limit) => Texts(self.0).room_limit(limit),
                None => Texts(self.0).room_limit_reached().to_owned(),
            },
            kind => self.fixed(kind).to_owned(),
        }
    }

    /// When to try again: in minutes below an hour, in hours above.
    fn when_to_retry(self, seconds: Option<u64>) -> String {
        match seconds {
            None => self.later().to_owned(),
            Some(seconds @ ..3_600) => self.in_minutes(seconds.div_ceil(60).max(1)),
            Some(seconds) => self.in_hours(seconds.div_ceil(3_600)),
        }
    }

    /// The message for a kind of problem without parameters.
    fn fixed(self, kind: ProblemKind) -> &'static str {
        match kind {
            ProblemKind::Malformed | ProblemKind::UnsupportedMediaType => self.malformed(),
            ProblemKind::SignInExpired => self.sign_in_expired(),
            ProblemKind::SignInRequired => self.sign_in_required(),
            ProblemKind::SignInRefused => self.sign_in_refused(),
            ProblemKind::OriginRefused
            | ProblemKind::TokenRefused
            | ProblemKind::AccessTokenRefused
            | ProblemKind::ModeratorsOnly => self.origin_refused(),
            ProblemKind::NotFound | ProblemKind::MethodNotAllowed => self.not_found(),
            ProblemKind::RoomNotFound => self.room_not_found(),
            ProblemKind::RecordingNotFound => self.recording_not_found(),
            ProblemKind::AccountUnknown => self.account_unknown(),
            ProblemKind::FileNotFound => self.file_not_found(),
            ProblemKind::FileLimit => self.file_limit(),
            ProblemKind::FileTypeRefused => self.file_type_refused(),
            ProblemKind::UploadOffset => self.upload_offset(),
            ProblemKind::MeetingNotRunning => self.meeting_not_running(),
            ProblemKind::OwnerOnly => self.owner_only(),
            ProblemKind::DelegateNotFound => self.delegate_not_found(),
            ProblemKind::DelegateLimit => self.delegate_limit(),
            ProblemKind::DelegateInactive => self.delegate_inactive(),
            ProblemKind::HandoverNotOffered => self.handover_not_offered(),
            ProblemKind::LinkUnknown => self.link_unknown(),
            ProblemKind::AttendeeSignInRequired => self.attendee_sign_in_required(),
            ProblemKind::CodeUnknown => self.code_unknown(),
            ProblemKind::TicketUnknown => self.ticket_unknown(),
            ProblemKind::ProofRequired => self.proof_required(),
            ProblemKind::TooManyMeetings => self.too_many_meetings(),
            ProblemKind::DailyLimit => self.daily_limit(),
            ProblemKind::PinTaken => self.pin_taken(),
            ProblemKind::MeetingOver => self.meeting_over(),
            ProblemKind::LinkRenewed => self.link_renewed(),
            ProblemKind::RoomDeleted => self.room_deleted(),
            ProblemKind::RoomIdMalformed => self.room_id_malformed(),
            ProblemKind::MeetingRunning => self.meeting_running(),
            ProblemKind::DeletedByYou => self.deleted_by_you(),
            ProblemKind::RestorationOver => self.restoration_over(),
            ProblemKind::ConferenceSlow => self.conference_slow(),
            ProblemKind::IdempotencyKeyReused => self.idempotency_key_reused(),
            ProblemKind::StorageFull => self.storage_full(),
            ProblemKind::TooLarge | ProblemKind::FileTooLarge => self.too_large(),
            ProblemKind::Invalid => self.invalid(),
            ProblemKind::Internal => self.internal(),
            ProblemKind::ProtectionUnavailable => self.protection_unavailable(),
            ProblemKind::EntranceUnavailable => self.entrance_unavailable(),
            ProblemKind::ConferenceRefused => self.conference_refused(),
            ProblemKind::ConferenceUnreachable => self.conference_unreachable(),
            ProblemKind::ProviderUnreachable => self.provider_unreachable(),
            ProblemKind::ProviderUnusable => self.provider_unusable(),
            ProblemKind::Unavailable => self.unavailable(),
            ProblemKind::TooManyCodes | ProblemKind::CodesSuspended => self.later(),
            ProblemKind::RoomLimit => "",
        }
    }
}

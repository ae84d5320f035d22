//! Parameters of `create`, parsed and validated.
//!
//! Typed fields exist only for what the sandbox implements; all parameters are kept for tests. Source:
//! BigBlueButton's `CreateMeeting` request and its `ParamsProcessorUtil`.

use std::collections::BTreeMap;

use crate::conference::guests::GuestPolicy;
use crate::conference::refusal::Refusal;
use crate::parameters::Parameters;

/// Boolean parameters of `create`, which accept only `true` and `false`.
const BOOLEANS: [&str; 22] = [
    "record",
    "autoStartRecording",
    "allowStartStopRecording",
    "recordFullDurationMedia",
    "meetingKeepEvents",
    "notifyRecordingIsOn",
    "muteOnStart",
    "webcamsOnlyForModerator",
    "allowModsToUnmuteUsers",
    "allowModsToEjectCameras",
    "lockSettingsDisableCam",
    "lockSettingsDisableMic",
    "lockSettingsDisablePrivateChat",
    "lockSettingsDisablePublicChat",
    "lockSettingsDisableNotes",
    "lockSettingsHideUserList",
    "lockSettingsHideViewersCursor",
    "lockSettingsHideViewersAnnotation",
    "lockSettingsLockOnJoin",
    "lockSettingsLockOnJoinConfigurable",
    "endWhenNoModerator",
    "allowRequestsWithoutSession",
];

/// The parameters of a meeting to create, or of a repetition.
#[derive(Clone)]
pub(crate) struct MeetingPlan {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) attendee_password: Option<String>,
    pub(crate) moderator_password: Option<String>,
    pub(crate) voice_bridge: Option<String>,
    pub(crate) dial_number: String,
    /// HTML as sent, without filtering and replacement of placeholders.
    pub(crate) welcome: Option<String>,
    /// The text for moderators, likewise.
    pub(crate) moderator_message: Option<String>,
    /// 0 for no limit.
    pub(crate) max_participants: u64,
    /// Minutes, 0 for no limit.
    pub(crate) duration: u64,
    pub(crate) record: bool,
    pub(crate) logout_url: Option<String>,
    pub(crate) guest_policy: GuestPolicy,
    pub(crate) open_without_cookie: bool,
    /// How many minutes the meeting waits for its first participant, if set.
    pub(crate) empty_minutes: Option<u64>,
    /// How many minutes it continues after its last participant, if set.
    pub(crate) left_minutes: Option<u64>,
    pub(crate) metadata: BTreeMap<String, String>,
    /// All parameters except the checksum.
    pub(crate) parameters: Vec<(String, String)>,
}

/// BigBlueButton's default number, which clients hide.
const DEFAULT_DIAL_NUMBER: &str = "613-555-1234";

impl MeetingPlan {
    /// The value of a parameter, ignoring the case of its name.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Parses the parameters of `create`.
    pub(crate) fn read(parameters: &Parameters) -> Result<Self, Refusal> {
        let id = meeting_id(parameters)?;
        let name = parameters
            .filled("name")
            .filter(|name| (2..=256).contains(&length(name)))
            .ok_or(Refusal::Validation(
                "Meeting name must be between 2 and 256 characters",
            ))?;
        if BOOLEANS
            .iter()
            .filter_map(|name| parameters.filled(name))
            .any(|value| value != "true" && value != "false")
        {
            return Err(Refusal::Validation(
                "A boolean parameter must be true or false",
            ));
        }
        let voice_bridge = parameters.filled("voiceBridge");
        if voice_bridge.is_some_and(|number| !number.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(Refusal::Validation("Voice bridge must be an integer"));
        }
        let text = |name| parameters.filled(name).map(str::to_owned);
        // Invalid numbers are ignored, like on the real server.
        let number = |name| parameters.filled(name).and_then(|value| value.parse().ok());
        let flag = |name| parameters.get(name) == Some("true");

        Ok(Self {
            id: id.to_owned(),
            name: name.to_owned(),
            attendee_password: password(parameters, "attendeePW")?,
            moderator_password: password(parameters, "moderatorPW")?,
            voice_bridge: voice_bridge.map(str::to_owned),
            dial_number: text("dialNumber").unwrap_or_else(|| DEFAULT_DIAL_NUMBER.to_owned()),
            welcome: text("welcome"),
            moderator_message: text("moderatorOnlyMessage"),
            max_participants: number("maxParticipants").unwrap_or(0),
            duration: number("duration").unwrap_or(0),
            record: flag("record"),
            logout_url: text("logoutURL"),
            guest_policy: GuestPolicy::parse(parameters.filled("guestPolicy")),
            open_without_cookie: flag("allowRequestsWithoutSession"),
            empty_minutes: number("meetingExpireIfNoUserJoinedInMinutes"),
            left_minutes: number("meetingExpireWhenLastUserLeftInMinutes"),
            metadata: metadata(parameters),
            parameters: parameters
                .iter()
                .filter(|(name, _)| *name != "checksum")
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        })
    }
}

/// Parses `meetingID`, required by all calls but one.
pub(crate) fn meeting_id(parameters: &Parameters) -> Result<&str, Refusal> {
    let id = parameters
        .filled("meetingID")
        .ok_or(Refusal::MissingMeetingId)?;
    if !(2..=256).contains(&length(id)) {
        return Err(Refusal::Validation(
            "Meeting ID must be between 2 and 256 characters",
        ));
    }
    if id.contains(',') {
        return Err(Refusal::Validation("Meeting ID cannot contain ','"));
    }
    if id.trim() != id || id.chars().any(char::is_control) {
        return Err(Refusal::Validation(
            "Meeting ID has white space or control characters",
        ));
    }
    Ok(id)
}

fn password(parameters: &Parameters, name: &str) -> Result<Option<String>, Refusal> {
    match parameters.filled(name) {
        Some(password) if !(2..=64).contains(&length(password)) => Err(Refusal::InvalidPassword),
        password => Ok(password.map(str::to_owned)),
    }
}

/// The `meta_…` parameters whose key is a letter followed by letters, digits and hyphens. Others are silently
/// dropped, like on the real server.
fn metadata(parameters: &Parameters) -> BTreeMap<String, String> {
    parameters
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix("meta_")?, value)))
        .filter(|(key, _)| {
            key.starts_with(|c: char| c.is_ascii_alphabetic())
                && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
        .map(|(key, value)| (key.to_ascii_lowercase(), value.to_owned()))
        .collect()
}

/// The length as Java counts it, in UTF-16 units.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<MeetingPlan, Refusal> {
        MeetingPlan::read(&Parameters::parse(query.as_bytes()))
    }

    #[track_caller]
    fn check_refused(query: &str, key: &str) {
        assert_eq!(read(query).err().map(Refusal::key), Some(key), "{query}");
    }

    #[test]
    fn what_the_real_server_refuses_is_refused_with_its_key() {
        check_refused("name=Conseil", "missingParamMeetingID");
        check_refused("name=Conseil&meetingID=", "missingParamMeetingID");
        check_refused("name=Conseil&meetingID=a", "validationError");
        check_refused("name=Conseil&meetingID=a,b", "validationError");
        check_refused("name=Conseil&meetingID=+ab", "validationError");
        check_refused("name=Conseil&meetingID=a%00b", "validationError");
        check_refused("meetingID=ab", "validationError");
        check_refused("meetingID=ab&name=C", "validationError");
        check_refused(
            &format!("meetingID=ab&name={}", "C".repeat(257)),
            "validationError",
        );
        check_refused(
            "meetingID=ab&name=Conseil&voiceBridge=12a",
            "validationError",
        );
        check_refused("meetingID=ab&name=Conseil&record=True", "validationError");
        check_refused("meetingID=ab&name=Conseil&attendeePW=a", "invalidPassword");
    }

    #[test]
    fn lengths_are_in_utf_16_units() {
        let emoji = "%F0%9F%8E%93";
        assert!(read(&format!("meetingID=ab&name={emoji}")).is_ok());
        assert!(read(&format!("meetingID=ab&name={}", emoji.repeat(128))).is_ok());
        check_refused(
            &format!("meetingID=ab&name={}", emoji.repeat(129)),
            "validationError",
        );
    }

    #[test]
    fn empty_passwords_and_unreadable_numbers_count_as_not_said() {
        let plan = read("meetingID=ab&name=Conseil&attendeePW=&maxParticipants=many&duration=")
            .expect("a plan");
        assert_eq!(plan.attendee_password, None);
        assert_eq!((plan.max_participants, plan.duration), (0, 0));
    }

    #[test]
    fn metadata_is_lower_case_and_odd_keys_are_dropped() {
        let plan = read("meetingID=ab&name=Conseil&meta_endCallbackUrl=u&meta_a_b=1&meta_1a=1")
            .expect("a plan");
        assert_eq!(
            plan.metadata.into_iter().collect::<Vec<_>>(),
            [("endcallbackurl".to_owned(), "u".to_owned())]
        );
    }
}

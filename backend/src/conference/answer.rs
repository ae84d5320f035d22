//! Responses of the BigBlueButton API: XML, with HTTP status 200 even for failures.

use parvis_contract::code::Pin;
use serde::Deserialize;

use super::recordings::RecordingElements;
use super::{ConferenceError, Meeting, MeetingNonce};

/// The fields of a response that the portal uses.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Answer {
    returncode: String,
    message_key: Option<String>,
    errors: Option<Errors>,
    create_time: Option<i64>,
    #[serde(default)]
    running: bool,
    /// Whether it was told to end: participants are being removed, and nobody can join.
    #[serde(default)]
    has_been_forcibly_ended: bool,
    /// When it ended, in milliseconds since 1970-01-01T00:00:00Z; 0 before.
    #[serde(default)]
    end_time: i64,
    #[serde(default)]
    pub participant_count: u32,
    /// The telephone number, in responses to `create` and in meetings.
    voice_bridge: Option<String>,
    #[serde(default)]
    metadata: Metadata,
    #[serde(default)]
    meetings: Meetings,
    #[serde(default)]
    recordings: RecordingElements,
}

/// Metadata of `create`; the server returns the names in lower case.
#[derive(Default, Deserialize)]
struct Metadata {
    #[serde(rename = "parvis-meeting")]
    nonce: Option<String>,
}

impl Metadata {
    fn nonce(&self) -> Option<MeetingNonce> {
        MeetingNonce::parse(self.nonce.as_deref()?)
    }
}

/// The list of `getMeetings`.
#[derive(Default, Deserialize)]
struct Meetings {
    #[serde(default)]
    meeting: Vec<MeetingElement>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct MeetingElement {
    #[serde(rename = "meetingID")]
    meeting_id: String,
    create_time: i64,
    #[serde(default)]
    running: bool,
    #[serde(default)]
    has_been_forcibly_ended: bool,
    #[serde(default)]
    end_time: i64,
    #[serde(default)]
    participant_count: u32,
    #[serde(default)]
    metadata: Metadata,
}

/// The nested error form, which `nonUniqueVoiceBridge` uses.
#[derive(Deserialize)]
struct Errors {
    #[serde(default)]
    error: Vec<ErrorElement>,
}

#[derive(Deserialize)]
struct ErrorElement {
    // An attribute in some versions, an element in others.
    #[serde(alias = "@key")]
    key: String,
}

/// The `messageKey` of a failure, as far as the portal distinguishes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageKey {
    /// The shared secrets differ.
    ChecksumError,
    /// The meeting does not exist.
    NotFound,
    /// A meeting with this identifier exists with other passwords.
    IdNotUnique,
    /// Another meeting uses the PIN.
    NonUniqueVoiceBridge,
    /// Another key.
    Other(String),
}

impl From<String> for MessageKey {
    fn from(key: String) -> Self {
        match key.as_str() {
            "checksumError" => Self::ChecksumError,
            "notFound" => Self::NotFound,
            "idNotUnique" => Self::IdNotUnique,
            "nonUniqueVoiceBridge" => Self::NonUniqueVoiceBridge,
            _ => Self::Other(key),
        }
    }
}

impl Answer {
    /// Whether `create` found an existing meeting.
    pub fn is_repeated(&self) -> bool {
        self.message_key.as_deref() == Some("duplicateWarning")
    }

    /// Whether the meeting has participants and accepts more.
    pub fn is_running(&self) -> bool {
        self.running && !self.has_been_forcibly_ended
    }

    /// Whether the meeting has ended.
    pub fn has_ended(&self) -> bool {
        self.has_been_forcibly_ended || self.end_time > 0
    }

    /// The telephone number, if it is valid.
    pub fn voice_bridge(&self) -> Option<Pin> {
        Pin::parse(self.voice_bridge.as_deref()?).ok()
    }

    /// The listed meetings.
    pub fn into_meetings(self) -> Vec<Meeting> {
        let to_meeting = |element: MeetingElement| Meeting {
            id: element.meeting_id,
            create_time: element.create_time,
            running: element.running && !element.has_been_forcibly_ended,
            has_ended: element.has_been_forcibly_ended || element.end_time > 0,
            people: element.participant_count,
            nonce: element.metadata.nonce(),
        };
        self.meetings.meeting.into_iter().map(to_meeting).collect()
    }

    /// The listed recordings.
    pub fn recordings(self) -> RecordingElements {
        self.recordings
    }

    /// The nonce of the creation.
    pub fn nonce(&self) -> Option<MeetingNonce> {
        self.metadata.nonce()
    }

    pub fn create_time(&self) -> Result<i64, ConferenceError> {
        self.create_time
            .ok_or_else(|| ConferenceError::Unreadable("there is no createTime".to_owned()))
    }
}

/// Parses a response; a FAILED one is an error.
pub(super) fn read(xml: &str) -> Result<Answer, ConferenceError> {
    let answer: Answer = quick_xml::de::from_str(xml)
        .map_err(|error| ConferenceError::Unreadable(error.to_string()))?;
    if answer.returncode == "SUCCESS" {
        return Ok(answer);
    }
    let nested = answer
        .errors
        .and_then(|errors| errors.error.into_iter().next());
    let key = answer
        .message_key
        .or(nested.map(|error| error.key))
        .unwrap_or_default();
    Err(ConferenceError::Refused(key.into()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check_refused(xml: &str, expect: &MessageKey) {
        match read(xml) {
            Err(ConferenceError::Refused(key)) => assert_eq!(&key, expect),
            Err(error) => panic!("{error}"),
            Ok(_) => panic!("taken as a success"),
        }
    }

    #[test]
    fn a_created_meeting_tells_its_time() {
        let xml = "<response><returncode>SUCCESS</returncode><meetingID>abc</meetingID>\
                   <createTime>1770888600123</createTime><messageKey></messageKey>\
                   <message></message></response>";
        let answer = read(xml).expect("a success");
        assert_eq!(answer.create_time().expect("a time"), 1_770_888_600_123);
        assert!(!answer.is_running());
    }

    #[test]
    fn a_running_meeting_with_people_in_it_reads() {
        let xml = "<response><returncode>SUCCESS</returncode><meetingName>R &amp; D</meetingName>\
                   <createTime>5</createTime><running>true</running><attendees><attendee>\
                   <userID>1</userID><fullName>Zoé</fullName></attendee><attendee><userID>2\
                   </userID></attendee></attendees><metadata/></response>";
        assert!(read(xml).expect("a success").is_running());
        let ending = xml.replace(
            "<attendees>",
            "<hasBeenForciblyEnded>true</hasBeenForciblyEnded><attendees>",
        );
        assert!(!read(&ending).expect("a success").is_running());
    }

    #[test]
    fn what_a_creation_carried_is_read_and_anything_else_is_nothing() {
        let nonce = |metadata: &str| {
            let xml = format!(
                "<response><returncode>SUCCESS</returncode><createTime>5</createTime>{metadata}</response>"
            );
            read(&xml).expect("a success").nonce()
        };
        let number = "0123456789abcdef0123456789abcdef";
        let carried = format!(
            "<metadata><endcallbackurl>x</endcallbackurl><parvis-meeting>{number}</parvis-meeting></metadata>"
        );
        assert_eq!(nonce(&carried), MeetingNonce::parse(number));
        assert!(nonce(&carried).is_some());
        for none in [
            "",
            "<metadata/>",
            "<metadata></metadata>",
            "<metadata>\n</metadata>",
            "<metadata><parvis-meeting/></metadata>",
            "<metadata><parvis-meeting>x</parvis-meeting></metadata>",
        ] {
            assert_eq!(nonce(none), None, "{none}");
        }
    }

    #[test]
    fn a_list_of_meetings_reads_whatever_is_in_it() {
        let xml = "<response><returncode>SUCCESS</returncode><meetings><meeting><meetingName>Une\
                   </meetingName><meetingID>a</meetingID><createTime>5</createTime><running>true\
                   </running><participantCount>2</participantCount><attendees><attendee><userID>1\
                   </userID></attendee><attendee><userID>2</userID></attendee></attendees>\
                   <metadata/></meeting><meeting><meetingID>b</meetingID><createTime>6</createTime>\
                   <running>false</running></meeting></meetings></response>";
        let meetings = read(xml).expect("a success").into_meetings();
        let told: Vec<_> = meetings
            .iter()
            .map(|meeting| {
                (
                    &*meeting.id,
                    meeting.create_time,
                    meeting.running,
                    meeting.people,
                )
            })
            .collect();
        assert_eq!(told, [("a", 5, true, 2), ("b", 6, false, 0)]);
        for none in ["", "<meetings/>", "<meetings></meetings>"] {
            let xml = format!("<response><returncode>SUCCESS</returncode>{none}</response>");
            assert!(
                read(&xml).expect("a success").into_meetings().is_empty(),
                "{none}"
            );
        }
    }

    #[test]
    fn both_forms_of_refusal_are_read() {
        check_refused(
            "<response><returncode>FAILED</returncode><messageKey>notFound</messageKey>\
             <message>No.</message></response>",
            &MessageKey::NotFound,
        );
        check_refused(
            "<response><returncode>FAILED</returncode><errors><error><key>nonUniqueVoiceBridge\
             </key><message>No.</message></error></errors></response>",
            &MessageKey::NonUniqueVoiceBridge,
        );
        check_refused(
            "<response><returncode>FAILED</returncode><errors>\
             <error key=\"nonUniqueVoiceBridge\" message=\"No.\"/></errors></response>",
            &MessageKey::NonUniqueVoiceBridge,
        );
        check_refused(
            "<response><returncode>FAILED</returncode></response>",
            &MessageKey::Other(String::new()),
        );
    }

    #[test]
    fn a_page_that_is_no_answer_is_unreadable() {
        for page in ["", "<html><body>502</body></html>", "{}"] {
            assert!(
                matches!(read(page), Err(ConferenceError::Unreadable(_))),
                "{page}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_panic(text in ".*") {
            let _ = read(&text);
            let wrapped = format!("<response>{text}</response>");
            prop_assert!(read(&wrapped).is_err());
        }
    }
}

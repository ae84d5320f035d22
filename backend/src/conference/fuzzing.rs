//! The conference server's answers and the parameters of `create`, for the fuzz targets.

use parvis_contract::code::Pin;

use super::{ConferenceError, Meeting, NewMeeting, Recording, answer};

/// All that calls read from an answer.
pub struct ReadAnswer {
    /// The meeting of `getMeetingInfo`; its identifier is empty, as the portal takes the one that it asked for.
    pub meeting: Meeting,
    /// The telephone number of `create`.
    pub voice_bridge: Option<Pin>,
    /// The meetings of `getMeetings`.
    pub meetings: Vec<Meeting>,
    /// The recordings of `getRecordings`.
    pub recordings: Vec<Recording>,
}

/// Parses an answer.
///
/// # Errors
///
/// [`ConferenceError`] when the text is no answer, or a refusal.
pub fn read_answer(xml: &str) -> Result<ReadAnswer, ConferenceError> {
    let answer = answer::read(xml)?;
    Ok(ReadAnswer {
        meeting: Meeting {
            id: String::new(),
            create_time: answer.create_time().unwrap_or_default(),
            running: answer.is_running(),
            has_ended: answer.has_ended(),
            people: answer.participant_count,
            nonce: answer.nonce(),
        },
        voice_bridge: answer.voice_bridge(),
        meetings: answer::read(xml)?.into_meetings(),
        recordings: answer.recordings().into_recordings(),
    })
}

/// All parameters of `create`: those in the address, then those in the body.
#[must_use]
pub fn create_parameters(meeting: &NewMeeting<'_>) -> Vec<(&'static str, String)> {
    let query = meeting.query().into_iter();
    let mut parameters: Vec<_> = query
        .map(|(name, value)| (name, value.to_owned()))
        .collect();
    parameters.extend(meeting.parameters());
    parameters
}

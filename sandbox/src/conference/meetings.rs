//! All live meetings: the state of the conference server and the rules between meetings.
//!
//! Knows neither HTTP nor XML, and reads no clock.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::clock::Moment;
use crate::conference::meeting::Meeting;
use crate::conference::person::Person;
use crate::conference::plan::MeetingPlan;
use crate::conference::plugins::Plugin;
use crate::conference::refusal::Refusal;
use crate::conference::timeline::Limits;
use crate::random;

/// BigBlueButton's `defaultNumDigitsForTelVoice`.
const VOICE_BRIDGE_DIGITS: usize = 5;

/// The live meetings by their `meetingID`.
#[derive(Default)]
pub(crate) struct Meetings {
    live: BTreeMap<String, Meeting>,
    last_create_time: u64,
}

/// What became of a `create`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Creation {
    New,
    /// The meeting was there already, and stays as it is.
    Repeated,
}

impl Meetings {
    /// Creates the meeting with its plug-ins, or finds it where this is a repetition.
    pub(crate) fn create(
        &mut self,
        plan: MeetingPlan,
        plugins: Vec<Plugin>,
        now: Moment,
    ) -> Result<(&Meeting, Creation), Refusal> {
        let id = plan.id.clone();
        let creation = match self.live.get(&id) {
            Some(meeting) if meeting.accepts_repetition(&plan) => Creation::Repeated,
            Some(_) => return Err(Refusal::IdNotUnique),
            None => {
                self.start(plan, plugins, now)?;
                Creation::New
            }
        };
        // Present on both ways; were it not, the caller would be told so.
        self.live
            .get(&id)
            .map(|meeting| (meeting, creation))
            .ok_or(Refusal::NotFound)
    }

    fn start(
        &mut self,
        plan: MeetingPlan,
        plugins: Vec<Plugin>,
        now: Moment,
    ) -> Result<(), Refusal> {
        let voice_bridge = match &plan.voice_bridge {
            Some(number) if self.uses(number) => return Err(Refusal::NonUniqueVoiceBridge),
            Some(number) => number.clone(),
            None => self.draw_voice_bridge(),
        };
        // Two sessions of one room never share a create time, however fast they follow.
        let unix_ms = now.unix_ms.max(self.last_create_time + 1);
        self.last_create_time = unix_ms;
        let meeting = Meeting::new(plan, plugins, voice_bridge, Moment { unix_ms, ..now });
        self.live.insert(meeting.plan.id.clone(), meeting);
        Ok(())
    }

    fn uses(&self, voice_bridge: &str) -> bool {
        self.live
            .values()
            .any(|meeting| meeting.voice_bridge == voice_bridge)
    }

    fn draw_voice_bridge(&self) -> String {
        loop {
            let number = random::digits(VOICE_BRIDGE_DIGITS);
            if !self.uses(&number) {
                return number;
            }
        }
    }

    /// The meeting of that `meetingID`.
    pub(crate) fn get(&self, id: &str) -> Option<&Meeting> {
        self.live.get(id)
    }

    /// The same, to be changed.
    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut Meeting> {
        self.live.get_mut(id)
    }

    /// All of them, by `meetingID`.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Meeting> {
        self.live.values()
    }

    /// The meeting and the person of a session. The token alone does not open it: the browser
    /// that joined has to show its cookie, unless the meeting was created without that demand.
    pub(crate) fn session(
        &self,
        session_token: &str,
        browser: Option<&str>,
    ) -> Option<(&Meeting, &Person)> {
        self.live
            .values()
            .find_map(|meeting| Some((meeting, meeting.person(session_token)?)))
            .filter(|(meeting, person)| {
                meeting.plan.open_without_cookie || browser == Some(&person.browser)
            })
    }

    /// The meeting in which a session is, to be changed. Who asks has been recognised before.
    pub(crate) fn of_session_mut(&mut self, session_token: &str) -> Option<&mut Meeting> {
        self.live
            .values_mut()
            .find(|meeting| meeting.person(session_token).is_some())
    }

    /// Whether a cookie of ours has this value.
    pub(crate) fn knows_browser(&self, browser: &str) -> bool {
        self.live
            .values()
            .flat_map(|meeting| &meeting.people)
            .any(|p| p.browser == browser)
    }

    /// Takes out the meetings that are over; see [`Meeting::is_over`].
    pub(crate) fn remove_ended(
        &mut self,
        now: Instant,
        server: Limits,
        minute: Duration,
    ) -> Vec<Meeting> {
        self.live
            .extract_if(.., |_, meeting| meeting.is_over(now, server, minute))
            .map(|(_, meeting)| meeting)
            .collect()
    }
}

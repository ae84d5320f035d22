//! All meetings: the state of the conference server.
//!
//! It does not depend on HTTP, XML or the clock.

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

/// The meetings by `meetingID`.
#[derive(Default)]
pub(crate) struct Meetings {
    live: BTreeMap<String, Meeting>,
    last_create_time: u64,
}

/// The result of `create`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Creation {
    New,
    /// The meeting already existed and is unchanged.
    Repeated,
}

impl Meetings {
    /// Creates a meeting with its plug-ins, or returns the existing one.
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
        // Present in both cases; otherwise the caller gets an error.
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
        // Create times are unique, even of meetings in quick succession.
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

    /// The meeting with this `meetingID`.
    pub(crate) fn get(&self, id: &str) -> Option<&Meeting> {
        self.live.get(id)
    }

    /// As [`get`](Self::get), mutable.
    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut Meeting> {
        self.live.get_mut(id)
    }

    /// All meetings by `meetingID`.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Meeting> {
        self.live.values()
    }

    /// The meeting and the person of a session. The browser's cookie has to match as well, unless the meeting
    /// was created without that requirement.
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

    /// The meeting of a session, mutable. The caller has verified the session.
    pub(crate) fn of_session_mut(&mut self, session_token: &str) -> Option<&mut Meeting> {
        self.live
            .values_mut()
            .find(|meeting| meeting.person(session_token).is_some())
    }

    /// Whether a cookie of this server has this value.
    pub(crate) fn knows_browser(&self, browser: &str) -> bool {
        self.live
            .values()
            .flat_map(|meeting| &meeting.people)
            .any(|p| p.browser == browser)
    }

    /// Removes the meetings that have ended; see [`Meeting::is_over`].
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

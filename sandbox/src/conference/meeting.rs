//! One meeting, from `create` until it ends. The current moment is always passed in.

use std::time::{Duration, Instant};

use sha1::{Digest, Sha1};
use tokio::sync::watch;

use crate::clock::Moment;
use crate::conference::guests::GuestStatus;
use crate::conference::person::Person;
use crate::conference::plan::MeetingPlan;
use crate::conference::plugins::Plugin;
use crate::conference::role::Role;
use crate::conference::timeline::{Limits, Timeline};
use crate::random;

/// A live meeting.
pub(crate) struct Meeting {
    pub(crate) plan: MeetingPlan,
    /// As they were loaded at `create`, those too that could not be.
    pub(crate) plugins: Vec<Plugin>,
    /// `sha1(meetingID)-createTime`, which is also the id of its recording.
    pub(crate) internal_id: String,
    pub(crate) attendee_password: String,
    pub(crate) moderator_password: String,
    pub(crate) voice_bridge: String,
    /// Milliseconds since 1970.
    pub(crate) create_time: u64,
    /// Everyone who has joined and not left, in the order of joining: in, waiting, or on the way.
    pub(crate) people: Vec<Person>,
    pub(crate) timeline: Timeline,
    /// Whether plug-ins that ask for the meeting's texts are refused.
    pub(crate) refuses_texts: bool,
    news: watch::Sender<()>,
}

const PASSWORD_LENGTH: usize = 8;

impl Meeting {
    /// Starts what `plan` asks for.
    pub(crate) fn new(
        plan: MeetingPlan,
        plugins: Vec<Plugin>,
        voice_bridge: String,
        now: Moment,
    ) -> Self {
        let password = |sent: &Option<String>| {
            sent.clone()
                .unwrap_or_else(|| random::alphanumeric(PASSWORD_LENGTH))
        };
        Self {
            internal_id: format!("{:x}-{}", Sha1::digest(&plan.id), now.unix_ms),
            attendee_password: password(&plan.attendee_password),
            moderator_password: password(&plan.moderator_password),
            voice_bridge,
            create_time: now.unix_ms,
            people: Vec::new(),
            timeline: Timeline::starting(now.instant),
            refuses_texts: false,
            news: watch::Sender::new(()),
            plan,
            plugins,
        }
    }

    /// The password rule of a repeated `create`: both as they are, or neither.
    pub(crate) fn accepts_repetition(&self, plan: &MeetingPlan) -> bool {
        match (&plan.attendee_password, &plan.moderator_password) {
            (None, None) => true,
            (Some(attendee), Some(moderator)) => {
                *attendee == self.attendee_password && *moderator == self.moderator_password
            }
            _ => false,
        }
    }

    /// The role that a password gives.
    pub(crate) fn role_by_password(&self, password: &str) -> Option<Role> {
        if password == self.moderator_password {
            Some(Role::Moderator)
        } else if password == self.attendee_password {
            Some(Role::Viewer)
        } else {
            None
        }
    }

    /// Those who are in.
    pub(crate) fn participants(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.is_in())
    }

    /// Those in the lobby.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.is_waiting())
    }

    /// Who holds the presentation: the first moderator who is in.
    pub(crate) fn presenter(&self) -> Option<&Person> {
        self.participants()
            .find(|person| person.role == Role::Moderator)
    }

    /// Someone is in; a meeting that has only been created does not run.
    pub(crate) fn is_running(&self) -> bool {
        self.participants().next().is_some()
    }

    /// Whether there is a place for `external_id`. People are counted once however often they
    /// have joined, and whoever is in may come back.
    pub(crate) fn has_place_for(&self, external_id: &str) -> bool {
        let mut ids: Vec<&str> = self
            .participants()
            .map(|person| person.external_id.as_str())
            .collect();
        ids.sort_unstable();
        ids.dedup();
        self.plan.max_participants == 0
            || ids.contains(&external_id)
            || (ids.len() as u64) < self.plan.max_participants
    }

    /// The person of a session.
    pub(crate) fn person(&self, session_token: &str) -> Option<&Person> {
        self.people
            .iter()
            .find(|person| person.session_token == session_token)
    }

    fn person_mut(&mut self, session_token: &str) -> Option<&mut Person> {
        self.people
            .iter_mut()
            .find(|person| person.session_token == session_token)
    }

    /// Notes an open event stream of someone who has been let in.
    pub(crate) fn connect(&mut self, session_token: &str) {
        if let Some(person) = self.person_mut(session_token) {
            person.connections += 1;
            self.timeline.note_arrival();
            self.tell();
        }
    }

    /// Notes that such a stream has closed.
    pub(crate) fn disconnect(&mut self, session_token: &str, now: Instant) {
        if let Some(person) = self.person_mut(session_token) {
            person.connections = person.connections.saturating_sub(1);
            self.note_departure(now);
        }
    }

    /// Ends a session.
    pub(crate) fn leave(&mut self, session_token: &str, now: Instant) {
        self.people
            .retain(|person| person.session_token != session_token);
        self.note_departure(now);
    }

    /// Lets someone in who waits.
    pub(crate) fn admit(&mut self, user_id: &str) {
        let waiting = self
            .people
            .iter_mut()
            .find(|p| p.user_id == user_id && p.is_waiting());
        if let Some(person) = waiting {
            person.guest_status = GuestStatus::Allow;
            self.tell();
        }
    }

    /// Promotes or demotes someone who is past the lobby. Whether the meeting knows them is told.
    pub(crate) fn set_role(&mut self, user_id: &str, role: Role) -> bool {
        let found = self
            .people
            .iter_mut()
            .find(|person| person.user_id == user_id && !person.is_waiting());
        let is_known = found.map(|person| person.role = role).is_some();
        if is_known {
            self.tell();
        }
        is_known
    }

    /// Refuses the meeting's texts to plug-ins from now on, or no longer.
    pub(crate) fn refuse_texts(&mut self, refused: bool) {
        self.refuses_texts = refused;
        self.tell();
    }

    fn note_departure(&mut self, now: Instant) {
        if !self.is_running() {
            self.timeline.note_emptiness(now);
        }
        self.tell();
    }

    /// Whether it is over. What `create` said about its limits wins over the `server`'s; the
    /// `minute` is the one in which such parameters count.
    pub(crate) fn is_over(&self, now: Instant, server: Limits, minute: Duration) -> bool {
        let minutes = |count: u64| minute.saturating_mul(u32::try_from(count).unwrap_or(u32::MAX));
        let limits = Limits {
            duration: minutes(self.plan.duration),
            nobody_joined: self
                .plan
                .empty_minutes
                .map_or(server.nobody_joined, minutes),
            last_left: self.plan.left_minutes.map_or(server.last_left, minutes),
        };
        self.timeline.is_over(now, limits)
    }

    /// Receives a notice at each change of people, and an error once the meeting is over.
    pub(crate) fn subscribe(&self) -> watch::Receiver<()> {
        self.news.subscribe()
    }

    /// Tells those who have subscribed that something has changed.
    pub(crate) fn tell(&self) {
        self.news.send_replace(());
    }
}

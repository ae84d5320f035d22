//! A meeting, from `create` to its end. The current time is passed in.

use std::time::{Duration, Instant};

use sha1::{Digest, Sha1};
use tokio::sync::watch;

use crate::clock::Moment;
use crate::conference::documents::Document;
use crate::conference::guests::GuestStatus;
use crate::conference::person::Person;
use crate::conference::plan::MeetingPlan;
use crate::conference::plugins::Plugin;
use crate::conference::role::Role;
use crate::conference::timeline::{Limits, Timeline};
use crate::random;

/// A running or waiting meeting.
pub(crate) struct Meeting {
    pub(crate) plan: MeetingPlan,
    /// As loaded at `create`, including those that failed.
    pub(crate) plugins: Vec<Plugin>,
    /// `sha1(meetingID)-createTime`, also the identifier of its recording.
    pub(crate) internal_id: String,
    pub(crate) attendee_password: String,
    pub(crate) moderator_password: String,
    pub(crate) voice_bridge: String,
    /// Milliseconds since 1970.
    pub(crate) create_time: u64,
    /// The joined people in the order of joining: connected, waiting in the lobby, or not yet connected.
    pub(crate) people: Vec<Person>,
    /// In the order in which they were added.
    pub(crate) documents: Vec<Document>,
    pub(crate) timeline: Timeline,
    /// Whether plug-ins are refused the meeting's texts.
    pub(crate) refuses_texts: bool,
    changes: watch::Sender<()>,
}

const PASSWORD_LENGTH: usize = 8;

/// See [`Meeting::internal_id`].
pub(crate) fn internal_id(meeting_id: &str, create_time: u64) -> String {
    format!("{:x}-{create_time}", Sha1::digest(meeting_id))
}

impl Meeting {
    /// Creates a meeting from `plan`.
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
            internal_id: internal_id(&plan.id, now.unix_ms),
            attendee_password: password(&plan.attendee_password),
            moderator_password: password(&plan.moderator_password),
            voice_bridge,
            create_time: now.unix_ms,
            people: Vec::new(),
            documents: Vec::new(),
            timeline: Timeline::starting(now.instant),
            refuses_texts: false,
            changes: watch::Sender::new(()),
            plan,
            plugins,
        }
    }

    /// Whether a repeated `create` has matching passwords: both equal, or neither given.
    pub(crate) fn accepts_repetition(&self, plan: &MeetingPlan) -> bool {
        match (&plan.attendee_password, &plan.moderator_password) {
            (None, None) => true,
            (Some(attendee), Some(moderator)) => {
                *attendee == self.attendee_password && *moderator == self.moderator_password
            }
            _ => false,
        }
    }

    /// The role of a password.
    pub(crate) fn role_by_password(&self, password: &str) -> Option<Role> {
        if password == self.moderator_password {
            Some(Role::Moderator)
        } else if password == self.attendee_password {
            Some(Role::Viewer)
        } else {
            None
        }
    }

    /// The connected participants.
    pub(crate) fn participants(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.is_in())
    }

    /// The people in the lobby.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.is_waiting())
    }

    /// The presenter: the first connected moderator.
    pub(crate) fn presenter(&self) -> Option<&Person> {
        self.participants()
            .find(|person| person.role == Role::Moderator)
    }

    /// Whether there is a participant; a created meeting does not run without one.
    pub(crate) fn is_running(&self) -> bool {
        self.participants().next().is_some()
    }

    /// Whether it is recorded: where the recording starts with the meeting, once somebody has joined.
    // The client has no button for starting a recording.
    pub(crate) fn is_recorded(&self) -> bool {
        let starts_itself = self.plan.parameter("autoStartRecording") == Some("true");
        self.plan.record && starts_itself && self.timeline.has_been_joined()
    }

    /// Whether `external_id` may join under the limit of participants. A person is counted once, and connected
    /// people may rejoin.
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

    /// The person with this session.
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

    /// Records an open event stream of an admitted person.
    pub(crate) fn connect(&mut self, session_token: &str) {
        if let Some(person) = self.person_mut(session_token) {
            person.connections += 1;
            self.timeline.note_arrival();
            self.notify_subscribers();
        }
    }

    /// Records that an event stream has closed.
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

    /// Admits a person from the lobby.
    pub(crate) fn admit(&mut self, user_id: &str) {
        let waiting = self
            .people
            .iter_mut()
            .find(|p| p.user_id == user_id && p.is_waiting());
        if let Some(person) = waiting {
            person.guest_status = GuestStatus::Allow;
            self.notify_subscribers();
        }
    }

    /// Changes the role of an admitted person; returns whether the person exists.
    pub(crate) fn set_role(&mut self, user_id: &str, role: Role) -> bool {
        let found = self
            .people
            .iter_mut()
            .find(|person| person.user_id == user_id && !person.is_waiting());
        let is_known = found.map(|person| person.role = role).is_some();
        if is_known {
            self.notify_subscribers();
        }
        is_known
    }

    /// Sets whether plug-ins are refused the meeting's texts.
    pub(crate) fn refuse_texts(&mut self, refused: bool) {
        self.refuses_texts = refused;
        self.notify_subscribers();
    }

    /// Adds a presentation; one at most is current, the last that was to be.
    pub(crate) fn add_document(&mut self, document: Document) {
        if document.current {
            for other in &mut self.documents {
                other.current = false;
            }
        }
        self.documents.push(document);
    }

    fn note_departure(&mut self, now: Instant) {
        if !self.is_running() {
            self.timeline.note_emptiness(now);
        }
        self.notify_subscribers();
    }

    /// Whether the meeting has ended. Limits of `create` take precedence over the `server`'s; `minute` is the
    /// length of a minute in them.
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

    /// Notifies at each change of people; closes when the meeting ends.
    pub(crate) fn subscribe(&self) -> watch::Receiver<()> {
        self.changes.subscribe()
    }

    /// Notifies the subscribers.
    pub(crate) fn notify_subscribers(&self) {
        self.changes.send_replace(());
    }
}

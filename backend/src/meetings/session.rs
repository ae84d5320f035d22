//! Session details: the invitation data for moderators of a running meeting.

use parvis_contract::session::SessionDetails;
use uuid::Uuid;

use super::{MeetingError, Meetings, telephone};

impl Meetings {
    /// The session details of a room. The caller has checked that the person may have them.
    pub(crate) async fn session_details(&self, room: Uuid) -> Result<SessionDetails, MeetingError> {
        let room = self.store.room(room).await?.ok_or(MeetingError::Over)?;
        if !room.is_open_at(self.clock.now()) {
            return Err(MeetingError::Over);
        }
        let invitation = self.invitation(&room).await?;
        let dial_in = invitation
            .dial_in
            .map(|own| telephone::in_force(&room, own));
        Ok(SessionDetails {
            code: invitation.code,
            moderator_link: invitation.moderator_link,
            attendee_link: invitation.attendee_link,
            dial_in,
            welcome: some(room.options.welcome),
            moderators_message: some(room.options.moderators_message),
            token_expires_at: None,
        })
    }
}

/// `None` for an empty text.
fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

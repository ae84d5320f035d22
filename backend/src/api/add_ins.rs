//! What add-ins of mail programs ask for, outside `/api/v1`: addresses and names are those of the service that add-ins
//! were written for first (<https://github.com/numerique-gouv/b3desk>). The submodules have the endpoints.

pub mod hidden_meeting;
pub mod meetings;
pub mod shadow_meeting;

use std::sync::Arc;

use parvis_contract::add_in::AddInMeeting;
use parvis_contract::invitation::{DialIn, Invitation};
use parvis_contract::language::Language;
use parvis_contract::options::RoomOptions;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomName;

use crate::clock::Clock;
use crate::links::LinkSigner;
use crate::meetings::Meetings;
use crate::random::Random;
use crate::storage::Store;
use crate::storage::accounts::Account;
use crate::storage::rooms::{CreateError, Lasting, NewRoom};
use crate::texts::MeetingTexts;
use crate::web::problem::Refusal;

/// The maximum duration of a meeting in a room that an add-in has made, in minutes.
const MINUTES: i64 = 280;

/// The maximum number of people in it.
const PEOPLE: i64 = 350;

/// An invitation as add-ins read it.
fn to_wire(invitation: Invitation, delegate: Option<bool>) -> AddInMeeting {
    let dial_in = invitation
        .dial_in
        .map(|DialIn { number, pin }| (number, pin));
    let (phone_number, pin) = dial_in.unzip();
    AddInMeeting {
        name: invitation.room_name,
        moderator_url: invitation.moderator_link,
        attendee_url: invitation.attendee_link,
        visio_code: invitation.code,
        delegate,
        phone_number,
        pin,
        sip: invitation.sip,
    }
}

/// Makes rooms that no list shows.
struct RoomMaker {
    store: Store,
    links: LinkSigner,
    meetings: Arc<Meetings>,
    clock: Clock,
    random: Random,
}

impl RoomMaker {
    /// A room of an account: a new one, or the one that the account has.
    async fn room(
        &self,
        account: &Account,
        language: Language,
        lasting: Lasting,
    ) -> Result<AddInMeeting, Refusal> {
        let name = name(account, language)?;
        let options = RoomOptions {
            minutes: Some(MINUTES),
            max_participants: Some(PEOPLE),
            mute_on_start: true,
            ..RoomOptions::default()
        };
        let new_room = NewRoom {
            owner_id: account.id,
            name: &name,
            creation_key: None,
            options: &options,
            language,
            link_key: self.links.signing_key(),
            lasting,
        };
        let created = self
            .store
            .create_room(new_room, &self.random, self.clock.now());
        let room = match created.await {
            Ok(room) => room,
            Err(CreateError::Limit | CreateError::DailyLimit(_)) => {
                return Err(Refusal::new(ProblemKind::TooManyMeetings));
            }
            // Only requests with a key have an earlier one.
            Err(error @ (CreateError::Deleted | CreateError::OtherRequest)) => {
                return Err(Refusal::new(ProblemKind::Internal).cause(&error));
            }
            Err(CreateError::Db(error)) => return Err(error.into()),
        };
        let pin_replaced = self.meetings.expects_replaced_pins().await?;
        let invitations = self.meetings.invitations(&[room], pin_replaced).await?;
        let mut invitations = invitations.into_iter();
        match invitations.next() {
            Some((_, invitation)) => Ok(to_wire(invitation, None)),
            None => Err(Refusal::new(ProblemKind::RoomDeleted)),
        }
    }
}

/// The name of a room: with that of its owner, if that is not too long.
fn name(account: &Account, language: Language) -> Result<RoomName, Refusal> {
    let texts = MeetingTexts::of(language);
    RoomName::parse(&texts.hidden_meeting(&account.name))
        .or_else(|_| RoomName::parse(texts.temporary_meeting()))
        .map_err(|error| Refusal::new(ProblemKind::Internal).cause(&error))
}

//! Tickets of those who wait. A ticket says which link its holder came by and lets them learn when to
//! knock; to enter, the link's own secret is needed again. So it may stand in an address.

use std::time::Duration;

use parvis_contract::problem::ProblemKind;

use crate::app::App;
use crate::clock::Moment;
use crate::keys::Purpose;
use crate::links::Capability;
use crate::seal;
use crate::web::problem::Refusal;

/// How long a person may wait with one ticket.
const TIME: Duration = Duration::from_hours(24);

/// A ticket for the holder of a capability.
pub(crate) fn issue(app: &App, capability: Capability) -> Result<String, Refusal> {
    let until = app.clock.now().plus(TIME).0;
    let content = [&capability.to_bytes()[..], &until.to_be_bytes()].concat();
    seal::seal(&app.keys, app.keys.signing_id(), Purpose::Waiting, &content)
        .ok_or_else(|| Refusal::new(ProblemKind::Internal))
}

/// What the holder of a ticket came by, if it is ours and not too old.
pub(crate) fn read(app: &App, ticket: &str) -> Result<Capability, Refusal> {
    let capability = || {
        let content = seal::open(&app.keys, Purpose::Waiting, ticket)?.content;
        let (capability, until) = content.split_last_chunk()?;
        let is_good = Moment(i64::from_be_bytes(*until)) > app.clock.now();
        is_good.then(|| Capability::from_bytes(capability))?
    };
    capability().ok_or_else(|| Refusal::new(ProblemKind::TicketUnknown))
}

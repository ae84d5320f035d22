//! By which PIN callers join. Each meeting is created with its room's own; but some balancers put another in
//! its place, and `create` answers the one in force.

use parvis_contract::code::Pin;
use parvis_contract::invitation::DialIn;
use sea_orm::DbErr;

use super::{MeetingError, Meetings};
use crate::conference::Created;
use crate::storage::rooms::Room;

/// Whether each meeting of the room has a PIN of its own, given by the conference server.
pub(super) async fn pin_changes(
    meetings: &Meetings,
    room: &Room,
    own: &Pin,
) -> Result<bool, MeetingError> {
    match &room.voice_bridge {
        Some(given) => Ok(is_foreign(meetings, room, given, own).await?),
        // It has had no meeting yet: what became of others' will become of it.
        None => Ok(meetings.conference.replaces_numbers()),
    }
}

/// How callers join the room's meeting that runs; `own` is how they would by the room's PIN.
pub(super) fn in_force(room: &Room, own: DialIn) -> DialIn {
    let pin = room.voice_bridge.clone().unwrap_or(own.pin);
    DialIn { pin, ..own }
}

/// Keeps by which PIN callers join the meeting that was created with the room's `own`. The meeting is there:
/// nobody is kept from it where this fails.
pub(super) async fn keep(meetings: &Meetings, room: &Room, own: &Pin, created: &Created) {
    if meetings.config.phone_number.is_some()
        && let Err(error) = try_to_keep(meetings, room, own, created).await
    {
        tracing::error!(%error, "by which PIN callers join a meeting is not kept");
    }
}

async fn try_to_keep(
    meetings: &Meetings,
    room: &Room,
    own: &Pin,
    created: &Created,
) -> Result<(), DbErr> {
    let given = created.voice_bridge.as_ref();
    if given != room.voice_bridge.as_ref() {
        meetings.store.keep_voice_bridge(room.id, given).await?;
    }
    if let Some(given) = given
        && created.is_new
        && is_foreign(meetings, room, given, own).await?
    {
        tracing::warn!(
            "the conference server has given a meeting another voiceBridge than it was asked for: \
             the telephone is offered only while that meeting runs (see \"Telephone\" in deploy.md)"
        );
    }
    Ok(())
}

/// Whether a PIN never was the room's own. One that was renewed while the meeting ran was.
async fn is_foreign(
    meetings: &Meetings,
    room: &Room,
    given: &Pin,
    own: &Pin,
) -> Result<bool, DbErr> {
    if given == own {
        return Ok(false);
    }
    // The room's own have nine digits, and none begins with 0.
    match given.as_str().parse() {
        Ok(number) if !given.as_str().starts_with('0') => {
            Ok(!meetings.store.is_pin_of(room.id, number).await?)
        }
        _ => Ok(true),
    }
}

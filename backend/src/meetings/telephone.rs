//! Telephone PINs of running meetings. Each meeting is created with its room's PIN, but some balancers replace
//! it; `create` returns the PIN in force.

use parvis_contract::code::Pin;
use parvis_contract::invitation::DialIn;
use sea_orm::DbErr;

use super::{MeetingError, Meetings};
use crate::conference::Created;
use crate::storage::rooms::Room;

/// Whether the conference server replaces the PINs of the room's meetings.
pub(super) async fn pin_changes(meetings: &Meetings, room: &Room) -> Result<bool, MeetingError> {
    match room.pin_replaced {
        Some(replaced) => Ok(replaced),
        // Before the first meeting, assume what happened to the PIN of another room.
        None => Ok(meetings.store.last_pin_replaced().await?),
    }
}

/// The telephone access of the room's running meeting; `own` has the room's PIN.
pub(super) fn in_force(room: &Room, own: DialIn) -> DialIn {
    let pin = room.voice_bridge.clone().unwrap_or(own.pin);
    DialIn { pin, ..own }
}

/// Stores the PIN of the meeting, which was created with the room's `own`. A failure is only logged, as the
/// meeting itself works.
pub(super) async fn store_pin(meetings: &Meetings, room: &Room, own: &Pin, created: &Created) {
    if meetings.config.phone_number.is_some()
        && let Err(error) = try_to_store_pin(meetings, room, own, created).await
    {
        tracing::error!(%error, "by which PIN callers join a meeting is not kept");
    }
}

async fn try_to_store_pin(
    meetings: &Meetings,
    room: &Room,
    own: &Pin,
    created: &Created,
) -> Result<(), DbErr> {
    let given = created.voice_bridge.as_ref();
    let replaced = match given {
        Some(given) => Some(is_foreign(meetings, room, given, own).await?),
        None => None,
    };
    if given != room.voice_bridge.as_ref() || replaced != room.pin_replaced {
        meetings
            .store
            .keep_voice_bridge(room.id, given, replaced)
            .await?;
    }
    if created.is_new && replaced == Some(true) {
        tracing::warn!(
            "the conference server has given a meeting another voiceBridge than it was asked for: \
             the telephone is offered only while that meeting runs (see \"Telephone\" in deploy.md)"
        );
    }
    Ok(())
}

/// Whether a PIN was never the room's own. A PIN that was renewed while the meeting ran still is.
async fn is_foreign(
    meetings: &Meetings,
    room: &Room,
    given: &Pin,
    own: &Pin,
) -> Result<bool, DbErr> {
    if given == own {
        return Ok(false);
    }
    Ok(!meetings.store.is_pin_of(room.id, given).await?)
}

//! Permanent rooms.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::account::AccountId;
use crate::language::Language;
use crate::options::RoomOptions;
use crate::order::{RoomOrder, RoomSort};
use crate::text::line_type;
use crate::timestamp::Timestamp;

line_type! {
    /// The name of a room: 1 to 150 characters after trimming, no control characters.
    RoomName, 150
}

/// For how many minutes a deletion can be taken back.
pub const TAKE_BACK_MINUTES: u64 = 10;

/// The identifier of a room (`UUIDv7`).
pub type RoomId = Uuid;

/// A room in its owner's list. It holds no invitation datum: those are asked for one room at a
/// time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Room {
    /// The identifier.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Uuid))]
    pub id: RoomId,
    /// The name, as its owner typed it.
    pub name: String,
    /// Whether the person who asks has starred it.
    pub favourite: bool,
    /// When it was created.
    pub created_at: Timestamp,
    /// When its last meeting was started, if ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_meeting_at: Option<Timestamp>,
}

impl Room {
    /// The start of the last meeting, or the creation of a room that has had none: the key of
    /// [`RoomSort::Date`].
    #[must_use]
    pub fn active_at(&self) -> &Timestamp {
        self.last_meeting_at.as_ref().unwrap_or(&self.created_at)
    }

    /// Compares two rooms by `order`; ties are broken by date, newest first, so no two rooms are equal.
    ///
    /// `compare_names` is called only for [`RoomSort::Name`]: the backend and the browser each have a
    /// collator of their own.
    pub fn compare(
        &self,
        other: &Self,
        order: RoomOrder,
        compare_names: impl FnOnce() -> Ordering,
    ) -> Ordering {
        let newest_first = || {
            other
                .active_at()
                .cmp(self.active_at())
                .then_with(|| other.id.cmp(&self.id))
        };
        let ascending = match order.by {
            RoomSort::Date => newest_first(),
            RoomSort::Name => compare_names(),
            RoomSort::Favourites => other.favourite.cmp(&self.favourite),
        };
        let directed = if order.reversed {
            ascending.reverse()
        } else {
            ascending
        };
        directed.then_with(newest_first)
    }
}

/// Part of a person's rooms, in the person's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoomPage {
    /// Whose rooms these are: a page that belongs to somebody else by now notices.
    pub owner: AccountId,
    /// How many rooms the person has in all.
    pub total: u64,
    /// The person's order.
    pub order: RoomOrder,
    /// The rooms of this page.
    pub items: Vec<Room>,
    /// The rooms that were deleted so lately that their deletion can be taken back; on every page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deleted: Vec<Room>,
}

/// The wish for a new room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateRoom {
    /// What the person typed; [`RoomName::parse`] says whether it will do.
    pub name: String,
    /// How its meetings are; as [`RoomOptions::default`] has it where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<RoomOptions>,
    /// The language that its owner uses: texts in its meetings are in it. French where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// What may be said with the wish for a meeting; a request without a body says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartMeeting {
    /// The language that the room's owner uses, from now on; what the room has where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// A room as its own page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoomDetails {
    /// The room.
    pub room: Room,
    /// How its meetings are.
    pub options: RoomOptions,
}

/// What to change of a room; what is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UpdateRoom {
    /// The new name, as [`CreateRoom::name`]. Links, code and PIN stay the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The new options, all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub options: Option<RoomOptions>,
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoomUpdated {
    /// Whether a meeting is running that keeps what it was started with.
    pub meeting_running: bool,
}

/// The answer to a launch.
// No `Debug`, as the address lets its holder in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entrance {
    /// The address on the conference server, for this person and this session only.
    pub url: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(id: u128, name: &str, favourite: bool, created: &str, met: Option<&str>) -> Room {
        Room {
            id: RoomId::from_u128(id),
            name: name.to_owned(),
            favourite,
            created_at: Timestamp(created.to_owned()),
            last_meeting_at: met.map(|met| Timestamp(met.to_owned())),
        }
    }

    #[track_caller]
    fn check(by: RoomSort, reversed: bool, expected: &str) {
        let mut rooms = [
            room(1, "b", false, "2026-01-01T00:00:00Z", None),
            room(2, "a", true, "2026-01-02T00:00:00Z", None),
            // Old, but met in lately.
            room(
                3,
                "c",
                true,
                "2025-01-01T00:00:00Z",
                Some("2026-01-03T00:00:00Z"),
            ),
            // At the same time and with the same name as 1: the younger identifier is newer.
            room(4, "b", false, "2026-01-01T00:00:00Z", None),
        ];
        let order = RoomOrder { by, reversed };
        rooms.sort_by(|a, b| a.compare(b, order, || a.name.cmp(&b.name)));
        let ids: Vec<String> = rooms
            .iter()
            .map(|room| room.id.as_u128().to_string())
            .collect();
        assert_eq!(ids.join(" "), expected, "{order:?}");
    }

    #[test]
    fn each_order_has_its_reverse_and_ties_stay_newest_first() {
        check(RoomSort::Date, false, "3 2 4 1");
        check(RoomSort::Date, true, "1 4 2 3");
        check(RoomSort::Name, false, "2 4 1 3");
        check(RoomSort::Name, true, "3 4 1 2");
        check(RoomSort::Favourites, false, "3 2 4 1");
        check(RoomSort::Favourites, true, "4 1 3 2");
    }
}

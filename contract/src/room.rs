//! Rooms: the list, creation, changes and launching.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::account::AccountId;
use crate::language::Language;
use crate::options::{OptionChanges, RoomOptions};
use crate::order::{RoomOrder, RoomSort};
use crate::text::line_type;
use crate::timestamp::Timestamp;

line_type! {
    /// The name of a room: 1 to 150 characters after trimming, no control characters.
    RoomName, 150
}

/// How many minutes after its deletion a room can be restored.
pub const TAKE_BACK_MINUTES: u64 = 10;

/// The identifier of a room (`UUIDv7`).
pub type RoomId = Uuid;

/// A room in the list of its owner or of a delegate. It has no invitation data: those are requested one room at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Room {
    /// The identifier.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Uuid))]
    pub id: RoomId,
    /// The name.
    pub name: String,
    /// Whether the person has starred it.
    pub favourite: bool,
    /// The time of creation.
    pub created_at: Timestamp,
    /// The start of its last meeting, if there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_meeting_at: Option<Timestamp>,
    /// The owner's name, for a delegate; absent for own rooms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// For the owner: the number of delegates.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub delegates: u32,
    /// For a delegate: whether the owner offers the room to the person.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub handover_offered: bool,
}

/// Whether a number is left out.
fn is_zero<N: Default + PartialEq>(number: &N) -> bool {
    *number == N::default()
}

impl Room {
    /// The start of the last meeting, or the creation of a room that has had none: the key of
    /// [`RoomSort::Date`].
    #[must_use]
    pub fn active_at(&self) -> &Timestamp {
        self.last_meeting_at.as_ref().unwrap_or(&self.created_at)
    }

    /// What the room is sorted by, but for its name.
    #[must_use]
    pub fn sort_keys(&self) -> SortKeys<'_> {
        SortKeys {
            active_at: self.active_at(),
            favourite: self.favourite,
            id: self.id,
        }
    }
}

/// What rooms are sorted by, but for their names.
#[derive(Clone, Copy)]
pub struct SortKeys<'a> {
    /// [`Room::active_at`].
    pub active_at: &'a Timestamp,
    /// Whether it is starred.
    pub favourite: bool,
    /// The room.
    pub id: RoomId,
}

impl SortKeys<'_> {
    /// Compares two rooms by `order`; ties are broken by date, newest first, so no two rooms are equal.
    ///
    /// `compare_names` is called only for [`RoomSort::Name`]: the backend and the browser each have a
    /// collator of their own.
    #[must_use]
    pub fn compare(
        self,
        other: Self,
        order: RoomOrder,
        compare_names: impl FnOnce() -> Ordering,
    ) -> Ordering {
        let newest_first = || {
            other
                .active_at
                .cmp(self.active_at)
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

/// A page of a person's rooms, in the person's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoomPage {
    /// The account whose list it is. A page that belongs to another account notices.
    pub owner: AccountId,
    /// The total number of rooms.
    pub total: u64,
    /// How many of them are delegated to the person. They do not count towards the limit of rooms.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub delegated: u64,
    /// The sort order.
    pub order: RoomOrder,
    /// The rooms of this page.
    pub items: Vec<Room>,
    /// The deleted rooms that can still be restored; on every page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deleted: Vec<Room>,
}

/// A request to create a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CreateRoom {
    /// The name, validated by [`RoomName::parse`].
    pub name: String,
    /// The options of its meetings; each that is absent has its default.
    #[serde(default, skip_serializing_if = "OptionChanges::is_empty")]
    pub options: OptionChanges,
    /// The owner's language, for texts in the room's meetings; French if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// Parameters for starting a meeting. The body is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartMeeting {
    /// The owner's language from now on; unchanged if absent, and if a delegate starts the meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// A room with its options.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoomDetails {
    /// The room.
    pub room: Room,
    /// The options of its meetings.
    pub options: RoomOptions,
}

/// A change of a room. Absent fields stay unchanged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UpdateRoom {
    /// The new name, as [`CreateRoom::name`]; only from the owner. Links, code and PIN stay unchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The options to change, as a JSON merge patch (RFC 7396): each that is absent stays unchanged, and `null`
    /// stands for its default.
    #[serde(default, skip_serializing_if = "OptionChanges::is_empty")]
    pub options: OptionChanges,
    /// Whether `options` are sent as changes, by whoever knows that they are. A backend of release 0.2.0, which would
    /// take them as all options, refuses it. Without it, options are changes too, but for those of an app of that
    /// release ([`OptionChanges::of_former_app`]).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub merge_options: bool,
}

/// The result of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoomUpdated {
    /// Whether a meeting is running, which keeps the options it was started with.
    pub meeting_running: bool,
}

/// The response to launching a room.
// No `Debug`: the address gives access to the meeting.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entrance {
    /// The join address on the conference server, for this person and this session only.
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
            owner: None,
            delegates: 0,
            handover_offered: false,
        }
    }

    #[track_caller]
    fn check(by: RoomSort, reversed: bool, expected: &str) {
        let mut rooms = [
            room(1, "b", false, "2026-01-01T00:00:00Z", None),
            room(2, "a", true, "2026-01-02T00:00:00Z", None),
            // Old, with a recent meeting.
            room(
                3,
                "c",
                true,
                "2025-01-01T00:00:00Z",
                Some("2026-01-03T00:00:00Z"),
            ),
            // The same time and name as 1: the higher identifier is newer.
            room(4, "b", false, "2026-01-01T00:00:00Z", None),
        ];
        let order = RoomOrder { by, reversed };
        rooms.sort_by(|a, b| {
            let compare_names = || a.name.cmp(&b.name);
            a.sort_keys().compare(b.sort_keys(), order, compare_names)
        });
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

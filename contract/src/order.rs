//! The order in which a person sees their rooms: kept by the backend, applied by both sides.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::room::Room;

/// What rooms are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RoomSort {
    /// The last meeting, else the creation; newest first.
    #[default]
    Date,
    /// The name, as a French dictionary has it, numbers by their value; A first.
    Name,
    /// The star: starred rooms first, each kind by date.
    Favourites,
}

/// An order and its direction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RoomOrder {
    /// What rooms are sorted by.
    pub by: RoomSort,
    /// Whether what would come first comes last.
    #[serde(default)]
    pub reversed: bool,
}

impl RoomOrder {
    /// Which of two rooms comes first. `names` compares their names; it is asked for only where
    /// names decide, as each side has a collator of its own. No two rooms are equal.
    pub fn compare(self, a: &Room, b: &Room, names: impl FnOnce() -> Ordering) -> Ordering {
        let newest_first = || {
            b.active_at()
                .cmp(a.active_at())
                .then_with(|| b.id.cmp(&a.id))
        };
        let first = match self.by {
            RoomSort::Date => newest_first(),
            RoomSort::Name => names(),
            RoomSort::Favourites => b.favourite.cmp(&a.favourite),
        };
        let directed = if self.reversed {
            first.reverse()
        } else {
            first
        };
        directed.then_with(newest_first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::room::RoomId;
    use crate::timestamp::Timestamp;

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
        rooms.sort_by(|a, b| order.compare(a, b, || a.name.cmp(&b.name)));
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

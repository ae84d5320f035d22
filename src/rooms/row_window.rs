//! The rows of a long list that are rendered, and the gaps in place of the others.

use parvis_contract::room::RoomId;

use super::row_range::RowRange;

/// The rows of a range, and one row out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowWindow {
    /// The rooms of the rows, in their order.
    pub rooms: Vec<RoomId>,
    /// The number of rows before the range.
    pub before: usize,
    /// The number of rows after the range.
    pub after: usize,
    /// The position in the list of the row out of the range, which is the first or the last one of `rooms`. The rows of
    /// `before` and `after` include it.
    pub apart: Option<usize>,
}

impl RowWindow {
    /// The rows of `range`, and the row of the room that has the focus.
    pub fn of(all: &[RoomId], range: RowRange, focused: Option<RoomId>) -> Self {
        let end = range.end.min(all.len());
        let start = range.start.min(end);
        let mut rooms = all[start..end].to_vec();
        let apart = focused
            .and_then(|room| all.iter().position(|id| *id == room))
            .filter(|position| !(start..end).contains(position));
        if let Some(position) = apart {
            let place = if position < start { 0 } else { rooms.len() };
            rooms.insert(place, all[position]);
        }
        Self {
            rooms,
            before: start,
            after: all.len() - end,
            apart,
        }
    }

    /// The number of rows that stand in the place of gaps.
    pub fn missing(&self) -> usize {
        self.before + self.after
    }

    /// The place in `rooms` of the row at this position of the list, if it is in the range.
    pub fn place(&self, position: usize) -> Option<usize> {
        let offset = position.checked_sub(self.before)?;
        let length = self.rooms.len() - usize::from(self.apart.is_some());
        let is_after_row_apart = self.apart.is_some_and(|apart| apart < self.before);
        (offset < length).then_some(offset + usize::from(is_after_row_apart))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(count: u128, start: usize, end: usize, focused: Option<u128>) -> RowWindow {
        let all: Vec<RoomId> = (0..count).map(RoomId::from_u128).collect();
        let focused = focused.map(RoomId::from_u128);
        RowWindow::of(&all, RowRange { start, end }, focused)
    }

    /// The rooms, and the sizes of the gaps around the range: `3 [3 4] 95`.
    fn told(count: u128, start: usize, end: usize, focused: Option<u128>) -> String {
        let RowWindow {
            rooms,
            before,
            after,
            ..
        } = window(count, start, end, focused);
        let rooms: Vec<String> = rooms.iter().map(|id| id.as_u128().to_string()).collect();
        format!("{before} [{}] {after}", rooms.join(" "))
    }

    #[test]
    fn gaps_are_as_long_as_the_rows_that_are_not_rendered() {
        assert_eq!(told(3, 0, 16, None), "0 [0 1 2] 0");
        assert_eq!(told(100, 3, 5, None), "3 [3 4] 95");
        assert_eq!(told(100, 98, usize::MAX, None), "98 [98 99] 0");
        assert_eq!(told(2, 50, 60, None), "2 [] 0");
        assert_eq!(told(0, 0, 16, None), "0 [] 0");
    }

    #[test]
    fn the_row_with_the_focus_is_rendered_wherever_it_is() {
        for (focused, expected, apart) in [
            (4, "3 [3 4] 95", None),
            (0, "3 [0 3 4] 95", Some(0)),
            (5, "3 [3 4 5] 95", Some(5)),
            (99, "3 [3 4 99] 95", Some(99)),
            (200, "3 [3 4] 95", None),
        ] {
            assert_eq!(told(100, 3, 5, Some(focused)), expected);
            let window = window(100, 3, 5, Some(focused));
            assert_eq!(window.apart, apart);
        }
    }

    #[test]
    fn a_row_of_the_range_has_its_place_among_the_rendered_ones() {
        for (focused, position, place) in [
            (None, 3, Some(0)),
            (None, 4, Some(1)),
            (None, 2, None),
            (None, 5, None),
            (Some(0), 3, Some(1)),
            (Some(99), 4, Some(1)),
            (Some(99), 5, None),
        ] {
            let window = window(100, 3, 5, focused);
            assert_eq!(window.place(position), place, "{focused:?}, {position}");
        }
    }
}

//! The range of a long list's rows that is rendered. It moves with the rows in view, and grows around them from frame
//! to frame, so that no frame renders many.

/// The most rows that a frame adds, beside those that have come into view: nobody sees them, and whoever scrolls or
/// types waits for the frame.
const ADDED_PER_FRAME: usize = 4;

/// The same where all rows are to be in the document, which takes several frames. The style, layout and paint of a
/// frame take as long as building about eight rows, so with few rows a frame, the last one would come late.
const ADDED_TO_WHOLE: usize = 12;

/// Rows that come into view are rendered with this many before and after them.
const LEAD: usize = 2;

/// The number of rows by which a range may exceed what is to be rendered: they are removed together.
const SLACK: usize = 8;

/// Consecutive rows of the list, from `start` up to `end`, which may be beyond the last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowRange {
    pub start: usize,
    pub end: usize,
}

impl RowRange {
    /// The range that the next frame renders instead of this one, on the way to the rows in `view` and `margin` rows
    /// before and after them, in a list of `length` rows.
    pub fn step(self, view: Self, margin: usize, length: usize) -> Self {
        let all = view.widened(margin);
        let needed = view.widened(LEAD.min(margin));
        let is_apart = self.end < needed.start || needed.end < self.start;
        let Self { mut start, mut end } = if is_apart {
            needed
        } else {
            Self {
                start: self.start.min(needed.start),
                end: self.end.max(needed.end),
            }
        };
        if all.start > start + SLACK {
            start = all.start;
        }
        if end > all.end.saturating_add(SLACK) {
            end = all.end;
        }
        if end >= length {
            // Nothing is rendered there, until the list gets longer.
            end = end.max(all.end);
        }
        let most = if margin < length {
            ADDED_PER_FRAME
        } else {
            ADDED_TO_WHOLE
        };
        let after = all.end.saturating_sub(end).min(most);
        let before = start.saturating_sub(all.start).min(most - after);
        Self {
            start: start - before,
            end: end + after,
        }
    }

    /// The rows in view, which this is, and those next to them, up to `margin`, that are rendered already.
    pub fn grown(self, margin: usize, is_rendered: impl Fn(usize) -> bool) -> Self {
        let all = self.widened(margin);
        let Self { mut start, mut end } = self;
        while end < all.end && is_rendered(end) {
            end += 1;
        }
        while start > all.start && is_rendered(start - 1) {
            start -= 1;
        }
        Self { start, end }
    }

    fn widened(self, rows: usize) -> Self {
        Self {
            start: self.start.saturating_sub(rows),
            end: self.end.saturating_add(rows),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARGIN: usize = 48;

    fn range(start: usize, end: usize) -> RowRange {
        RowRange { start, end }
    }

    /// The ranges of the frames until nothing changes any more.
    fn frames(from: RowRange, view: RowRange, margin: usize) -> Vec<RowRange> {
        let mut all = vec![from];
        for _ in 0..1_000 {
            let next = all[all.len() - 1].step(view, margin, 10_000);
            if next == all[all.len() - 1] {
                return all;
            }
            all.push(next);
        }
        panic!("the range never settles: {all:?}");
    }

    /// How many rows of `to` are not in `from`.
    fn added(from: RowRange, to: RowRange) -> usize {
        (to.start..to.end)
            .filter(|row| !(from.start..from.end).contains(row))
            .count()
    }

    #[test]
    fn rows_around_the_view_are_rendered_in_the_end() {
        for (view, settled) in [
            (range(0, 16), range(0, 64)),
            (range(100, 116), range(52, 164)),
        ] {
            for from in [
                range(0, 16),
                range(90, 100),
                range(9_000, 9_016),
                range(0, 10_000),
            ] {
                let last = *frames(from, view, MARGIN).last().expect("there is one");
                assert_eq!(added(last, settled), 0, "{from:?}");
                assert!(added(settled, last) <= 2 * SLACK, "{from:?}: {last:?}");
            }
        }
    }

    #[test]
    fn each_frame_has_the_rows_in_view_and_adds_few_others() {
        let view = range(5_000, 5_016);
        for from in [range(0, 64), range(4_980, 5_004), range(5_016, 5_100)] {
            for pair in frames(from, view, MARGIN).windows(2) {
                assert_eq!(added(pair[1], view), 0, "{pair:?}");
                let most = 16 + 2 * LEAD + ADDED_PER_FRAME;
                assert!(added(pair[0], pair[1]) <= most, "{pair:?}");
            }
        }
    }

    #[test]
    fn a_list_that_is_to_be_whole_gets_more_rows_in_a_frame() {
        let view = range(0, 5);
        assert_eq!(view.step(view, 72, 50), range(0, 5 + LEAD + ADDED_TO_WHOLE));
        assert_eq!(view.step(view, 8, 50), range(0, 5 + LEAD + ADDED_PER_FRAME));
    }

    #[test]
    fn scrolling_by_a_row_renders_that_row_and_removes_few() {
        let settled = range(52, 164);
        let next = settled.step(range(101, 117), MARGIN, 10_000);
        assert_eq!(next, range(52, 165));
    }

    #[test]
    fn rows_that_are_rendered_already_stay_around_those_in_view() {
        let view = range(100, 116);
        assert_eq!(view.grown(MARGIN, |row| row < 64), view);
        assert_eq!(view.grown(MARGIN, |_| true), range(52, 164));
        assert_eq!(
            view.grown(MARGIN, |row| row > 90 && row != 130),
            range(91, 130)
        );
        assert_eq!(range(0, 16).grown(MARGIN, |_| true), range(0, 64));
    }

    #[test]
    fn frames_beyond_the_last_row_are_not_waited_for() {
        let next = range(480, 500).step(range(484, 500), 500, 500);
        assert_eq!(next, range(480 - ADDED_TO_WHOLE, 1_000));
    }
}

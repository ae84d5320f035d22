//! The rows that are rendered: those in view and some around them. In place of the others there are gaps of their
//! height. What the list costs depends on the height of the window, not on the number of rooms
//! (`docs/decisions/0032-long-lists.md`).

use leptos::ev;
use leptos::prelude::*;
use parvis_contract::room::RoomId;
use parvis_ui::{listen_to_window, refocus_after, spawn};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::row_range::RowRange;
use crate::i18n::Text;

/// The identifier of the list's element.
pub const LIST_ID: &str = "rooms";

/// How many rows are rendered before those in view, and after them. Shorter lists are in the document as a whole.
const MARGIN: usize = 56;

/// The number of rows in view, and the height of a row in pixels, until they are measured.
const ASSUMED_ROWS: usize = 16;
const ASSUMED_HEIGHT: usize = 57;

/// The number of rows below which their height is not measured.
const FEW_ROWS: usize = 6;

/// What is rendered of the list.
#[derive(Clone, Copy)]
pub struct RenderedRows {
    /// All rows, in their order.
    listed: Memo<Vec<RoomId>>,
    range: RwSignal<RowRange>,
    /// The height of a row in pixels.
    row_height: RwSignal<usize>,
    /// The room whose row has the focus: it is rendered wherever it is.
    focused: RwSignal<Option<RoomId>>,
    rendered: Memo<Rendered>,
    /// The room whose row is rendered out of the range.
    apart: Memo<Option<RoomId>>,
    frame: StoredValue<FrameState>,
}

/// Rendered rows, and those in whose place there is a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rendered {
    /// The rooms of the rows, in their order.
    rooms: Vec<RoomId>,
    /// The number of rows before the range, and after it.
    before: usize,
    after: usize,
    /// The position in the list of the row out of the range, which is the first or the last one of `rooms`.
    apart: Option<usize>,
}

impl Rendered {
    /// The rows of `range`, and the row of `focused`.
    fn of(all: &[RoomId], range: RowRange, focused: Option<RoomId>) -> Self {
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

    /// The number of rows that are not rendered, but for the one out of the range.
    fn missing(&self) -> usize {
        self.before + self.after
    }

    /// The position of a room in the list, the first being 1.
    fn position(&self, room: RoomId) -> Option<usize> {
        let place = self.rooms.iter().position(|id| *id == room)?;
        let position = match self.apart {
            Some(apart) if apart < self.before && place == 0 => apart,
            Some(apart) if apart < self.before => self.before + place - 1,
            Some(apart) if place + 1 == self.rooms.len() => apart,
            _ => self.before + place,
        };
        Some(position + 1)
    }

    /// The room of the row out of the range.
    fn room_apart(&self) -> Option<RoomId> {
        let rooms = &self.rooms;
        self.apart.and_then(|apart| {
            let room = if apart < self.before {
                rooms.first()
            } else {
                rooms.last()
            };
            room.copied()
        })
    }
}

/// What the next frame needs to know.
struct FrameState {
    /// The rows in view.
    view: RowRange,
    /// The number of rows to render before those in view, and after them.
    margin: usize,
    is_requested: bool,
    /// The list's width when the height of its rows was measured, in pixels.
    measured_width: usize,
}

impl RenderedRows {
    /// Of a list with these rows.
    pub fn new(listed: Memo<Vec<RoomId>>) -> Self {
        let view = RowRange {
            start: 0,
            end: ASSUMED_ROWS,
        };
        let range = RwSignal::new(view);
        let focused = RwSignal::new(None);
        let rendered =
            Memo::new(move |_| listed.with(|all| Rendered::of(all, range.get(), focused.get())));
        Self {
            listed,
            range,
            row_height: RwSignal::new(ASSUMED_HEIGHT),
            focused,
            rendered,
            apart: Memo::new(move |_| rendered.with(Rendered::room_apart)),
            frame: StoredValue::new(FrameState {
                view,
                margin: MARGIN,
                is_requested: false,
                measured_width: 0,
            }),
        }
    }

    /// The rooms whose rows are rendered, in their order.
    pub fn rooms(self) -> Vec<RoomId> {
        self.rendered.with(|rendered| rendered.rooms.clone())
    }

    /// The heights of the gaps before and after the rendered range.
    pub fn gaps(self) -> Text {
        Signal::derive(move || {
            let (before, after) = self.rendered.with(|all| (all.before, all.after));
            format!("{} {}", self.height(before), self.height(after))
        })
    }

    /// Where the row out of the range stands, from the top of the list.
    pub fn top_of_row_apart(self) -> Text {
        Signal::derive(move || {
            let position = self.rendered.with(|all| all.apart);
            self.height(position.unwrap_or_default())
        })
    }

    fn height(self, rows: usize) -> String {
        format!("{}px", rows * self.row_height.get())
    }

    /// The class of a row.
    pub fn class(self, room: RoomId) -> Text {
        Signal::derive(move || {
            let is_apart = self.apart.get() == Some(room);
            if is_apart { "room room--apart" } else { "room" }.to_owned()
        })
    }

    /// The number of all rows, rendered or not.
    pub fn count(self) -> Text {
        Signal::derive(move || self.listed.with(Vec::len).to_string())
    }

    /// The position of a room in the list, the first being 1.
    pub fn position(self, room: RoomId) -> Text {
        Signal::derive(move || {
            let position = self.rendered.with(|rendered| rendered.position(room));
            position.unwrap_or_default().to_string()
        })
    }

    /// Renders the row of this room too, so that it can take the focus.
    pub fn focus(self, room: Option<RoomId>) {
        self.focused.set(room);
    }

    /// Renders the rows in view alone, and the others from the next frame on. To be called with a change after which
    /// most rows are others.
    pub fn restart(self) {
        self.measure();
        let view = self.frame.try_update_value(|frame| {
            frame.margin = MARGIN;
            frame.view
        });
        if let Some(view) = view {
            self.render(view);
        }
        // Not in the frame that paints these.
        request_animation_frame(move || self.request_frame());
    }

    /// Follows what is in view, until the current owner is cleaned up. To be called when the list is shown.
    pub fn follow(self) {
        self.restart();
        listen_to_window(ev::scroll, move |_| self.request_frame());
        listen_to_window(ev::resize, move |_| self.request_frame());
        listen_to_window(ev::focusin, move |event| {
            // A dialog over the rooms gives the focus back.
            let dialog = document().query_selector("dialog[open]");
            if dialog.is_ok_and(|dialog| dialog.is_none()) {
                self.focus(self.room_around(&event));
            }
        });
        // The browser's own search finds only what is in the document.
        listen_to_window(ev::keydown, move |event| {
            let is_f = event.key().eq_ignore_ascii_case("f");
            if event.key() == "F3" || is_f && (event.ctrl_key() || event.meta_key()) {
                self.render_all_soon();
            }
        });
        // The page is printed as it is after the listeners.
        listen_to_window(ev::beforeprint, move |_| {
            self.render_all_soon();
            self.render(RowRange {
                start: 0,
                end: usize::MAX,
            });
        });
        listen_to_window(ev::afterprint, move |_| {
            self.frame.update_value(|frame| frame.margin = MARGIN);
            self.request_frame();
        });
    }

    /// Renders all rows, over several frames.
    fn render_all_soon(self) {
        let all = self.listed.with_untracked(Vec::len);
        self.frame.update_value(|frame| frame.margin = all);
        self.request_frame();
    }

    fn request_frame(self) {
        let is_requested = self
            .frame
            .try_update_value(|frame| std::mem::replace(&mut frame.is_requested, true));
        if is_requested == Some(false) {
            request_animation_frame(move || self.render_frame());
        }
    }

    fn render_frame(self) {
        self.frame.update_value(|frame| frame.is_requested = false);
        if !self.measure() {
            return;
        }
        let range = self.range.get_untracked();
        let all = self.listed.with_untracked(Vec::len);
        let next = self
            .frame
            .with_value(|frame| range.step(frame.view, frame.margin, all));
        if next != range {
            let first = self
                .first_in_view()
                .map(|row| (row.get_bounding_client_rect().top(), row));
            self.render(next);
            keep_in_place(first);
            self.request_frame();
        }
    }

    /// The first row in view, if it is rendered.
    fn first_in_view(self) -> Option<Element> {
        let start = self.frame.with_value(|frame| frame.view.start);
        let place = self.rendered.with_untracked(|rendered| {
            let is_after_row_apart = rendered.apart.is_some_and(|apart| apart < rendered.before);
            let place = start.checked_sub(rendered.before)?;
            u32::try_from(place + usize::from(is_after_row_apart)).ok()
        })?;
        let list = document().get_element_by_id(LIST_ID)?;
        let rows = list.children();
        // The usual height may be less than that of the rows.
        rows.item(place.min(rows.length().saturating_sub(1)))
    }

    /// Renders these rows. The row with the focus may move in the document, as another place in the list is in view.
    fn render(self, range: RowRange) {
        refocus_after(|| self.range.set(range));
    }

    /// Finds the rows in view, and the height of a row; returns whether the list is shown.
    fn measure(self) -> bool {
        let Some(list) = document().get_element_by_id(LIST_ID) else {
            return false;
        };
        let bounds = list.get_bounding_client_rect();
        let (width, height) = (pixels(bounds.width()), pixels(bounds.height()));
        let mut row_height = self.row_height.get_untracked();
        // Without a width, it is not in the layout: no room was found.
        if width > 0 && self.frame.with_value(|frame| frame.measured_width) != width {
            let missing = self.rendered.with_untracked(Rendered::missing);
            let all = self.listed.with_untracked(Vec::len);
            let rendered = height.saturating_sub(missing * row_height);
            let rows = all - missing;
            // One of a few may be unusual; and so few leave no gap.
            if rows >= FEW_ROWS {
                row_height = (rendered / rows).max(1);
                self.row_height.set(row_height);
                self.frame
                    .update_value(|frame| frame.measured_width = width);
            }
        }
        let window_height = window().inner_height().ok();
        let window_height = pixels(
            window_height
                .and_then(|height| height.as_f64())
                .unwrap_or(0.0),
        );
        let start = pixels(-bounds.top()) / row_height;
        // What is above the list has its place in the window too.
        let end = (window_height + pixels(-bounds.top())).saturating_sub(pixels(bounds.top()));
        self.frame.update_value(|frame| {
            frame.view = RowRange {
                start,
                end: (end / row_height + 1).max(start),
            };
        });
        true
    }

    /// The room whose row contains the target of the event.
    fn room_around(self, event: &Event) -> Option<RoomId> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let row = target.closest(".room").ok().flatten()?;
        let rows = row.parent_element()?.children();
        let place = (0..rows.length()).find(|place| rows.item(*place).as_ref() == Some(&row))?;
        let place = usize::try_from(place).ok()?;
        self.rendered
            .with_untracked(|rendered| rendered.rooms.get(place).copied())
    }
}

/// Scrolls so that a row stays at this distance from the window's top, after a change of what is rendered before it: rows
/// have not always the height of the gap in their place. The
/// browser's own anchoring sees the gap change first, and follows it.
fn keep_in_place(row: Option<(f64, Element)>) {
    // Runs after what the change renders.
    spawn(async move {
        if let Some((top, row)) = row.filter(|(_, row)| row.is_connected()) {
            let moved = row.get_bounding_client_rect().top() - top;
            if moved.abs() >= 1.0 {
                window().scroll_by_with_x_and_y(0.0, moved);
            }
        }
    });
}

/// A length in whole pixels; a negative one is none.
fn pixels(length: f64) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is cut off at the bounds"
    )]
    let pixels = length.max(0.0) as usize;
    pixels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(count: u128, start: usize, end: usize, focused: Option<u128>) -> Rendered {
        let all: Vec<RoomId> = (0..count).map(RoomId::from_u128).collect();
        let focused = focused.map(RoomId::from_u128);
        Rendered::of(&all, RowRange { start, end }, focused)
    }

    /// The rooms, and the sizes of the gaps around the range: `3 [3 4] 95`.
    fn told(count: u128, start: usize, end: usize, focused: Option<u128>) -> String {
        let Rendered {
            rooms,
            before,
            after,
            ..
        } = rendered(count, start, end, focused);
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
        assert_eq!(told(100, 3, 5, Some(4)), "3 [3 4] 95");
        assert_eq!(told(100, 3, 5, Some(0)), "3 [0 3 4] 95");
        assert_eq!(told(100, 3, 5, Some(5)), "3 [3 4 5] 95");
        assert_eq!(told(100, 3, 5, Some(99)), "3 [3 4 99] 95");
        assert_eq!(told(100, 3, 5, Some(200)), "3 [3 4] 95");
    }

    #[test]
    fn each_row_knows_its_position() {
        for focused in [None, Some(0), Some(4), Some(99)] {
            let some = rendered(100, 3, 5, focused);
            for id in &some.rooms {
                let position = usize::try_from(id.as_u128()).expect("small") + 1;
                assert_eq!(some.position(*id), Some(position), "{focused:?}");
            }
        }
        assert_eq!(
            rendered(4, 0, 16, None).position(RoomId::from_u128(4)),
            None
        );
    }
}

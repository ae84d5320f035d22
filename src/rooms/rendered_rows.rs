//! The rows that are rendered: those in view and some around them. In place of the others there are gaps of their
//! height. What the list costs depends on the height of the window, not on the number of rooms
//! (`docs/decisions/0032-long-lists.md`).

use leptos::ev;
use leptos::prelude::*;
use parvis_contract::room::RoomId;
use parvis_ui::{keep_focus, listen_to_window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::list_geometry::{ListGeometry, keep_in_place};
use super::row_range::RowRange;
use super::row_window::RowWindow;
use super::sorting::sorted_indices;
use crate::i18n::Text;

/// The identifier of the list's element.
pub const LIST_ID: &str = "rooms";

/// Lists of up to this many rows are in the document as a whole.
const WHOLE: usize = 72;

/// How many rows of a longer list are rendered before those in view, and after them, at least: whatever sorts or
/// searches has to remove them.
const MARGIN: usize = 8;

/// The height of a row in pixels until it is measured, which is not more than it is: rows in view are to be in the first
/// frame, and building many more would delay it.
const ASSUMED_HEIGHT: usize = 57;

/// The number of rows below which their height is not measured.
const FEW_ROWS: usize = 6;

/// What is rendered of the list.
#[derive(Clone, Copy)]
pub struct RenderedRows {
    /// All rows, in their order.
    listed: Memo<Vec<RoomId>>,
    /// The places in `listed`, in the order of the rooms' identifiers.
    by_id: Memo<Vec<usize>>,
    range: RwSignal<RowRange>,
    /// The height of a row in pixels.
    row_height: RwSignal<usize>,
    /// The room whose row has the focus: it is rendered wherever it is.
    focused: RwSignal<Option<RoomId>>,
    rendered: Memo<RowWindow>,
    frame: StoredValue<FrameState>,
}

/// What the next frame needs to know.
struct FrameState {
    /// The rows in view.
    view: RowRange,
    /// Whether all rows are wanted, however many.
    is_whole: bool,
    is_requested: bool,
    /// The list's width when the height of its rows was measured, in pixels.
    measured_width: usize,
}

/// How many rows are rendered around those in view, of a list of this length. A key may scroll by what is in view.
fn margin_of(length: usize, view: RowRange) -> usize {
    if length <= WHOLE {
        WHOLE
    } else {
        MARGIN.max(view.end - view.start)
    }
}

impl RenderedRows {
    /// Of a list with these rows.
    pub fn new(listed: Memo<Vec<RoomId>>) -> Self {
        let view = ListGeometry::expected().view(ASSUMED_HEIGHT);
        let range = RwSignal::new(view);
        let focused = RwSignal::new(None);
        let rendered =
            Memo::new(move |_| listed.with(|all| RowWindow::of(all, range.get(), focused.get())));
        let by_id = Memo::new(move |_| {
            listed.with(|all| sorted_indices(all.len(), &mut |a, b| all[a].cmp(&all[b])))
        });
        Self {
            listed,
            by_id,
            range,
            row_height: RwSignal::new(ASSUMED_HEIGHT),
            focused,
            rendered,
            frame: StoredValue::new(FrameState {
                view,
                is_whole: false,
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

    /// The class of the list, which says where the row out of the range stands.
    pub fn class(self) -> Text {
        Signal::derive(move || {
            let class = self.rendered.with(|rendered| match rendered.apart {
                None => "rooms",
                Some(position) if position < rendered.before => "rooms rooms--first-apart",
                Some(_) => "rooms rooms--last-apart",
            });
            class.to_owned()
        })
    }

    /// The number of all rows, rendered or not.
    pub fn count(self) -> Text {
        Signal::derive(move || self.listed.with(Vec::len).to_string())
    }

    /// The position of a room in the list, the first being 1.
    pub fn position(self, room: RoomId) -> Text {
        Signal::derive(move || {
            self.listed.with(|all| {
                self.by_id.with(|by_id| {
                    let found = by_id.binary_search_by(|place| all[*place].cmp(&room));
                    found.map_or(0, |found| by_id[found] + 1).to_string()
                })
            })
        })
    }

    /// Renders the row of this room too, so that it can take the focus.
    pub fn focus(self, room: Option<RoomId>) {
        self.focused.set(room);
    }

    /// Makes a change after which most rows may be others. Rendered are the rows in view, and those around them that
    /// were rendered before; the others from the next frame on.
    pub fn change(self, change: impl FnOnce()) {
        let former = self
            .rendered
            .with_untracked(|rendered| rendered.rooms.clone());
        self.measure();
        change();
        self.restart(|view| {
            self.listed.with_untracked(|all| {
                let is_rendered = |row: usize| all.get(row).is_none_or(|id| former.contains(id));
                view.grown(margin_of(all.len(), view), is_rendered)
            })
        });
    }

    /// Renders the range for the rows in view, and the others from the next frame on.
    fn restart(self, range: impl FnOnce(RowRange) -> RowRange) {
        let view = self.frame.try_update_value(|frame| {
            frame.is_whole = false;
            frame.view
        });
        if let Some(view) = view {
            self.render(range(view));
        }
        self.request_next_frame();
    }

    /// Follows what is in view, until the current owner is cleaned up. To be called when the list is shown.
    pub fn follow(self) {
        self.measure();
        self.restart(|view| view);
        // A list that other changes have made shorter may be in the document as a whole: not in the frame that paints
        // the change, unless nothing of the list is rendered any more.
        Effect::new(move || {
            let length = self.listed.with(Vec::len);
            if self.range.get_untracked().start < length {
                self.request_next_frame();
            } else {
                self.request_frame();
            }
        });
        listen_to_window(ev::scroll, move |_| self.request_frame());
        listen_to_window(ev::resize, move |_| self.request_frame());
        listen_to_window(ev::focusin, move |event| {
            // A dialog over the rooms gives the focus back.
            let dialog = document().query_selector("dialog[open]");
            if dialog.is_ok_and(|dialog| dialog.is_none()) {
                self.focus(self.room_around(&event));
            }
        });
        listen_to_window(ev::keydown, move |event| {
            if event.key() == "Tab"
                && let Some(room) = self.room_around(&event)
            {
                self.render_around_row_apart(room);
            }
            // The browser's own search finds only what is in the document.
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
            self.frame.update_value(|frame| frame.is_whole = false);
            self.request_frame();
        });
    }

    /// If the row of this room, which has the focus, is out of the range: renders its neighbours, to one of which the
    /// focus may move next.
    fn render_around_row_apart(self, room: RoomId) {
        let apart = self.rendered.with_untracked(|rendered| rendered.apart);
        let is_apart = |position: &usize| {
            self.listed
                .with_untracked(|all| all.get(*position) == Some(&room))
        };
        if let Some(position) = apart.filter(is_apart) {
            self.render(RowRange {
                start: position.saturating_sub(1),
                end: position + 2,
            });
            // What is in view then depends on where the focus goes.
            self.request_frame();
        }
    }

    /// Renders all rows, over several frames.
    fn render_all_soon(self) {
        self.frame.update_value(|frame| frame.is_whole = true);
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

    /// Requests the frame after the one that paints what has just been rendered.
    fn request_next_frame(self) {
        request_animation_frame(move || self.request_frame());
    }

    fn render_frame(self) {
        self.frame.update_value(|frame| frame.is_requested = false);
        if !self.measure() {
            return;
        }
        let range = self.range.get_untracked();
        let all = self.listed.with_untracked(Vec::len);
        let next = self.frame.with_value(|frame| {
            let margin = if frame.is_whole {
                all
            } else {
                margin_of(all, frame.view)
            };
            range.step(frame.view, margin, all)
        });
        if next != range {
            let first = self.first_in_view();
            self.render(next);
            if let Some((row, top)) = first {
                keep_in_place(row, top);
            }
            self.request_frame();
        }
    }

    /// The first row in view, if it is rendered, and its distance from the window's top, in pixels.
    fn first_in_view(self) -> Option<(Element, f64)> {
        let start = self.frame.with_value(|frame| frame.view.start);
        let place = self.rendered.with_untracked(|rendered| {
            // Rows may be higher than is usual, and the last one be reached sooner.
            let last = rendered.before + rendered.rooms.len();
            let position =
                start.min(last.saturating_sub(1 + usize::from(rendered.apart.is_some())));
            rendered.place(position)
        })?;
        let rows = document().get_element_by_id(LIST_ID)?.children();
        let row = rows.item(u32::try_from(place).ok()?)?;
        let top = row.get_bounding_client_rect().top();
        Some((row, top))
    }

    /// Renders these rows. The row with the focus may move in the document, as another place in the list is in view.
    fn render(self, range: RowRange) {
        keep_focus(|| self.range.set(range));
    }

    /// Finds the rows in view, and the height of a row; returns whether the list is shown.
    fn measure(self) -> bool {
        let Some(geometry) = ListGeometry::read() else {
            return false;
        };
        let mut row_height = self.row_height.get_untracked();
        let measured_width = self.frame.with_value(|frame| frame.measured_width);
        // Without a width, the list is not in the layout: no room was found.
        if geometry.width > 0 && geometry.width != measured_width {
            let missing = self.rendered.with_untracked(RowWindow::missing);
            let rows = self.listed.with_untracked(Vec::len) - missing;
            // One of a few may be unusual; and so few leave no gap.
            if rows >= FEW_ROWS {
                let rendered = geometry.height.saturating_sub(missing * row_height);
                row_height = (rendered / rows).max(1);
                self.row_height.set(row_height);
                self.frame
                    .update_value(|frame| frame.measured_width = geometry.width);
            }
        }
        self.frame
            .update_value(|frame| frame.view = geometry.view(row_height));
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

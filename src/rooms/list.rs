//! List of rooms: loaded rooms, sort order and search.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use parvis_contract::account::AccountId;
use parvis_contract::live::Live;
use parvis_contract::order::{RoomOrder, RoomSort};
use parvis_contract::room::{Room, RoomId, RoomPage, SortKeys};
use parvis_ui::Announcer;
use reactive_stores::Store;

use super::collation::Collator;
use super::rendered_rows::RenderedRows;
use super::search;
use super::sorting::sorted_indices;
use super::state::{RoomEntry, RoomNotice, RoomState, Rooms, RoomsStoreFields as _, RowKind};
use super::stream_lifecycle::StreamLifecycle;
use crate::address::{Address, Navigator, search_in, search_path};
use crate::api::ApiError;
use crate::i18n::I18n;
use crate::optimistic::Optimistic;
use crate::portal::Portal;
use crate::tabs::{self, TabMessage};

/// A person's rooms; see [`RoomList::get`](super::context).
#[derive(Clone, Copy)]
pub struct RoomList {
    /// Every loaded room, unsorted.
    pub(super) rooms: Store<Rooms>,
    /// How many rooms are not loaded yet.
    pub(super) missing: RwSignal<u64>,
    /// How many of them are the person's own.
    pub(super) missing_own: RwSignal<u64>,
    pub(super) order: RwSignal<Optimistic<RoomOrder>>,
    /// Why the last change of the order was refused.
    pub(super) order_refused: RwSignal<Option<ApiError>>,
    /// The search text: as typed last, unless the address has changed since.
    pub(super) query: Memo<String>,
    /// The text that was typed last.
    typed: RwSignal<Option<SearchInput>>,
    /// The number of changes made here: responses to requests from before a change are out of date.
    pub(super) changes: StoredValue<u32>,
    pub(super) refreshing: StoredValue<bool>,
    /// The rows to render, of the rooms that match the search.
    rows: StoredValue<RenderedRows>,
    /// The search text, [folded](search::fold).
    folded_query: Memo<String>,
    /// Set by [`subscribe_to_running_meetings`](Self::subscribe_to_running_meetings).
    pub(super) lifecycle: StoredValue<Option<StreamLifecycle>, LocalStorage>,
    /// What the badges show.
    pub(super) live: RwSignal<Live>,
    /// The version of the list of rooms in the last event.
    pub(super) rooms_version: StoredValue<Option<String>>,
    pub(super) announcer: Announcer,
    pub(super) i18n: I18n,
    /// The account that owns the rooms.
    pub(super) account: StoredValue<AccountId>,
    /// What takes the focus when the list is shown next.
    focus_next: StoredValue<Option<FocusNext>>,
    /// The scroll position when the list was left, in pixels.
    pub(super) saved_scroll: StoredValue<Option<f64>>,
}

/// An element that takes the focus, and the room that it belongs to.
#[derive(Clone)]
pub struct FocusNext {
    pub room: Option<RoomId>,
    pub element: String,
}

/// A text that was typed into the search field.
struct SearchInput {
    /// The search text in the address at that time.
    address_text: String,
    text: String,
}

impl SearchInput {
    /// Whether the address has not changed since, except to this text.
    fn is_current(&self, text_in_address: &str) -> bool {
        text_in_address == self.address_text || text_in_address == self.text
    }
}

impl RoomList {
    /// Creates the list from the first page.
    pub fn new(first: RoomPage) -> Self {
        let missing = first.total.saturating_sub(first.items.len() as u64);
        let own = first
            .items
            .iter()
            .filter(|room| room.owner.is_none())
            .count();
        let missing_own =
            (first.total - first.delegated.min(first.total)).saturating_sub(own as u64);
        let active = first
            .items
            .into_iter()
            .map(|room| RoomState::new(room, false));
        let deleted = first
            .deleted
            .into_iter()
            .map(|room| RoomState::new(room, true));
        let rooms = Rooms::store(active.chain(deleted).collect());
        let order = RwSignal::new(Optimistic::new(first.order));
        let location = use_location();
        // The search outlives dialogs over the rooms, and other pages.
        let text_in_address = Memo::new(move |last: Option<&String>| {
            if *location.pathname.read() == Address::Home.path() {
                search_in(&location.search.read())
            } else {
                last.cloned().unwrap_or_default()
            }
        });
        let i18n = I18n::get();
        let typed = RwSignal::new(None::<SearchInput>);
        let query = Memo::new(move |_| {
            let text_in_address = text_in_address.get();
            typed.with(|typed| match typed {
                Some(typed) if typed.is_current(&text_in_address) => typed.text.clone(),
                _ => text_in_address,
            })
        });
        let folded_query = Memo::new(move |_| query.with(|query| search::fold(query)));
        let names = Memo::new(move |_| {
            rooms
                .rooms()
                .with(|rooms| rooms.iter().map(|room| room.name.clone()).collect())
        });
        // In the order of names; computed where that order is in use and a name has changed, as it takes longer than
        // the rest.
        let ranks = Memo::new(move |_| {
            let collator = Collator::of(i18n.tag());
            names.with(|names: &Vec<String>| collator.ranks(names))
        });
        // A search does not sort them anew.
        let sorted = Memo::new(move |_| {
            let order = order.with(|order| *order.shown());
            rooms.rooms().with(|rooms| match order.by {
                RoomSort::Name => ranks.with(|ranks| sorted(rooms, order, ranks)),
                RoomSort::Date | RoomSort::Favourites => sorted(rooms, order, &[]),
            })
        });
        let listed = Memo::new(move |_| {
            folded_query.with(|query| {
                let is_match = |room: &&RoomState| search::matches(query, &room.folded);
                rooms.rooms().with(|rooms| {
                    let ordered = sorted.read();
                    let ordered = ordered.iter().filter_map(|place| rooms.get(*place));
                    ordered.filter(is_match).map(|room| room.id).collect()
                })
            })
        });
        Self {
            rooms,
            missing: RwSignal::new(missing),
            missing_own: RwSignal::new(missing_own),
            order,
            order_refused: RwSignal::new(None),
            query,
            typed,
            changes: StoredValue::new(0),
            refreshing: StoredValue::new(false),
            rows: StoredValue::new(RenderedRows::new(listed)),
            folded_query,
            lifecycle: StoredValue::new_local(None),
            live: RwSignal::new(Live::default()),
            rooms_version: StoredValue::new(None),
            announcer: Announcer::get(),
            i18n,
            account: StoredValue::new(first.owner),
            focus_next: StoredValue::new(None),
            saved_scroll: StoredValue::new(None),
        }
    }

    /// The rows to render, of the rooms that match the search.
    pub fn rows(self) -> RenderedRows {
        self.rows.get_value()
    }

    /// Whether there is no room, not even a deleted one that can be restored.
    pub fn is_empty(self) -> Memo<bool> {
        Memo::new(move |_| self.rooms.rooms().with(Vec::is_empty))
    }

    /// The entry of a room.
    pub fn entry(self, id: RoomId) -> RoomEntry {
        RoomEntry::new(self.rooms, id)
    }

    /// The sort order to show.
    pub fn order(self) -> RoomOrder {
        self.order.with(|order| *order.shown())
    }

    /// The number of rooms that the person may still create. Rooms of others do not count.
    pub fn remaining_rooms(self) -> u64 {
        let limit = Portal::get().instance(|instance| instance.max_rooms);
        let is_own = |room: &&RoomState| is_active(room) && room.owner.is_none();
        let loaded = self
            .rooms
            .rooms()
            .with(|rooms| rooms.iter().filter(is_own).count());
        limit.saturating_sub(loaded as u64 + self.missing_own.get())
    }

    /// The version of the delegations that concern the person; empty until it is known.
    pub fn version(self) -> Memo<String> {
        Memo::new(move |_| self.live.with(|live| live.rooms_version.clone()))
    }

    /// `None` if a room has no recordings that the person has not seen, else a value that changes with each further
    /// one.
    pub fn last_new_recording(self, room: RoomId) -> Memo<Option<i64>> {
        Memo::new(move |_| {
            self.live.with(|live| {
                let is_named = live.new_recordings.contains(&room);
                is_named.then(|| live.new_recordings_as_of.unwrap_or_default())
            })
        })
    }

    /// Whether the meeting of a room runs, as far as is known.
    pub fn is_running(self, room: RoomId) -> Memo<bool> {
        Memo::new(move |_| {
            self.live
                .with(|live| live.rooms.iter().any(|live| live.id == room))
        })
    }

    /// Whether a search is active.
    pub fn is_searching(self) -> bool {
        self.folded_query.with(|query| !query.is_empty())
    }

    /// The number of rooms that match the search.
    pub fn match_count(self) -> usize {
        self.folded_query.with(|query| {
            let is_match =
                |room: &&RoomState| is_active(room) && search::matches(query, &room.folded);
            self.rooms
                .rooms()
                .with(|rooms| rooms.iter().filter(is_match).count())
        })
    }

    /// Makes `element` take the focus when the list is shown next; it belongs to `room`, if to any.
    pub fn focus_next(self, room: Option<RoomId>, element: String) {
        self.focus_next.set_value(Some(FocusNext { room, element }));
    }

    /// Takes the element to focus, now that the list is shown.
    pub fn take_focus_next(self) -> Option<FocusNext> {
        self.focus_next.try_update_value(Option::take).flatten()
    }

    /// The path of the page with the rooms, with the search.
    pub fn path(self) -> String {
        self.query.with_untracked(|query| search_path(query))
    }

    /// Searches for `text`. The address is updated later: see [`write_search`](Self::write_search).
    pub(super) fn search(self, text: String) {
        let address_text = search_in(&window().location().search().unwrap_or_default());
        self.rows()
            .change(|| self.typed.set(Some(SearchInput { address_text, text })));
    }

    /// Writes the search to the address, if the rooms are shown. Browsers limit changes of the address to a
    /// few hundred in half a minute, so this is called when typing pauses.
    pub(super) fn write_search(self, navigator: Navigator) {
        let path = window().location().pathname();
        if path.is_ok_and(|path| path != Address::Home.path()) {
            return;
        }
        let written = self.typed.try_update(|typed| {
            let typed = typed
                .as_mut()
                .filter(|typed| typed.address_text != typed.text)?;
            typed.address_text.clone_from(&typed.text);
            Some(typed.text.clone())
        });
        if let Some(text) = written.flatten() {
            navigator.rewrite(&search_path(&text));
        }
    }

    /// Closes the dialog over the rooms. To be called where the dialog is built.
    pub fn close_dialog(self) -> Callback<()> {
        let navigator = Navigator::get();
        Callback::new(move |()| navigator.close_to(&self.path()))
    }

    /// Adds a room that was created here.
    pub fn insert(self, room: Room) {
        self.rooms.rooms().update(|rooms| {
            // If the response to its creation was lost, the list may have been requested meanwhile.
            match rooms.iter_mut().find(|known| known.id == room.id) {
                Some(known) => known.apply_remote(room, false),
                None => rooms.push(RoomState::new(room, false)),
            }
        });
        self.record_change();
    }

    /// Renames a room.
    pub fn rename(self, room: RoomId, name: String) {
        self.entry(room).update(|room| room.rename(name));
        self.record_change();
    }

    /// Records that the backend has saved a change, and makes other tabs refresh.
    pub(super) fn record_change(self) {
        self.changes.update_value(|changes| *changes += 1);
        tabs::broadcast(TabMessage::Rooms);
    }

    /// Applies the whole list from the backend. Rooms that are not in it are removed; the row of one with a
    /// notice stays until the document is left.
    pub(super) fn merge(self, active: Vec<Room>, deleted: &[Room]) {
        let known = self.rooms.rooms().get_untracked();
        let by_id = sorted_indices(known.len(), &mut |a, b| known[a].id.cmp(&known[b].id));
        let find = |id: RoomId| {
            let place = by_id.binary_search_by(|place| known[*place].id.cmp(&id));
            place.ok().map(|place| known[by_id[place]].clone())
        };
        let remote = active
            .into_iter()
            .map(|room| (room, false))
            .chain(deleted.iter().cloned().map(|room| (room, true)));
        let mut merged = Vec::new();
        for (room, is_deleted) in remote {
            merged.push(match find(room.id) {
                Some(mut known) => {
                    known.apply_remote(room, is_deleted);
                    known
                }
                None => RoomState::new(room, is_deleted),
            });
        }
        let is_remote = |room: &RoomState| merged.iter().any(|merged| merged.id == room.id);
        let removed: Vec<RoomState> = known
            .into_iter()
            .filter(|room| {
                let is_said = !matches!(room.notice, None | Some(RoomNotice::ConfirmLeaving));
                is_said && !is_remote(room)
            })
            .map(|room| RoomState {
                removed: true,
                ..room
            })
            .collect();
        merged.extend(removed);
        self.rooms.rooms().set(merged);
    }
}

fn is_active(room: &RoomState) -> bool {
    room.row_kind() == RowKind::Active
}

/// The places of all rooms, in `order`. In the order of names, `ranks` has the rank of each room.
fn sorted(rooms: &[RoomState], order: RoomOrder, ranks: &[usize]) -> Vec<usize> {
    let keys: Vec<SortKeys> = rooms.iter().map(RoomState::sort_keys).collect();
    sorted_indices(rooms.len(), &mut |a, b| {
        keys[a].compare(keys[b], order, || ranks.get(a).cmp(&ranks.get(b)))
    })
}

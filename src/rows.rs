//! Lists whose rows change on the page before the backend has confirmed it: a room's recordings, its files, its
//! delegates.
//! Each change is shown at once and sent; after a refusal it is undone, and the row says why.

mod rename;

use std::pin::Pin;

use leptos::prelude::*;
use parvis_texts::Catalogue;
use parvis_ui::i18n::derived;
use parvis_ui::{Dynamic, Toasts, dynamic, keep_focus, spawn};

use crate::api::ApiError;
use crate::i18n::{I18n, Texts};
use crate::optimistic::{Optimistic, send_until_settled};
use crate::problem_alert::ProblemAlert;

pub use rename::{NameField, Named, RENAME};

/// What a row shows of something that the backend has.
pub trait RowValue: Clone + Send + Sync + 'static {
    /// As the backend returns it.
    type Remote;

    /// The value of a new row.
    fn new(remote: Self::Remote) -> Self;
    /// Whether `remote` is what the row shows.
    fn is(&self, remote: &Self::Remote) -> bool;
    /// Whether its row stays although the backend no longer has it.
    fn stays(&self) -> bool {
        false
    }
    /// Applies the backend's state; pending changes are kept.
    fn apply_remote(&mut self, remote: Self::Remote);
}

/// The state of a row.
#[derive(Clone)]
pub struct RowState<V> {
    /// What it shows.
    pub value: V,
    /// Whether the backend no longer has it; its row stays while it says why a change was refused.
    pub is_gone: bool,
    /// Why the last change was refused.
    pub refused: Option<Refused>,
}

/// A text of the language in use.
pub type Sentence = fn(&'static Catalogue) -> &'static str;

/// A change that was refused.
#[derive(Clone)]
pub struct Refused {
    /// What was not done.
    pub what: Sentence,
    /// The reason.
    pub error: ApiError,
}

/// A row: a handle that is cheap to copy.
pub struct Row<V: 'static> {
    /// What identifies it on the page.
    pub key: u32,
    state: RwSignal<RowState<V>>,
}

// Not derived, as that would require `V: Copy`.
impl<V> Clone for Row<V> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<V> Copy for Row<V> {}

impl<V: RowValue> Row<V> {
    /// The identifier of an element of the row.
    pub fn element_id(self, part: &str) -> String {
        format!("{part}-{}", self.key)
    }

    /// Reads from the row, and tracks its changes.
    pub fn read<T>(self, read: impl FnOnce(&V) -> T) -> T {
        self.state.with(|state| read(&state.value))
    }

    /// Reads from the row without tracking.
    pub fn read_untracked<T>(self, read: impl FnOnce(&V) -> T) -> T {
        self.state.with_untracked(|state| read(&state.value))
    }

    /// As [`read_untracked`](Self::read_untracked); `None` once the page is left.
    pub fn try_read_untracked<T>(self, read: impl FnOnce(&V) -> T) -> Option<T> {
        self.state.try_with_untracked(|state| read(&state.value))
    }

    /// Changes the row; does nothing once the page is left.
    pub fn update(self, change: impl FnOnce(&mut V)) {
        self.state.try_update(|state| change(&mut state.value));
    }

    /// Whether the backend no longer has it.
    pub fn is_gone(self) -> bool {
        self.state.with(|state| state.is_gone)
    }

    /// Why the last change was refused.
    fn refused(self) -> Option<Refused> {
        self.state.with(|state| state.refused.clone())
    }

    /// The alert about the last change, if it was refused.
    pub fn refusal(self) -> Dynamic {
        dynamic(move || match self.refused() {
            Some(Refused { what, error }) => {
                let what = derived(Box::new(move |catalogue| what(catalogue).to_owned()));
                view! { <ProblemAlert what error /> }.into_any()
            }
            None => ().into_any(),
        })
    }

    /// Removes the message about the last change.
    pub fn dismiss(self) {
        self.state.try_update(|state| state.refused = None);
    }
}

/// The response to a change.
pub type Response = Pin<Box<dyn Future<Output = Result<(), ApiError>>>>;

/// A part of a row that can be changed.
pub struct Change<V, T> {
    /// The part.
    pub field: fn(&mut V) -> &mut Optimistic<T>,
    /// Sends its new value.
    pub send: Box<dyn Fn(T) -> Response>,
    /// What was not done, if a value is refused.
    pub what: fn(&T) -> Sentence,
    /// Called after the row has been reverted, with the value that was refused.
    pub on_refusal: fn(&mut V, T),
}

/// The rows of a list; they belong to the page that creates it.
pub struct Rows<V: 'static> {
    all: RwSignal<Vec<Row<V>>>,
    owner: StoredValue<Owner>,
    /// The number of changes made here: responses to requests from before a change are out of date.
    changes: StoredValue<u32>,
    i18n: I18n,
    toasts: Toasts,
}

impl<V> Clone for Rows<V> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<V> Copy for Rows<V> {}

impl<V: RowValue> Rows<V> {
    /// Creates a list.
    pub fn new(remote: Vec<V::Remote>) -> Self {
        let rows = Self {
            all: RwSignal::new(Vec::new()),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            changes: StoredValue::new(0),
            i18n: I18n::get(),
            toasts: Toasts::get(),
        };
        rows.merge(remote);
        rows
    }

    /// The rows, in the order to show.
    pub fn all(self) -> Vec<Row<V>> {
        self.all.get()
    }

    /// As [`all`](Self::all), without tracking.
    pub fn all_untracked(self) -> Vec<Row<V>> {
        self.all.get_untracked()
    }

    /// Whether there is no row.
    pub fn is_empty(self) -> Memo<bool> {
        Memo::new(move |_| self.all.with(Vec::is_empty))
    }

    /// Whether the page that created the list is left.
    pub fn is_page_left(self) -> bool {
        self.changes.try_get_value().is_none()
    }

    /// Adds a row, or applies the backend's state to the one that there is.
    pub fn insert(self, remote: V::Remote) {
        self.changes.try_update_value(|changes| *changes += 1);
        // The page may have been left.
        let Some(known) = self.all.try_get_untracked() else {
            return;
        };
        let found = known
            .iter()
            .find(|row| row.read_untracked(|value| value.is(&remote)));
        if let Some(row) = found {
            row.update(|value| value.apply_remote(remote));
        } else {
            let row = self.create(next_key(&known), V::new(remote));
            self.all.update(|rows| rows.push(row));
        }
    }

    /// Requests the list and applies it; again, if something has been changed here meanwhile. A failure is ignored,
    /// because the person has not asked for it. Returns whether the list is the backend's.
    pub async fn refresh(self, fetch: impl AsyncFn() -> Result<Vec<V::Remote>, ApiError>) -> bool {
        while let Some(before) = self.changes.try_get_value() {
            let Ok(remote) = fetch().await else {
                return false;
            };
            match self.changes.try_get_value() {
                Some(now) if now == before => {
                    keep_focus(|| self.merge(remote));
                    return true;
                }
                // Older than a change: asked for again.
                Some(_) => {}
                None => return false,
            }
        }
        false
    }

    /// Shows `wanted` at once and sends it to the backend. A change during a request is sent after it, by the loop
    /// of that request. `settled` is called after each response. All of it goes on when the page is left: then a
    /// toast says what was refused.
    pub fn change<T: Clone + PartialEq + 'static>(
        self,
        row: Row<V>,
        Change {
            field,
            send,
            what,
            on_refusal,
        }: Change<V, T>,
        wanted: T,
        settled: impl Fn(Option<&ApiError>) + 'static,
    ) {
        row.dismiss();
        row.update(|value| field(value).want(wanted));
        let state = ArcRwSignal::from(row.state);
        let pending = state.clone();
        spawn(send_until_settled(
            move || {
                let request = pending.try_update(|state| field(&mut state.value).take_request());
                request.flatten()
            },
            async move |requested| send(requested).await,
            move |requested, response| {
                let error = response.err();
                let is_page_left = self
                    .changes
                    .try_update_value(|changes| *changes += 1)
                    .is_none();
                state.update(|state| {
                    let was_refused =
                        field(&mut state.value).settle(requested.clone(), error.is_none());
                    // If the person wants another value by now, there is nothing to report.
                    if let Some(error) = error.clone().filter(|_| was_refused) {
                        let what = what(&requested);
                        if is_page_left {
                            self.show_later(what, &error);
                        }
                        state.refused = Some(Refused { what, error });
                        on_refusal(&mut state.value, requested);
                    }
                });
                settled(error.as_ref());
            },
        ));
    }

    fn show_later(self, what: Sentence, error: &ApiError) {
        let catalogue = self.i18n.catalogue_untracked();
        let text = format!("{} {}", what(catalogue), error.message(Texts(catalogue)));
        self.toasts.show(text, None);
    }

    /// Applies the whole list from the backend. Rows that are not in it are removed, but for those that say why a
    /// change was refused.
    fn merge(self, remote: Vec<V::Remote>) {
        let known = self.all.get_untracked();
        let mut next_key = next_key(&known);
        let mut merged: Vec<Row<V>> = Vec::with_capacity(remote.len());
        for remote in remote {
            let found = known
                .iter()
                .find(|row| row.read_untracked(|value| value.is(&remote)));
            if let Some(row) = found {
                row.state.update(|state| {
                    state.is_gone = false;
                    state.value.apply_remote(remote);
                });
                merged.push(*row);
            } else {
                merged.push(self.create(next_key, V::new(remote)));
                next_key += 1;
            }
        }
        for row in known {
            let is_merged = merged.iter().any(|merged| merged.key == row.key);
            if is_merged {
                continue;
            }
            let (stays, is_refused) = row
                .state
                .with_untracked(|state| (state.value.stays(), state.refused.is_some()));
            if is_refused && !stays {
                row.state.update(|state| state.is_gone = true);
            }
            if is_refused || stays {
                merged.push(row);
            }
        }
        self.all.set(merged);
    }

    fn create(self, key: u32, value: V) -> Row<V> {
        let state = RowState {
            value,
            is_gone: false,
            refused: None,
        };
        // The page's owner, and not that of a request: the row lives as long as the page.
        let state = self
            .owner
            .with_value(|owner| owner.with(|| RwSignal::new(state)));
        Row { key, state }
    }
}

/// The key of the next row.
fn next_key<V>(rows: &[Row<V>]) -> u32 {
    rows.iter().map(|row| row.key + 1).max().unwrap_or(0)
}

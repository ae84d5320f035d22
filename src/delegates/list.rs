//! The delegates of a room on the page, and what is done with them.

use leptos::prelude::*;
use parvis_contract::delegate::{AddDelegate, Delegate, DelegateId, DelegateList};
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomId;
use parvis_ui::{Announcer, focus_on_heading_soon, focus_soon, has_focus, spawn};

use super::state::ShownDelegate;
use crate::api::{Api, ApiError};
use crate::i18n::I18n;
use crate::i18n::delegates::{DelegateTexts, texts_untracked};
use crate::rooms::RoomList;
use crate::rows::{Change, Row, Rows};

/// The row of a delegate.
pub type DelegateRow = Row<ShownDelegate>;

/// The parts of a row's element identifiers.
pub const REMOVE: &str = "remove";
pub const UNDO: &str = "undo";
pub const OFFER: &str = "offer";

/// The delegates of a room; belongs to the page.
#[derive(Clone, Copy)]
pub struct Delegates {
    pub rows: Rows<ShownDelegate>,
    /// The maximum number of delegates of a room.
    pub max: u64,
    room: RoomId,
    api: Api,
    i18n: I18n,
    announcer: Announcer,
    /// The rooms, which say how many delegates each has.
    rooms: StoredValue<RoomList>,
}

impl Delegates {
    /// Creates the list from the backend's.
    pub fn new(room: RoomId, list: DelegateList) -> Self {
        Self {
            rows: Rows::new(list.items),
            max: list.max,
            room,
            api: Api::get(),
            i18n: I18n::get(),
            announcer: Announcer::get(),
            rooms: StoredValue::new(RoomList::get()),
        }
    }

    /// The number of delegates, without those that were removed here.
    pub fn count(self) -> usize {
        let rows = self.rows.all();
        rows.into_iter()
            .filter(|row| !row.is_gone() && !row.read(|delegate| *delegate.removed.shown()))
            .count()
    }

    /// Adds a delegate.
    pub async fn add(self, email: &str) -> Result<(), ApiError> {
        let delegate = self.send_addition(email.to_owned()).await?;
        let label = delegate.email.clone();
        self.rows.insert(delegate);
        self.refresh_rooms();
        self.announce(|texts| texts.added(&label));
        Ok(())
    }

    /// Removes a delegate.
    pub fn remove(self, row: DelegateRow) {
        let label = label_of(row);
        self.announce(|texts| texts.removed(&label));
        self.rows
            .change(row, self.removal(row), true, self.settled(row));
        if row.read_untracked(ShownDelegate::can_be_added_again) {
            focus_soon(row.element_id(UNDO));
        } else {
            focus_on_heading_soon();
        }
    }

    /// Adds a delegate again who was removed.
    pub fn undo_removal(self, row: DelegateRow) {
        let label = label_of(row);
        self.announce(|texts| texts.added(&label));
        self.rows
            .change(row, self.removal(row), false, self.settled(row));
        focus_soon(row.element_id(REMOVE));
    }

    /// Offers the room to a delegate, or withdraws the offer. There is one offer at a time.
    pub fn offer(self, row: DelegateRow, is_offered: bool) {
        let Self { room, api, .. } = self;
        let id = id_of(row);
        if is_offered {
            let label = label_of(row);
            self.announce(|texts| texts.offered(&label));
        }
        let change = Change {
            field: |delegate: &mut ShownDelegate| &mut delegate.offered,
            send: Box::new(move |is_offered| {
                Box::pin(api.set_handover_offer(room, id, is_offered))
            }),
            what: |_| |catalogue| DelegateTexts(catalogue).offer_refused(),
            on_refusal: |_, _| (),
        };
        self.rows.change(row, change, is_offered, self.settled(row));
    }

    /// The change that removes a delegate, or adds the same person again.
    fn removal(self, row: DelegateRow) -> Change<ShownDelegate, bool> {
        let Self { room, api, .. } = self;
        Change {
            field: |delegate| &mut delegate.removed,
            send: Box::new(move |is_removed| {
                Box::pin(async move {
                    let remote = row.try_read_untracked(|delegate| delegate.remote.clone());
                    let Some(Delegate { id, email, .. }) = remote else {
                        return Ok(());
                    };
                    if is_removed {
                        return api.remove_delegate(room, id).await;
                    }
                    // The delegation is a new one.
                    let added = self.send_addition(email).await?;
                    row.update(|delegate| delegate.remote = added);
                    Ok(())
                })
            }),
            what: |is_removed| {
                if *is_removed {
                    |catalogue| DelegateTexts(catalogue).not_removed()
                } else {
                    |catalogue| DelegateTexts(catalogue).not_added()
                }
            },
            on_refusal: |_, _| (),
        }
    }

    async fn send_addition(self, email: String) -> Result<Delegate, ApiError> {
        self.api
            .add_delegate(self.room, &AddDelegate { email })
            .await
    }

    /// Called after each response about a delegate.
    fn settled(self, row: DelegateRow) -> impl Fn(Option<&ApiError>) + 'static {
        move |error| {
            let is_removed = |delegate: &ShownDelegate| *delegate.removed.shown();
            let (shown, hidden) = if row.try_read_untracked(is_removed).unwrap_or_default() {
                (UNDO, REMOVE)
            } else {
                (REMOVE, UNDO)
            };
            // A refusal may have replaced the button that was pressed.
            if has_focus(&row.element_id(hidden)) {
                focus_soon(row.element_id(shown));
            }
            match error {
                // An offer replaces another.
                None => {
                    self.rooms.try_with_value(|rooms| rooms.refresh(self.api));
                }
                Some(error) if is_outdated(error) => self.refresh(),
                Some(_) => {}
            }
        }
    }

    /// Requests the rooms, which say how many delegates each has.
    fn refresh_rooms(self) {
        self.rooms.try_with_value(|rooms| rooms.refresh(self.api));
    }

    /// Requests the list and applies it.
    pub fn refresh(self) {
        let Self {
            rows, room, api, ..
        } = self;
        spawn(async move {
            rows.refresh(async move || Ok(api.delegates(room).await?.items))
                .await;
        });
    }

    fn announce(self, what: impl FnOnce(DelegateTexts) -> String) {
        self.announcer.announce(what(texts_untracked(self.i18n)));
    }
}

/// Whether an error says that the list is out of date.
fn is_outdated(error: &ApiError) -> bool {
    error.is_about_the_room()
        || matches!(
            error.kind(),
            Some(ProblemKind::DelegateNotFound | ProblemKind::DelegateInactive)
        )
}

fn id_of(row: DelegateRow) -> DelegateId {
    row.read_untracked(|delegate| delegate.remote.id)
}

fn label_of(row: DelegateRow) -> String {
    row.read_untracked(ShownDelegate::label)
}

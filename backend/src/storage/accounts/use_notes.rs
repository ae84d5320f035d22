//! Recording in the background that accounts are used. A morning's first requests do not wait for it.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::Account;
use crate::clock::Moment;
use crate::storage::Store;
use crate::storage::entity::account;
use crate::storage::unused::is_recent;

/// How many accounts may wait for their records. A further one has another chance at its next request.
const MOST_WAITING: usize = 10_000;

/// The records that this process is about to make.
#[derive(Default)]
pub(in crate::storage) struct UseNotes {
    waiting: Mutex<HashSet<Uuid>>,
    /// One record is made at a time, so that people's writes wait for one of them at most.
    turn: tokio::sync::Mutex<()>,
}

impl UseNotes {
    fn waiting(&self) -> MutexGuard<'_, HashSet<Uuid>> {
        // Changes are made in one step, so the state is consistent after a panic.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The record of an account, unless it is being made or too many are.
    fn begin(self: &Arc<Self>, account: Uuid) -> Option<UseNote> {
        let mut waiting = self.waiting();
        let is_begun = waiting.len() < MOST_WAITING && waiting.insert(account);
        is_begun.then(|| UseNote {
            notes: Arc::clone(self),
            account,
        })
    }
}

/// A record that is being made, as long as this lives.
struct UseNote {
    notes: Arc<UseNotes>,
    account: Uuid,
}

impl Drop for UseNote {
    fn drop(&mut self) {
        self.notes.waiting().remove(&self.account);
    }
}

impl Store {
    /// Records in the background that an account is used; does nothing if that was recorded within a day.
    pub fn note_use(&self, account: &Account, now: Moment) {
        if !account.is_warned_of && is_recent(account.last_used_at, now) {
            return;
        }
        let Some(note) = self.use_notes.begin(account.id) else {
            return;
        };
        let (store, before) = (self.clone(), account.last_used_at);
        tokio::spawn(async move {
            let _turn = note.notes.turn.lock().await;
            if let Err(error) = store.account_in_use(note.account, before, now).await {
                tracing::warn!(%error, "it is not recorded that an account is used");
            }
        });
    }

    /// Records that an account is used, which takes a warning back; does nothing if another use was recorded meanwhile.
    async fn account_in_use(
        &self,
        account_id: Uuid,
        before: Option<Moment>,
        now: Moment,
    ) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        let unchanged = match before {
            Some(at) => account::Column::LastUsedAt.eq(at),
            None => account::Column::LastUsedAt.is_null(),
        };
        account::Entity::update_many()
            .col_expr(account::Column::LastUsedAt, Expr::value(now.0))
            .col_expr(account::Column::UnusedWarningId, Expr::value(None::<Uuid>))
            .filter(account::Column::Id.eq(account_id))
            .filter(unchanged)
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_one_record_at_a_time() {
        let notes = Arc::new(UseNotes::default());
        let first = notes.begin(Uuid::nil());
        assert!(first.is_some());
        assert!(notes.begin(Uuid::nil()).is_none());
        assert!(notes.begin(Uuid::max()).is_some());
        drop(first);
        assert!(notes.begin(Uuid::nil()).is_some());
    }
}

//! A code is typed: by whom, at whose expense, and what it opens.

use std::net::IpAddr;

use parvis_contract::code::ConnectionCode;
use sea_orm::DbErr;
use tokio::task::JoinError;
use uuid::Uuid;

use super::{Mark, address_scope, proof};
use crate::attempts::{Scope, Spent};
use crate::clock::{Clock, Moment};
use crate::keys::Keys;
use crate::random::Random;
use crate::storage::Store;
use crate::storage::rooms::Room;

/// Who types a code.
pub struct Typist {
    /// The account that is signed in.
    pub account: Option<Uuid>,
    /// The mark of the device, if it has one.
    pub mark: Option<Mark>,
    /// Where the request comes from.
    pub address: IpAddr,
    /// The solution of a challenge, as JSON.
    pub proof: Option<String>,
}

/// Why a code opens nothing.
#[derive(Debug, thiserror::Error)]
pub enum EntryError {
    /// It never was one, or is none any more.
    #[error("the code opens nothing")]
    Unknown,
    /// Too many wrong ones were typed.
    #[error("too many wrong codes")]
    Spent(Spent),
    /// A challenge has to be solved first: this one, as JSON.
    #[error("a challenge has to be solved first")]
    ProofRequired(String),
    /// No challenge can be made.
    #[error("no challenge can be made")]
    Challenge(#[from] altcha::Error),
    /// A solution could not be checked.
    #[error("a solution could not be checked")]
    Check(#[from] JoinError),
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<Spent> for EntryError {
    fn from(spent: Spent) -> Self {
        Self::Spent(spent)
    }
}

/// Where codes are typed.
pub struct CodeEntry {
    store: Store,
    keys: Keys,
    clock: Clock,
    random: Random,
    /// How many wrong codes strangers may type in a week, all together.
    budget: u64,
}

impl CodeEntry {
    /// One for all nodes that share `store`; strangers may type `budget` wrong codes in a week.
    #[must_use]
    pub fn new(store: Store, keys: Keys, clock: Clock, random: Random, budget: u64) -> Self {
        Self {
            store,
            keys,
            clock,
            random,
            budget,
        }
    }

    /// The mark in a cookie, if it is one of ours.
    #[must_use]
    pub fn read_mark(&self, cookie: &str) -> Option<Mark> {
        Mark::open(&self.keys, cookie)
    }

    /// A mark for the device that has typed the code of this room, as a cookie; `None` where there is no key
    /// to make it with.
    #[must_use]
    pub fn new_mark(&self, room: Uuid) -> Option<String> {
        Mark::new(&self.random, room).seal(&self.keys)
    }

    /// The room that `code` opens.
    ///
    /// # Errors
    ///
    /// [`EntryError`] when it opens nothing, or may not be tried.
    pub async fn enter(&self, typist: Typist, code: ConnectionCode) -> Result<Room, EntryError> {
        for scopes in self.known(&typist).await? {
            let now = self.clock.now();
            if self.take(&scopes, now).await?.is_ok() {
                return self.look_up(code, &scopes, now).await;
            }
        }
        let address = address_scope(&self.keys, typist.address);
        let scopes = [Scope::Instance, address];
        self.pay_with_work(&scopes, typist.proof).await?;
        let now = self.clock.now();
        self.take(&scopes, now).await??;
        self.look_up(code, &scopes, now).await
    }

    /// At whose expense somebody who is known may type, in this order.
    async fn known(&self, typist: &Typist) -> Result<Vec<Vec<Scope>>, DbErr> {
        let mut known = Vec::new();
        if let Some(account) = typist.account {
            known.push(vec![Scope::Account(account)]);
        }
        // Once the room's tombstone is gone too, nobody answers for its marks.
        if let Some(mark) = typist.mark
            && let Some(room) = self.store.room(mark.room).await?
        {
            known.push(vec![
                Scope::Device(mark.device),
                Scope::Owner(room.owner_id),
            ]);
        }
        Ok(known)
    }

    /// Has a stranger solve a challenge first, where strangers have typed many wrong codes of late.
    async fn pay_with_work(
        &self,
        scopes: &[Scope; 2],
        proof: Option<String>,
    ) -> Result<(), EntryError> {
        let (budget, now) = (self.budget, self.clock.now());
        let tally = self.store.tally(scopes).await?;
        for scope in scopes {
            tally.check(scope, budget, now)?;
        }
        let spent = tally.spent_percent(&scopes[0], budget, now);
        let Some(rounds) = proof::rounds(spent) else {
            return Ok(());
        };
        if let Some(proof) = proof {
            let keys = self.keys.clone();
            let checked =
                tokio::task::spawn_blocking(move || proof::check(&keys, &proof, rounds, now));
            let solved = checked.await?;
            if let Some(solved) = solved
                && self.store.use_proof(solved.nonce, solved.until).await?
            {
                return Ok(());
            }
        }
        let challenge = proof::challenge(&self.keys, rounds, now)?;
        Err(EntryError::ProofRequired(challenge))
    }

    async fn take(&self, scopes: &[Scope], now: Moment) -> Result<Result<(), Spent>, DbErr> {
        self.store.take_wrong_code(scopes, self.budget, now).await
    }

    /// What the code opens; what was taken for it is given back if it opens something.
    async fn look_up(
        &self,
        code: ConnectionCode,
        scopes: &[Scope],
        taken_at: Moment,
    ) -> Result<Room, EntryError> {
        let room = match self.store.room_of_code(code).await? {
            Some(id) => self.store.room(id).await?,
            None => None,
        };
        // The same words for a code that never was and for one that is no more.
        let unknown = || EntryError::Unknown;
        let room = room
            .filter(|room| room.is_open_at(taken_at))
            .ok_or_else(unknown)?;
        // Renewed between the two questions, it would open the room as the new one does.
        if self.store.room_of_code(code).await? != Some(room.id) {
            return Err(unknown());
        }
        self.store.give_back_wrong_code(scopes, taken_at).await?;
        Ok(room)
    }
}

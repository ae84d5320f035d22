//! Looking up a connection code, charging the attempt to its scopes.

use std::net::IpAddr;

use parvis_contract::code::ConnectionCode;
use sea_orm::DbErr;
use tokio::task::JoinError;
use uuid::Uuid;

use super::{TrustedDevice, address_scope, proof_of_work};
use crate::clock::{Clock, Moment};
use crate::code_attempts::{Exhausted, Scope};
use crate::keys::Keys;
use crate::random::Random;
use crate::storage::Store;
use crate::storage::rooms::Room;

/// Who enters a code.
pub struct CodeRequester {
    /// The signed-in account.
    pub account: Option<Uuid>,
    /// The trusted-device token, if there is one.
    pub trusted_device: Option<TrustedDevice>,
    /// The client address.
    pub address: IpAddr,
    /// The proof-of-work solution, as JSON.
    pub proof: Option<String>,
}

/// Why a code is refused.
#[derive(Debug, thiserror::Error)]
pub enum EntryError {
    /// The code is not in use.
    #[error("the code opens nothing")]
    Unknown,
    /// The budget of wrong codes is exhausted.
    #[error("too many wrong codes")]
    Exhausted(Exhausted),
    /// A proof of work is required: the challenge, as JSON.
    #[error("a challenge has to be solved first")]
    ProofRequired(String),
    /// The challenge cannot be created.
    #[error("no challenge can be made")]
    Challenge(#[from] altcha::Error),
    /// The solution cannot be verified.
    #[error("a solution could not be checked")]
    Check(#[from] JoinError),
    /// The database fails.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<Exhausted> for EntryError {
    fn from(exhausted: Exhausted) -> Self {
        Self::Exhausted(exhausted)
    }
}

/// Looks up connection codes.
pub struct CodeEntry {
    store: Store,
    keys: Keys,
    clock: Clock,
    random: Random,
    /// The weekly limit of wrong codes of all devices that are not trusted.
    weekly_limit: u64,
}

impl CodeEntry {
    /// All nodes that share `store` share the counts; `weekly_limit` is that of all devices that are not
    /// trusted.
    #[must_use]
    pub fn new(store: Store, keys: Keys, clock: Clock, random: Random, weekly_limit: u64) -> Self {
        Self {
            store,
            keys,
            clock,
            random,
            weekly_limit,
        }
    }

    /// Verifies a trusted-device token.
    #[must_use]
    pub fn read_trusted_device(&self, cookie: &str) -> Option<TrustedDevice> {
        TrustedDevice::verify(&self.keys, cookie)
    }

    /// A trusted-device token for a device that has entered the code of `room`; `None` if there is no signing
    /// key.
    #[must_use]
    pub fn new_trusted_device(&self, room: Uuid) -> Option<String> {
        TrustedDevice::new(&self.random, room).sign(&self.keys)
    }

    /// The room of `code`.
    ///
    /// # Errors
    ///
    /// [`EntryError`] when the code is unknown or may not be tried.
    pub async fn enter(
        &self,
        requester: CodeRequester,
        code: ConnectionCode,
    ) -> Result<Room, EntryError> {
        for scopes in self.known_scopes(&requester).await? {
            let now = self.clock.now();
            if self.charge(&scopes, now).await?.is_ok() {
                return self.look_up(code, &scopes, now).await;
            }
        }
        let address = address_scope(&self.keys, requester.address);
        let scopes = [Scope::Instance, address];
        self.require_proof_of_work(&scopes, requester.proof).await?;
        let now = self.clock.now();
        self.charge(&scopes, now).await??;
        self.look_up(code, &scopes, now).await
    }

    /// The scopes to charge for an account or a trusted device, in this order.
    async fn known_scopes(&self, requester: &CodeRequester) -> Result<Vec<Vec<Scope>>, DbErr> {
        let mut known = Vec::new();
        if let Some(account) = requester.account {
            known.push(vec![Scope::Account(account)]);
        }
        // A token is void once the room's tombstone is deleted: its owner is unknown then.
        if let Some(trusted_device) = requester.trusted_device
            && let Some(room) = self.store.room(trusted_device.room).await?
        {
            known.push(vec![
                Scope::Device(trusted_device.device),
                Scope::Owner(room.owner_id),
            ]);
        }
        Ok(known)
    }

    /// Requires a proof of work if many wrong codes were entered recently.
    async fn require_proof_of_work(
        &self,
        scopes: &[Scope; 2],
        proof: Option<String>,
    ) -> Result<(), EntryError> {
        let (weekly_limit, now) = (self.weekly_limit, self.clock.now());
        let budget = self.store.attempt_budget(scopes).await?;
        for scope in scopes {
            budget.check(scope, weekly_limit, now)?;
        }
        let used = budget.used_percent(&scopes[0], weekly_limit, now);
        let Some(cost) = proof_of_work::cost(used) else {
            return Ok(());
        };
        if let Some(proof) = proof {
            let keys = self.keys.clone();
            let checked =
                tokio::task::spawn_blocking(move || proof_of_work::check(&keys, &proof, cost, now));
            let solution = checked.await?;
            if let Some(solution) = solution
                && self.store.use_proof(solution.nonce, solution.until).await?
            {
                return Ok(());
            }
        }
        let challenge = proof_of_work::challenge(&self.keys, cost, now)?;
        Err(EntryError::ProofRequired(challenge))
    }

    async fn charge(&self, scopes: &[Scope], now: Moment) -> Result<Result<(), Exhausted>, DbErr> {
        self.store
            .charge_wrong_code(scopes, self.weekly_limit, now)
            .await
    }

    /// Looks the code up; the charge is refunded if it is correct.
    async fn look_up(
        &self,
        code: ConnectionCode,
        scopes: &[Scope],
        charged_at: Moment,
    ) -> Result<Room, EntryError> {
        let room = match self.store.room_of_code(code).await? {
            Some(id) => self.store.room(id).await?,
            None => None,
        };
        // The same error whether the code never was in use or no longer is.
        let unknown = || EntryError::Unknown;
        let room = room
            .filter(|room| room.is_open_at(charged_at))
            .ok_or_else(unknown)?;
        // If the code was renewed between the two queries, the capability would get the new generation.
        if self.store.room_of_code(code).await? != Some(room.id) {
            return Err(unknown());
        }
        self.store.refund_wrong_code(scopes, charged_at).await?;
        Ok(room)
    }
}

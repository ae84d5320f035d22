//! Looking up a connection code, charging the attempt to its scopes.

use std::net::IpAddr;

use parvis_contract::code::ConnectionCode;
use sea_orm::DbErr;
use tokio::task::JoinError;
use uuid::Uuid;

use super::{TrustedDevice, network_scopes, proof_of_work};
use crate::clock::{Clock, Moment};
use crate::code_attempts::{Exhausted, NotCharged, ProofOfWork, Scope, Work};
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
    /// The task that creates the challenge fails.
    #[error("the task that makes a challenge has failed")]
    Task(#[from] JoinError),
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

    /// The trusted-device token of a device that has entered the code of `room`; `None` if there is no signing
    /// key. A device keeps the token that it has: it gets no second budget.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn trusted_device_token(
        &self,
        current: Option<TrustedDevice>,
        room: Uuid,
    ) -> Result<Option<String>, DbErr> {
        let device = match current {
            None => TrustedDevice::new(&self.random, room),
            Some(current) => match self.store.room(current.room).await? {
                Some(_) => current,
                // Void (see `known_scopes`), but the device's own count goes on.
                None => TrustedDevice { room, ..current },
            },
        };
        Ok(device.sign(&self.keys))
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
            if self.charge(&scopes, None, now).await?.is_ok() {
                return self.look_up(code, &scopes, now).await;
            }
        }
        let mut scopes = vec![Scope::Instance];
        scopes.extend(network_scopes(&self.keys, requester.address));
        let now = self.clock.now();
        // Checked before the lock too, so that requests that are refused anyway do not wait for it.
        let budget = self.store.attempt_budget(&scopes).await?;
        let required = budget.required_work(&scopes, self.weekly_limit, now)?;
        let proof = requester
            .proof
            .and_then(|proof| proof_of_work::check(&self.keys, &proof, now));
        if proof.as_ref().map_or(Work::NONE, |proof| proof.work) < required {
            return Err(self.proof_required(required, now).await);
        }
        match self.charge(&scopes, proof.as_ref(), now).await? {
            Ok(()) => self.look_up(code, &scopes, now).await,
            Err(NotCharged::Exhausted(exhausted)) => Err(exhausted.into()),
            Err(NotCharged::WorkRequired(work)) => Err(self.proof_required(work, now).await),
        }
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

    /// The refusal with a challenge of this work.
    async fn proof_required(&self, work: Work, now: Moment) -> EntryError {
        let (keys, random) = (self.keys.clone(), self.random.clone());
        let challenge = tokio::task::spawn_blocking(move || {
            // Derives a key, which takes some milliseconds.
            proof_of_work::challenge(&keys, &random, work, now)
        });
        match challenge.await {
            Ok(Ok(challenge)) => EntryError::ProofRequired(challenge),
            Ok(Err(error)) => error.into(),
            Err(error) => error.into(),
        }
    }

    async fn charge(
        &self,
        scopes: &[Scope],
        proof: Option<&ProofOfWork>,
        now: Moment,
    ) -> Result<Result<(), NotCharged>, DbErr> {
        self.store
            .charge_wrong_code(scopes, self.weekly_limit, proof, now)
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

//! Counts of wrong connection codes, shared by all nodes.

use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
    QuerySelect as _,
};

use super::entity::{proof, wrong_code};
use super::{Store, Write};
use crate::clock::Moment;
use crate::code_attempts::{AttemptBudget, KEPT, NotCharged, ProofOfWork, Scope, Work, hour_of};

impl Store {
    /// The budget with the counts of these scopes.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn attempt_budget(&self, scopes: &[Scope]) -> Result<AttemptBudget, DbErr> {
        attempt_budget(&self.db, scopes).await
    }

    /// Charges one wrong code to each of `scopes`, to all or to none, and uses up `proof` if work is required.
    /// Concurrent charges on all nodes are serialized.
    ///
    /// # Errors
    ///
    /// When the database fails. The inner error is why nothing is charged.
    pub async fn charge_wrong_code(
        &self,
        scopes: &[Scope],
        weekly_limit: u64,
        proof: Option<&ProofOfWork>,
        now: Moment,
    ) -> Result<Result<(), NotCharged>, DbErr> {
        let write = self.begin_write().await?;
        lock(&write).await?;
        let mut budget = attempt_budget(&*write, scopes).await?;
        let done = proof.map_or(Work::NONE, |proof| proof.work);
        let required = match budget.charge(scopes, weekly_limit, done, now) {
            Ok(required) => required,
            Err(refused) => return Ok(Err(refused)),
        };
        if let Some(proof) = proof
            && required > Work::NONE
            && !use_proof(&write, proof).await?
        {
            return Ok(Err(NotCharged::WorkRequired(required)));
        }
        for scope in scopes {
            let row = wrong_code::ActiveModel {
                scope: Set(scope.key()),
                hour: Set(hour_of(now)),
                count: Set(1),
            };
            let count = (wrong_code::Entity, wrong_code::Column::Count);
            wrong_code::Entity::insert(row)
                .on_conflict(
                    OnConflict::columns([wrong_code::Column::Scope, wrong_code::Column::Hour])
                        .value(wrong_code::Column::Count, Expr::col(count).add(1))
                        .to_owned(),
                )
                .exec_without_returning(&*write)
                .await?;
        }
        write.commit().await?;
        Ok(Ok(()))
    }

    /// Refunds the charge of `charged_at`: the code was correct.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn refund_wrong_code(
        &self,
        scopes: &[Scope],
        charged_at: Moment,
    ) -> Result<(), DbErr> {
        // Under the same lock as charging, as locking the same rows in another order could deadlock.
        let write = self.begin_write().await?;
        lock(&write).await?;
        wrong_code::Entity::update_many()
            .col_expr(
                wrong_code::Column::Count,
                Expr::col(wrong_code::Column::Count).sub(1),
            )
            .filter(wrong_code::Column::Scope.is_in(scopes.iter().map(Scope::key)))
            .filter(wrong_code::Column::Hour.eq(hour_of(charged_at)))
            .exec(&*write)
            .await?;
        write.commit().await
    }

    /// Deletes the counts and proofs that are no longer needed.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_wrong_codes(&self, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        wrong_code::Entity::delete_many()
            // Keeps the row that serves as the lock.
            .filter(wrong_code::Column::Hour.gt(0))
            .filter(wrong_code::Column::Hour.lt(hour_of(now.minus(KEPT))))
            .exec(&self.db)
            .await?;
        proof::Entity::delete_many()
            .filter(proof::Column::ExpiresAt.lte(now))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

/// Locks counting until the transaction ends. (SQLite has one writer at a time and no row locks.)
async fn lock(write: &Write) -> Result<(), DbErr> {
    wrong_code::Entity::find_by_id((String::new(), 0))
        .lock_exclusive()
        .one(&**write)
        .await?;
    Ok(())
}

/// Marks a proof of work as used; returns whether it was unused.
async fn use_proof(write: &Write, proof: &ProofOfWork) -> Result<bool, DbErr> {
    let row = proof::ActiveModel {
        nonce: Set(proof.nonce.clone()),
        expires_at: Set(proof.until),
    };
    let written = proof::Entity::insert(row)
        .on_conflict(
            OnConflict::column(proof::Column::Nonce)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(&**write)
        .await?;
    Ok(written == 1)
}

async fn attempt_budget(
    db: &impl ConnectionTrait,
    scopes: &[Scope],
) -> Result<AttemptBudget, DbErr> {
    let rows = wrong_code::Entity::find()
        .filter(wrong_code::Column::Scope.is_in(scopes.iter().map(Scope::key)))
        .filter(wrong_code::Column::Hour.gt(0))
        .all(db)
        .await?;
    let mut budget = AttemptBudget::default();
    for scope in scopes {
        let key = scope.key();
        let of_scope = rows.iter().filter(|row| row.scope == key);
        let hours = of_scope.map(|row| (row.hour, u64::try_from(row.count).unwrap_or(0)));
        budget.set(scope.clone(), hours.collect());
    }
    Ok(budget)
}

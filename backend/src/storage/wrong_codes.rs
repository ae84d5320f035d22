//! Wrong codes, counted for the whole instance, whatever node they are typed at.

use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
    QuerySelect as _,
};

use super::entity::{proof, wrong_code};
use super::{Store, Write};
use crate::attempts::{KEPT, Scope, Spent, Tally, hour_of};
use crate::clock::Moment;

impl Store {
    /// What these scopes have spent.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn tally(&self, scopes: &[Scope]) -> Result<Tally, DbErr> {
        tally(&self.db, scopes).await
    }

    /// Takes one from what each of `scopes` may spend, from all or from none; of several that ask at
    /// once, on whatever node, one follows the other.
    ///
    /// # Errors
    ///
    /// When the database fails; inside, the scope that has spent what it may.
    pub async fn take_wrong_code(
        &self,
        scopes: &[Scope],
        budget: u64,
        now: Moment,
    ) -> Result<Result<(), Spent>, DbErr> {
        let write = self.begin_write().await?;
        lock(&write).await?;
        if let Err(spent) = tally(&*write, scopes).await?.take(scopes, budget, now) {
            return Ok(Err(spent));
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

    /// Gives back what was taken at `taken_at`: the code was right.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn give_back_wrong_code(
        &self,
        scopes: &[Scope],
        taken_at: Moment,
    ) -> Result<(), DbErr> {
        // Under the same lock as taking: two that lock the same rows in another order would stop
        // each other.
        let write = self.begin_write().await?;
        lock(&write).await?;
        wrong_code::Entity::update_many()
            .col_expr(
                wrong_code::Column::Count,
                Expr::col(wrong_code::Column::Count).sub(1),
            )
            .filter(wrong_code::Column::Scope.is_in(scopes.iter().map(Scope::key)))
            .filter(wrong_code::Column::Hour.eq(hour_of(taken_at)))
            .exec(&*write)
            .await?;
        write.commit().await
    }

    /// Uses a solved challenge up; tells whether it was unused.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn use_proof(&self, nonce: String, expires_at: Moment) -> Result<bool, DbErr> {
        let _turn = self.turn().await?;
        let row = proof::ActiveModel {
            nonce: Set(nonce),
            expires_at: Set(expires_at),
        };
        let written = proof::Entity::insert(row)
            .on_conflict(
                OnConflict::column(proof::Column::Nonce)
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(&self.db)
            .await?;
        Ok(written == 1)
    }

    /// Forgets the hours that count no more, and the challenges that nobody can use again.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn forget_wrong_codes(&self, now: Moment) -> Result<(), DbErr> {
        let _turn = self.turn().await?;
        wrong_code::Entity::delete_many()
            // The row that is locked while counting stays.
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

/// Has everybody else who counts wait until the transaction ends. (SQLite has one writer at a time and
/// no row locks.)
async fn lock(write: &Write) -> Result<(), DbErr> {
    wrong_code::Entity::find_by_id((String::new(), 0))
        .lock_exclusive()
        .one(&**write)
        .await?;
    Ok(())
}

async fn tally(db: &impl ConnectionTrait, scopes: &[Scope]) -> Result<Tally, DbErr> {
    let rows = wrong_code::Entity::find()
        .filter(wrong_code::Column::Scope.is_in(scopes.iter().map(Scope::key)))
        .filter(wrong_code::Column::Hour.gt(0))
        .all(db)
        .await?;
    let mut tally = Tally::default();
    for scope in scopes {
        let key = scope.key();
        let of_scope = rows.iter().filter(|row| row.scope == key);
        let hours = of_scope.map(|row| (row.hour, u64::try_from(row.count).unwrap_or(0)));
        tally.put(scope.clone(), hours.collect());
    }
    Ok(tally)
}

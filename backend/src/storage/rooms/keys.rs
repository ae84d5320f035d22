//! Signing keys of links, recorded so that a key can be retired.

use parvis_contract::role::LinkKind;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait as _, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::renewal::columns;
use crate::clock::Moment;
use crate::storage::Store;
use crate::storage::audit::{self, AuditAction, NewEvent};
use crate::storage::entity::room;

impl Store {
    /// Records `key` for the links without a recorded key: they are from a version that did not record it.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn adopt_links(&self, key: u8) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        for kind in LinkKind::ALL {
            let (_, signed_with) = columns(kind);
            room::Entity::update_many()
                .col_expr(signed_with, Expr::value(i32::from(key)))
                .filter(signed_with.is_null())
                .exec(&self.db)
                .await?;
        }
        Ok(())
    }

    /// The number of links of existing rooms that are signed with `key`.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn links_signed_with(&self, key: u8) -> Result<u64, DbErr> {
        let mut links = 0;
        for kind in LinkKind::ALL {
            let (_, signed_with) = columns(kind);
            links += room::Entity::find()
                .filter(signed_with.eq(i32::from(key)))
                .filter(room::Column::DeletedAt.is_null())
                .count(&self.db)
                .await?;
        }
        Ok(links)
    }

    /// Renews every link that is signed with `old`, signing with `new`.
    ///
    /// # Errors
    ///
    /// When the database fails; nothing is changed then.
    pub async fn retire_key(&self, old: u8, new: u8, now: Moment) -> Result<(), DbErr> {
        let write = self.begin_write().await?;
        for kind in LinkKind::ALL {
            let (generation, signed_with) = columns(kind);
            room::Entity::update_many()
                .col_expr(generation, Expr::col(generation).add(1))
                .col_expr(signed_with, Expr::value(i32::from(new)))
                .filter(signed_with.eq(i32::from(old)))
                .exec(&*write)
                .await?;
        }
        let key = old.to_string();
        let event = NewEvent {
            action: AuditAction::KeyRetired,
            account: None,
            room: None,
            detail: Some(&key),
        };
        audit::record(&*write, event, now).await?;
        write.commit().await
    }
}

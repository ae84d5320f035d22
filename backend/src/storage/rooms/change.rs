//! Changing a room's name and options.

use parvis_contract::options::RoomOptions;
use parvis_contract::room::RoomName;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::options::write_options;
use super::{Room, Store, has_access};
use crate::clock::Moment;
use crate::storage::entity::room;
use crate::storage::unused::used;

impl Store {
    /// Changes a room's name, and its options to what `change` makes of the stored ones; returns the room as it
    /// was and its new options, or nothing if the room is deleted, the account has no access to it, or does not own
    /// it and changes the name. That is checked in the same transaction, so that what a delegate sends after being
    /// removed changes nothing.
    ///
    /// The options are read and written in one transaction, so that two changes of different options at the same
    /// time are both kept.
    ///
    /// # Errors
    ///
    /// When the database fails, or the error of `change`; nothing is changed then.
    pub async fn change_room<E: From<DbErr>>(
        &self,
        account_id: Uuid,
        room_id: Uuid,
        name: Option<&RoomName>,
        now: Moment,
        change: impl FnOnce(&RoomOptions) -> Result<RoomOptions, E>,
    ) -> Result<Option<(Room, RoomOptions)>, E> {
        let write = self.begin_write().await?;
        let stored = room::Entity::find_by_id(room_id)
            .filter(room::Column::DeletedAt.is_null())
            .lock_exclusive()
            .one(&*write)
            .await?;
        // Another statement, so that PostgreSQL sees what was committed before the lock was free.
        let is_accessible = room::Entity::find_by_id(room_id)
            .filter(has_access(account_id))
            .count(&*write)
            .await?
            == 1;
        let is_allowed =
            |room: &room::Model| is_accessible && (name.is_none() || room.owner_id == account_id);
        let Some(before) = stored.filter(is_allowed).map(Room::from) else {
            return Ok(None);
        };
        let options = change(&before.options)?;
        let mut update =
            used(room::Entity::update_many(), now).filter(room::Column::Id.eq(room_id));
        // Unchanged options stay as another version has written them.
        if options != before.options {
            let options = write_options(&options)?;
            update = update.col_expr(room::Column::Options, Expr::value(options));
        }
        if let Some(name) = name {
            update = update.col_expr(room::Column::Name, Expr::value(name.as_str()));
        }
        update.exec(&*write).await?;
        write.commit().await?;
        Ok(Some((before, options)))
    }
}

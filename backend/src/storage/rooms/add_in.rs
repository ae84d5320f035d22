//! Rooms that add-ins of mail programs make. They are treated as temporary meetings with a later end: no list shows
//! them, and they do not count as rooms of their owner.

use std::time::Duration;

use sea_orm::{
    ColumnTrait as _, DbErr, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _,
};
use uuid::Uuid;

use crate::clock::Moment;
use crate::storage::Write;
use crate::storage::entity::room::{self, AddIn};

/// The end of rooms that are kept: the last second of the year 9999.
pub(super) const NEVER: Moment = Moment(253_402_300_799_000);

/// The time over which new rooms for single invitations are counted.
const COUNTED: Duration = Duration::from_hours(24);

/// The room of a person that is kept, if there is one.
pub(super) async fn shadow_of(write: &Write, owner_id: Uuid) -> Result<Option<room::Model>, DbErr> {
    room::Entity::find()
        .filter(room::Column::OwnerId.eq(owner_id))
        .filter(room::Column::AddIn.eq(AddIn::Shadow))
        .filter(room::Column::DeletedAt.is_null())
        // Two accounts that were linked may have had one each.
        .order_by_asc(room::Column::CreatedAt)
        .order_by_asc(room::Column::Id)
        .one(&**write)
        .await
}

/// The number of rooms for single invitations that were made for a person within a day.
pub(super) async fn made_within_a_day(
    write: &Write,
    owner_id: Uuid,
    now: Moment,
) -> Result<u64, DbErr> {
    room::Entity::find()
        .filter(room::Column::OwnerId.eq(owner_id))
        .filter(room::Column::AddIn.eq(AddIn::Hidden))
        .filter(room::Column::CreatedAt.gt(now.minus(COUNTED)))
        .count(&**write)
        .await
}

/// The number of rooms for single invitations that a person has.
pub(super) async fn hidden_count_of(write: &Write, owner_id: Uuid) -> Result<u64, DbErr> {
    room::Entity::find()
        .filter(room::Column::OwnerId.eq(owner_id))
        .filter(room::Column::AddIn.eq(AddIn::Hidden))
        .filter(room::Column::DeletedAt.is_null())
        .count(&**write)
        .await
}

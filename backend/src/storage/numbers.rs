//! Connection codes and PINs: random numbers, unique among those in use and those retired within a year.

use std::collections::HashMap;
use std::time::Duration;

use parvis_contract::code::{ConnectionCode, Pin};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
};
use uuid::Uuid;

use super::Store;
use super::entity::number;
pub use super::entity::number::NumberKind;
use crate::clock::Moment;
use crate::random::Random;

/// How long a retired number is not reused.
pub const QUARANTINE: Duration = Duration::from_hours(365 * 24);

/// With 200,000 of 900,000,000 numbers in use, one in 4,500 is taken: ten collisions in a row do not happen by
/// chance.
const MOST_DRAWS: usize = 10;

/// Assigns a free number to a room.
pub(super) async fn assign(
    db: &impl ConnectionTrait,
    random: &Random,
    room_id: Uuid,
    purpose: NumberKind,
) -> Result<i32, DbErr> {
    for _ in 0..MOST_DRAWS {
        let number = random.nine_digits();
        let row = number::ActiveModel {
            number: Set(number),
            purpose: Set(purpose),
            room_id: Set(room_id),
            retired_at: Set(None),
            retired_with_room: Set(false),
        };
        // The primary key prevents two nodes from assigning the same number; without an error, which would
        // abort a PostgreSQL transaction.
        let written = number::Entity::insert(row)
            .on_conflict(
                OnConflict::column(number::Column::Number)
                    .do_nothing()
                    .to_owned(),
            )
            .exec_without_returning(db)
            .await?;
        if written == 1 {
            return Ok(number);
        }
    }
    Err(DbErr::Custom(format!(
        "no free number in {MOST_DRAWS} draws"
    )))
}

/// The code and the PIN of a room.
pub struct RoomNumbers {
    /// The connection code.
    pub code: ConnectionCode,
    /// The room's own PIN.
    pub pin: Pin,
}

/// Permanently retires the number of a room of this kind, if it has one.
pub(super) async fn retire(
    db: &impl ConnectionTrait,
    room_id: Uuid,
    purpose: NumberKind,
    now: Moment,
) -> Result<(), DbErr> {
    number::Entity::update_many()
        .col_expr(number::Column::RetiredAt, Expr::value(now.0))
        // The previous release restores a room without checking this.
        .col_expr(number::Column::RetiredWithRoom, Expr::value(false))
        .filter(number::Column::RoomId.eq(room_id))
        .filter(number::Column::Purpose.eq(purpose))
        .filter(number::Column::RetiredAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

impl Store {
    /// The room of a code in use.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn room_of_code(&self, code: ConnectionCode) -> Result<Option<Uuid>, DbErr> {
        let row = number::Entity::find_by_id(code.number())
            .filter(number::Column::Purpose.eq(NumberKind::Code))
            .filter(number::Column::RetiredAt.is_null())
            .one(&self.db)
            .await?;
        Ok(row.map(|row| row.room_id))
    }

    /// The numbers of a room, if it has both.
    ///
    /// # Errors
    ///
    /// When the database fails, or holds a number that is no code or no PIN.
    pub async fn room_numbers(&self, room_id: Uuid) -> Result<Option<RoomNumbers>, DbErr> {
        let rows = number::Entity::find()
            .filter(number::Column::RoomId.eq(room_id))
            .filter(number::Column::RetiredAt.is_null())
            .all(&self.db)
            .await?;
        numbers_in(&rows)
    }

    /// The numbers of those of the rooms that have both.
    ///
    /// # Errors
    ///
    /// When the database fails, or holds a number that is no code or no PIN.
    pub async fn numbers_of_rooms(
        &self,
        room_ids: &[Uuid],
    ) -> Result<HashMap<Uuid, RoomNumbers>, DbErr> {
        let mut by_room: HashMap<Uuid, Vec<number::Model>> = HashMap::new();
        // The number of parameters of a statement is limited.
        for ids in room_ids.chunks(500) {
            let rows = number::Entity::find()
                .filter(number::Column::RoomId.is_in(ids.iter().copied()))
                .filter(number::Column::RetiredAt.is_null())
                .all(&self.db)
                .await?;
            for row in rows {
                by_room.entry(row.room_id).or_default().push(row);
            }
        }
        let mut numbers = HashMap::with_capacity(by_room.len());
        for (room, rows) in by_room {
            if let Some(both) = numbers_in(&rows)? {
                numbers.insert(room, both);
            }
        }
        Ok(numbers)
    }

    /// Whether `pin` is or was a room's own.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn is_pin_of(&self, room_id: Uuid, pin: &Pin) -> Result<bool, DbErr> {
        // Rooms' own PINs are stored as numbers.
        let Some(number) = pin.number() else {
            return Ok(false);
        };
        let row = number::Entity::find_by_id(number)
            .filter(number::Column::Purpose.eq(NumberKind::Pin))
            .filter(number::Column::RoomId.eq(room_id))
            .one(&self.db)
            .await?;
        Ok(row.is_some())
    }

    /// Deletes the numbers whose retirement was long enough ago, so that they can be assigned again.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn release_retired_numbers(&self, now: Moment) -> Result<(), DbErr> {
        let _lock = self.write_lock().await?;
        number::Entity::delete_many()
            .filter(number::Column::RetiredAt.lte(now.minus(QUARANTINE)))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

/// The numbers in the rows of a room, if it has both.
fn numbers_in(rows: &[number::Model]) -> Result<Option<RoomNumbers>, DbErr> {
    let of = |purpose| {
        rows.iter()
            .find(|row| row.purpose == purpose)
            .map(|row| row.number)
    };
    let (Some(code), Some(pin)) = (of(NumberKind::Code), of(NumberKind::Pin)) else {
        return Ok(None);
    };
    // The error is logged, so it does not contain the number.
    let code = ConnectionCode::from_number(code)
        .map_err(|error| DbErr::Type(format!("a code {error}")))?;
    let pin = Pin::from_number(pin).map_err(|error| DbErr::Type(format!("a PIN {error}")))?;
    Ok(Some(RoomNumbers { code, pin }))
}

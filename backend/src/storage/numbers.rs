//! Codes and PINs: drawn at random, unique among all in use and all retired within a year.

use std::time::Duration;

use parvis_contract::code::{ConnectionCode, Pin};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
};
use uuid::Uuid;

use super::Store;
use super::entity::number;
pub use super::entity::number::Purpose;
use crate::clock::Moment;
use crate::random::Random;

/// How long a number rests after its retirement.
pub const REST: Duration = Duration::from_hours(365 * 24);

/// With 200,000 numbers in use of 900,000,000, one draw in 4,500 finds its number taken: ten in a
/// row never happen by chance.
const MOST_DRAWS: usize = 10;

/// Draws a free number for a room.
pub(super) async fn assign(
    db: &impl ConnectionTrait,
    random: &Random,
    room_id: Uuid,
    purpose: Purpose,
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
        // The primary key decides, so that two nodes cannot give the same number at once; and
        // without an error, which would end a PostgreSQL transaction.
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

/// Retires the number of a room for `purpose`, if it has one, for good.
pub(super) async fn retire(
    db: &impl ConnectionTrait,
    room_id: Uuid,
    purpose: Purpose,
    now: Moment,
) -> Result<(), DbErr> {
    number::Entity::update_many()
        .col_expr(number::Column::RetiredAt, Expr::value(now.0))
        // The release before this one takes a deletion back without a word on this.
        .col_expr(number::Column::RetiredWithRoom, Expr::value(false))
        .filter(number::Column::RoomId.eq(room_id))
        .filter(number::Column::Purpose.eq(purpose))
        .filter(number::Column::RetiredAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

impl Store {
    /// The room that a code opens, if it opens one now.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn room_of_code(&self, code: ConnectionCode) -> Result<Option<Uuid>, DbErr> {
        let row = number::Entity::find_by_id(code.number())
            .filter(number::Column::Purpose.eq(Purpose::Code))
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
        let of = |purpose| {
            rows.iter()
                .find(|row| row.purpose == purpose)
                .map(|row| row.number)
        };
        let (Some(code), Some(pin)) = (of(Purpose::Code), of(Purpose::Pin)) else {
            return Ok(None);
        };
        // The number itself stays out of the error, which is logged.
        let code = ConnectionCode::from_number(code)
            .map_err(|error| DbErr::Type(format!("a code {error}")))?;
        let pin = Pin::from_number(pin).map_err(|error| DbErr::Type(format!("a PIN {error}")))?;
        Ok(Some(RoomNumbers { code, pin }))
    }

    /// Whether `pin` is or was a room's own.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn is_pin_of(&self, room_id: Uuid, pin: &Pin) -> Result<bool, DbErr> {
        // Every room's own is stored as a number.
        let Some(number) = pin.number() else {
            return Ok(false);
        };
        let row = number::Entity::find_by_id(number)
            .filter(number::Column::Purpose.eq(Purpose::Pin))
            .filter(number::Column::RoomId.eq(room_id))
            .one(&self.db)
            .await?;
        Ok(row.is_some())
    }

    /// Frees the numbers that have rested long enough.
    ///
    /// # Errors
    ///
    /// When the database fails.
    pub async fn free_rested_numbers(&self, now: Moment) -> Result<(), DbErr> {
        let _turn = self.turn().await?;
        number::Entity::delete_many()
            .filter(number::Column::RetiredAt.lte(now.minus(REST)))
            .exec(&self.db)
            .await?;
        Ok(())
    }
}

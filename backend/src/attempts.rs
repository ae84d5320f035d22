//! How many wrong connection codes may be typed, and by whom: plain arithmetic, the same for the database
//! and a simulation. It knows neither.

mod tally;

use uuid::Uuid;

pub use tally::{KEPT, Spent, Tally, hour_of};

/// What wrong codes are counted against.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All devices that are not known.
    Instance,
    /// An address, as its pseudonym.
    Address(String),
    /// A device that has typed a right code.
    Device(Uuid),
    /// All devices that have typed a right code of one owner's rooms.
    Owner(Uuid),
    /// An account.
    Account(Uuid),
}

impl Scope {
    /// The key under which it is stored.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Instance => "instance".to_owned(),
            Self::Address(pseudonym) => format!("address:{pseudonym}"),
            Self::Device(id) => format!("device:{id}"),
            Self::Owner(id) => format!("owner:{id}"),
            Self::Account(id) => format!("account:{id}"),
        }
    }

    /// What it may spend. `budget` is the instance's for a week.
    #[must_use]
    pub fn limits(&self, budget: u64) -> Limits {
        let daily = |a_day| Limits {
            a_day,
            a_week: 7 * a_day,
        };
        match self {
            // A quarter of the week's at most, so that whoever would keep strangers out for a week
            // has to come back each day.
            Self::Instance => Limits {
                a_day: budget.div_ceil(4),
                a_week: budget,
            },
            Self::Address(_) => daily(60),
            Self::Device(_) => daily(20),
            Self::Owner(_) | Self::Account(_) => daily(50),
        }
    }
}

/// How many wrong codes are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// In any 24 hours.
    pub a_day: u64,
    /// In any 7 days.
    pub a_week: u64,
}

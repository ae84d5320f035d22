//! Limits and counts of wrong connection codes: arithmetic only, shared by the database and a simulation.

mod budget;

use uuid::Uuid;

pub use budget::{AttemptBudget, Exhausted, KEPT, hour_of};

/// What wrong codes are counted for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All devices that are not trusted.
    Instance,
    /// A network address, as its pseudonym.
    Address(String),
    /// A trusted device, which has entered a correct code before.
    Device(Uuid),
    /// All devices that are trusted because of codes of one owner's rooms.
    Owner(Uuid),
    /// An account.
    Account(Uuid),
}

impl Scope {
    /// The database key.
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

    /// The limits of the scope. `weekly_limit` is the instance's.
    #[must_use]
    pub fn limits(&self, weekly_limit: u64) -> Limits {
        let daily = |a_day| Limits {
            a_day,
            a_week: 7 * a_day,
        };
        match self {
            // At most a quarter of the week's in a day: whoever wants to lock strangers out for a week has to
            // come back every day.
            Self::Instance => Limits {
                a_day: weekly_limit.div_ceil(4),
                a_week: weekly_limit,
            },
            Self::Address(_) => daily(60),
            Self::Device(_) => daily(20),
            Self::Owner(_) | Self::Account(_) => daily(50),
        }
    }
}

/// The maximum number of wrong codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// In any 24 hours.
    pub a_day: u64,
    /// In any 7 days.
    pub a_week: u64,
}

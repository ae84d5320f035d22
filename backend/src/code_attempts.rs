//! Limits and counts of wrong connection codes, and the work that is required for more of them: arithmetic only,
//! shared by the database and a simulation.

mod budget;
mod limits;
mod work;

use uuid::Uuid;

pub use budget::{AttemptBudget, Exhausted, KEPT, NotCharged, hour_of};
pub use work::{ITERATIONS, ProofOfWork, Work};

/// What wrong codes are counted for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All devices that are not trusted.
    Instance,
    /// A network, as its pseudonym.
    Network(NetworkSize, String),
    /// A trusted device, which has entered a correct code before.
    Device(Uuid),
    /// All devices that are trusted because of codes of one owner's rooms.
    Owner(Uuid),
    /// An account.
    Account(Uuid),
}

/// The size of a network whose wrong codes are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NetworkSize {
    /// An IPv4 address, or a /64 of IPv6: one link.
    Address,
    /// A /56 of IPv6: what a household or a small site gets.
    Site,
    /// A /48 of IPv6: what an organisation gets.
    Block,
}

impl Scope {
    /// The database key.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Instance => "instance".to_owned(),
            Self::Network(NetworkSize::Address, pseudonym) => format!("address:{pseudonym}"),
            Self::Network(NetworkSize::Site, pseudonym) => format!("site:{pseudonym}"),
            Self::Network(NetworkSize::Block, pseudonym) => format!("block:{pseudonym}"),
            Self::Device(id) => format!("device:{id}"),
            Self::Owner(id) => format!("owner:{id}"),
            Self::Account(id) => format!("account:{id}"),
        }
    }
}

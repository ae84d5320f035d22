//! The one answer that the app needs to be useful.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::instance::Instance;
use crate::room::RoomPage;

/// How many rooms come with [`Bootstrap`]; the rest follows after the first paint.
pub const FIRST_ROOMS: u64 = 100;

/// Who is signed in, what the instance is, and the first rooms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Bootstrap {
    /// The public configuration.
    pub instance: Instance,
    /// Who is signed in, if anyone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// Whether the asker comes from a professional network of the state, whose security policy may
    /// keep audio and video out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub on_professional_network: bool,
    /// The person's first rooms; absent for a visitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rooms: Option<RoomPage>,
}

/// [`Bootstrap`] as a page reads it that has no use for rooms.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Visit {
    /// See [`Bootstrap::instance`].
    pub instance: Instance,
    /// See [`Bootstrap::on_professional_network`].
    #[serde(default)]
    pub on_professional_network: bool,
    /// See [`Bootstrap::account`].
    #[serde(default)]
    pub account: Option<Account>,
}

/// The rest of [`Bootstrap`], for a page that shows rooms.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FirstRooms {
    /// See [`Bootstrap::rooms`].
    #[serde(default)]
    pub rooms: Option<RoomPage>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::RoomOrder;

    #[test]
    fn both_halves_read_from_the_whole() {
        let whole = Bootstrap {
            instance: Instance {
                service_name: "Visio".to_owned(),
                ..Instance::default()
            },
            on_professional_network: true,
            account: Some(Account {
                id: "1".to_owned(),
                name: "Alix".to_owned(),
            }),
            rooms: Some(RoomPage {
                owner: "1".to_owned(),
                total: 0,
                order: RoomOrder::default(),
                items: Vec::new(),
                deleted: Vec::new(),
            }),
        };
        let wire = serde_json::to_string(&whole).expect("serialises");
        let Visit {
            instance,
            on_professional_network,
            account,
        } = serde_json::from_str(&wire).expect("reads");
        let FirstRooms { rooms } = serde_json::from_str(&wire).expect("reads");
        let read = Bootstrap {
            instance,
            account,
            on_professional_network,
            rooms,
        };
        assert_eq!(read, whole);
    }
}

//! The signed-in account, and signing out.

use serde::{Deserialize, Serialize};

/// The identifier of an account (`UUIDv7`). The app only compares it.
pub type AccountId = String;

/// The signed-in account, as its own browser sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// The identifier.
    pub id: AccountId,
    /// The name from the identity provider.
    pub name: String,
}

/// The response to signing out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedOut {
    /// The page to open next: the identity provider's sign-out page, which leads back to the portal, or the
    /// portal's home page.
    pub next: String,
}

//! The person who is signed in.

use serde::{Deserialize, Serialize};

/// The identifier of an account (`UUIDv7`): opaque to the app, which only compares it.
pub type AccountId = String;

/// Who is signed in, as the person's own browser sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// The identifier.
    pub id: AccountId,
    /// The name that the identity provider gave.
    pub name: String,
}

/// The answer to a sign-out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedOut {
    /// Where the browser goes next: the identity provider's own sign-out page, which leads back to
    /// the portal; or the portal's home.
    pub next: String,
}

//! Timestamps (RFC 3339) in requests and responses.

use serde::{Deserialize, Serialize};

/// A timestamp as RFC 3339 in UTC, to the second: `2026-02-12T09:30:00Z`. The app passes it to the browser's
/// `Date` and `Intl`, so it ships no calendar of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
#[serde(transparent)]
pub struct Timestamp(pub String);

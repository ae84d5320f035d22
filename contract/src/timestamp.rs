//! A moment on the wire.

use serde::{Deserialize, Serialize};

/// A moment as RFC 3339 in UTC, with seconds: `2026-02-12T09:30:00Z`. The app hands it to the
/// browser's own `Date` and `Intl`; no calendar is shipped to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(value_type = String, format = DateTime))]
#[serde(transparent)]
pub struct Timestamp(pub String);

//! What is private to the sandbox and the fuzz targets in `fuzz/` call. Nothing else enables the feature.

pub use crate::conference::api::fuzzing::element;
pub use crate::conference::plugins::fuzzing::load;

//! XML as answers have it, for the fuzz targets.

use std::io;

use super::xml;

/// An element with this text, escaped.
///
/// # Errors
///
/// When it cannot be written.
pub fn element(name: &str, value: &str) -> io::Result<Vec<u8>> {
    xml::document(&xml::text(name, value))
}

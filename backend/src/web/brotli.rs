//! Brotli compression in memory.

use std::io::{self, Write as _};

/// The largest level, for what is compressed once and sent for months.
pub const BEST: u32 = 11;

/// Compresses `content` at a level from 0 to 11.
///
/// # Errors
///
/// None is known: the result is written to memory.
pub fn compress(content: &[u8], level: u32) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 4096, level, 22);
    writer.write_all(content)?;
    writer.flush()?;
    drop(writer);
    Ok(compressed)
}

//! Opens ZIP archives in a time that is bounded by their size.
//!
//! An archive ends with a record that says where its directory is. The parser takes whatever looks like such a record,
//! from the last one back to the first, until one leads to a directory: a content of nothing else would keep it busy for
//! hours. So the last record has to be right, and the parser sees no other. Documents may contain archives, which have
//! records of their own.

use std::io::Cursor;

use zip::ZipArchive;

/// The first bytes of the record, of its length without the comment.
const RECORD: &[u8] = b"PK\x05\x06";
const RECORD_BYTES: usize = 22;

/// The longest comment after the record.
const LONGEST_COMMENT: usize = 65_535;

/// The first bytes of the directory.
const DIRECTORY: &[u8] = b"PK\x01\x02";

/// The maximum number of entries. Documents have some hundreds.
const MOST_ENTRIES: u16 = 10_000;

/// The archive that `content` is; `None` if it is none, has too many entries, or records at its end that contradict it
/// or one another.
pub(super) fn open(mut content: Vec<u8>) -> Option<ZipArchive<Cursor<Vec<u8>>>> {
    let directory = directory(&content)?;
    for place in 0..directory {
        if content[place..].starts_with(RECORD) {
            content[place] = 0;
        }
    }
    ZipArchive::new(Cursor::new(content)).ok()
}

/// Where the directory begins, after which there is one record.
fn directory(content: &[u8]) -> Option<usize> {
    let tail = content.len().saturating_sub(RECORD_BYTES + LONGEST_COMMENT);
    let place = tail + records(&content[tail..]).last()?;
    let (record, comment) = content[place..].split_at_checked(RECORD_BYTES)?;
    let number = |at: usize| -> Option<u16> {
        let bytes = record.get(at..)?.first_chunk()?;
        Some(u16::from_le_bytes(*bytes))
    };
    let offset = |at: usize| -> Option<usize> {
        let bytes = record.get(at..)?.first_chunk()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    };
    let (entries, comment_length) = (number(10)?, number(20)?);
    let (size, start) = (offset(12)?, offset(16)?);
    let is_right = (1..=MOST_ENTRIES).contains(&entries)
        && usize::from(comment_length) == comment.len()
        && start.checked_add(size)? <= place
        && content[start..place].starts_with(DIRECTORY)
        && records(&content[start..]).count() == 1;
    is_right.then_some(start)
}

/// The places of what looks like a record.
fn records(content: &[u8]) -> impl Iterator<Item = usize> {
    let windows = content.windows(RECORD.len()).enumerate();
    let records = windows.filter(|(_, window)| *window == RECORD);
    records.map(|(place, _)| place)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::write::SimpleFileOptions;

    use super::*;

    fn archive(content: &[u8], comment: &str) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let stored =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file("entry", stored).expect("an entry");
        writer.write_all(content).expect("written");
        writer.set_comment(comment).expect("a comment");
        writer.finish().expect("an archive").into_inner()
    }

    /// An archive whose record ends with this number of entries and this start of the directory.
    fn with_record(entries: u16, start: Option<u32>) -> Vec<u8> {
        let mut content = archive(b"content", "");
        let record = content.len() - RECORD_BYTES;
        content[record + 10..record + 12].copy_from_slice(&entries.to_le_bytes());
        if let Some(start) = start {
            content[record + 16..record + 20].copy_from_slice(&start.to_le_bytes());
        }
        content
    }

    #[test]
    fn an_archive_may_have_a_comment_and_contain_archives() {
        let inner = archive(b"content", "");
        for content in [
            inner.clone(),
            archive(b"content", "a comment"),
            archive(&inner.repeat(3), ""),
        ] {
            let archive = open(content).expect("an archive");
            assert_eq!(archive.file_names().collect::<Vec<_>>(), ["entry"]);
        }
    }

    #[test]
    fn an_end_that_contradicts_the_archive_is_refused() {
        let truncated = |by: usize| {
            let mut content = archive(b"content", "a comment");
            content.truncate(content.len() - by);
            content
        };
        for content in [
            Vec::new(),
            truncated(1),
            truncated(30),
            archive(b"content", "PK\x05\x06"),
            archive(b"content", &"PK\x05\x06".repeat(100)),
            with_record(0, None),
            with_record(MOST_ENTRIES + 1, None),
            with_record(1, Some(0)),
            with_record(1, Some(u32::MAX)),
            [archive(b"content", ""), b"more".to_vec()].concat(),
        ] {
            assert!(open(content).is_none());
        }
    }
}

//! Whether the content of a file is of the type that its name says.

mod archive;

use std::io::{Cursor, Read as _};

use parvis_contract::file::FileType;

/// How many bytes of a content are enough where [`is_told_by_first_bytes`].
pub(super) const FIRST_BYTES: usize = 4096;

/// Whether the first bytes of a content tell whether it is of the type `kind`, at once.
pub(super) fn is_told_by_first_bytes(kind: FileType) -> bool {
    matches!(
        kind,
        FileType::Pdf | FileType::Rtf | FileType::Png | FileType::Jpeg
    )
}

/// Whether `content` is of the type `kind`. Unless its first bytes tell it, it may take seconds, and the parsers of
/// damaged containers may panic.
pub(super) fn is_of_type(content: Vec<u8>, kind: FileType) -> bool {
    match kind {
        FileType::Pdf | FileType::Rtf | FileType::Png | FileType::Jpeg => {
            has_signature(&content, kind)
        }
        FileType::Txt => is_text(&content),
        FileType::Docx => has_entry(content, "word/"),
        FileType::Pptx => has_entry(content, "ppt/"),
        FileType::Xlsx => has_entry(content, "xl/"),
        FileType::Odt | FileType::Odp | FileType::Ods => is_open_document(content, kind),
        FileType::Doc => has_stream(&content, &["/WordDocument"]),
        FileType::Ppt => has_stream(&content, &["/PowerPoint Document"]),
        // The latter is of Excel 5.
        FileType::Xls => has_stream(&content, &["/Workbook", "/Book"]),
    }
}

fn has_signature(content: &[u8], kind: FileType) -> bool {
    infer::get(content).is_some_and(|found| found.mime_type() == kind.media_type())
}

/// Text without control characters: UTF-16 with its mark, or anything that begins as ASCII does, as UTF-8 and
/// Windows-1252.
fn is_text(content: &[u8]) -> bool {
    let is_utf_16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let (units, odd) = rest.as_chunks::<2>();
        let mut characters = char::decode_utf16(units.iter().copied().map(unit));
        odd.is_empty() && characters.all(|c| c.is_ok_and(is_printed))
    };
    match content {
        [0xff, 0xfe, rest @ ..] => is_utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => is_utf_16(rest, u16::from_be_bytes),
        _ => {
            let is_other = [FileType::Pdf, FileType::Rtf]
                .iter()
                .any(|kind| has_signature(content, *kind));
            let is_printed = |byte: &u8| !byte.is_ascii() || is_printed(char::from(*byte));
            !is_other && content.iter().all(is_printed)
        }
    }
}

fn is_printed(c: char) -> bool {
    !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{c}')
}

/// An Office Open XML file with a folder of this name.
fn has_entry(content: Vec<u8>, folder: &str) -> bool {
    let Some(archive) = archive::open(content) else {
        return false;
    };
    let has = |prefix: &str| archive.file_names().any(|name| name.starts_with(prefix));
    has("[Content_Types].xml") && has(folder)
}

/// A file of the `OpenDocument` formats, whose first entry is its media type.
fn is_open_document(content: Vec<u8>, kind: FileType) -> bool {
    const LONGEST: u64 = 100;
    let Some(mut archive) = archive::open(content) else {
        return false;
    };
    let Ok(entry) = archive.by_name("mimetype") else {
        return false;
    };
    let mut media_type = String::new();
    entry.take(LONGEST).read_to_string(&mut media_type).is_ok()
        && media_type.trim() == kind.media_type()
}

/// A file of Office before 2007 with one of these streams.
fn has_stream(content: &[u8], names: &[&str]) -> bool {
    cfb::CompoundFile::open(Cursor::new(content))
        .is_ok_and(|file| names.iter().any(|name| file.is_stream(name)))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use proptest::prelude::*;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn archive(entries: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let stored =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        for (name, content) in entries {
            writer.start_file(*name, stored).expect("an entry");
            writer.write_all(content.as_bytes()).expect("written");
        }
        writer.finish().expect("an archive").into_inner()
    }

    fn compound(stream: &str) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
        file.create_stream(stream).expect("a stream");
        file.into_inner().into_inner()
    }

    /// A content of each type, and of none.
    fn samples() -> Vec<(Option<FileType>, Vec<u8>)> {
        let office = |folder: &str| archive(&[("[Content_Types].xml", "<Types/>"), (folder, "")]);
        let open =
            |kind: FileType| archive(&[("mimetype", kind.media_type()), ("content.xml", "")]);
        let of = |kind: FileType, content: Vec<u8>| (Some(kind), content);
        vec![
            of(FileType::Pdf, b"%PDF-1.7\n\xff\n%%EOF".to_vec()),
            of(FileType::Pptx, office("ppt/presentation.xml")),
            of(FileType::Ppt, compound("/PowerPoint Document")),
            of(FileType::Odp, open(FileType::Odp)),
            of(FileType::Docx, office("word/document.xml")),
            of(FileType::Doc, compound("/WordDocument")),
            of(FileType::Odt, open(FileType::Odt)),
            of(FileType::Xlsx, office("xl/workbook.xml")),
            of(FileType::Xls, compound("/Workbook")),
            of(FileType::Ods, open(FileType::Ods)),
            of(FileType::Rtf, b"{\\rtf1\\ansi \xe9}".to_vec()),
            of(FileType::Txt, "Bonjour à toutes\r\net à tous".into()),
            // As editors of Windows write it.
            of(
                FileType::Txt,
                b"\xc0 c\xf4t\xe9, 5 \x80\r\n\tfin\x0c".to_vec(),
            ),
            of(FileType::Txt, b"\xff\xfe\xc0\0\r\0\n\0".to_vec()),
            of(FileType::Txt, b"\xfe\xff\x20\xac".to_vec()),
            (None, b"\xff\xfe\xc0\0\r".to_vec()),
            (None, b"\xff\xfea\0\0\0".to_vec()),
            (None, b"\xff\xfe\0\xd8".to_vec()),
            (None, b"\xe9\x1b[0m".to_vec()),
            of(FileType::Png, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
            of(FileType::Jpeg, b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec()),
            (None, b"GIF89a\x01\0\x01\0\0".to_vec()),
            (None, b"MZ\x90\0\x03\0\0\0".to_vec()),
            (None, archive(&[("word/document.xml", "")])),
            (None, compound("/EncryptedPackage")),
            (None, Vec::from(b"PK\x03\x04 damaged")),
        ]
    }

    #[test]
    fn each_content_is_of_its_type_and_of_no_other() {
        let samples = samples();
        for kind in FileType::ALL {
            assert!(samples.iter().any(|(of, _)| of == &Some(*kind)), "{kind:?}");
        }
        for (expected, content) in samples {
            let kinds: Vec<FileType> = FileType::ALL
                .iter()
                .copied()
                .filter(|kind| is_of_type(content.clone(), *kind))
                .collect();
            assert_eq!(kinds, expected.into_iter().collect::<Vec<_>>());
        }
    }

    proptest! {
        #[test]
        fn a_truncated_or_damaged_content_is_judged_without_panic(
            sample in any::<prop::sample::Index>(),
            cut in any::<prop::sample::Index>(),
            byte in any::<u8>(),
        ) {
            let samples = samples();
            let (_, mut content) = samples[sample.index(samples.len())].clone();
            let place = cut.index(content.len());
            content[place] = byte;
            for kind in FileType::ALL {
                is_of_type(content.clone(), *kind);
                is_of_type(content[..place].to_vec(), *kind);
            }
        }
    }
}

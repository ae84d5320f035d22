//! Files of a room: presentations that are kept with it and given to its meetings.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::text::{TextError, line};
use crate::timestamp::Timestamp;

/// The identifier of a file (`UUIDv7`).
pub type FileId = Uuid;

/// The largest part of an upload, in bytes.
pub const PART_BYTES: u64 = 1024 * 1024;

/// The most characters of a file's name, with its extension.
pub const LONGEST_FILE_NAME: usize = 150;

macro_rules! file_types {
    ($($variant:ident = $media_type:literal, [$first:literal $(, $other:literal)*];)*) => {
        /// A type of file that conference servers accept. An extension belongs to one type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum FileType {
            $(#[doc = concat!("`", $media_type, "`")] $variant,)*
        }

        impl FileType {
            /// Every type.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The media type.
            #[must_use]
            pub fn media_type(self) -> &'static str {
                match self { $(Self::$variant => $media_type,)* }
            }

            /// The extensions, in lower case, the usual one first.
            #[must_use]
            pub fn extensions(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$first $(, $other)*],)* }
            }
        }
    };
}

file_types! {
    Pdf = "application/pdf", ["pdf"];
    Pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation", ["pptx"];
    Ppt = "application/vnd.ms-powerpoint", ["ppt"];
    Odp = "application/vnd.oasis.opendocument.presentation", ["odp"];
    Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"];
    Doc = "application/msword", ["doc"];
    Odt = "application/vnd.oasis.opendocument.text", ["odt"];
    Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"];
    Xls = "application/vnd.ms-excel", ["xls"];
    Ods = "application/vnd.oasis.opendocument.spreadsheet", ["ods"];
    Rtf = "application/rtf", ["rtf"];
    Txt = "text/plain", ["txt"];
    Png = "image/png", ["png"];
    Jpeg = "image/jpeg", ["jpg", "jpeg"];
}

impl FileType {
    /// The type that the extension of `name` stands for, in any case.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (stem, extension) = name.rsplit_once('.')?;
        let extension = extension.to_ascii_lowercase();
        let has_extension = |kind: &&Self| kind.extensions().contains(&extension.as_str());
        Self::ALL
            .iter()
            .find(has_extension)
            .copied()
            .filter(|_| !stem.is_empty())
    }

    /// The usual extension.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.extensions().first().copied().unwrap_or_default()
    }
}

/// Why the name of a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileNameError {
    /// The text itself is refused.
    #[error(transparent)]
    Text(#[from] TextError),
    /// The extension is none of a [`FileType`].
    #[error("has no extension of a known type")]
    UnknownType,
}

/// The name of a file: a line of text, at most [`LONGEST_FILE_NAME`] characters, that ends in the extension of its
/// type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    text: String,
    kind: FileType,
}

impl FileName {
    /// The name of a file as an operating system gives it. A folder before it is dropped, and a long name is
    /// shortened.
    ///
    /// # Errors
    ///
    /// [`FileNameError`]
    pub fn clean(input: &str) -> Result<Self, FileNameError> {
        let file = input.rsplit(['/', '\\']).next().unwrap_or_default();
        let file = line(file, usize::MAX)?;
        let kind = FileType::of_name(&file).ok_or(FileNameError::UnknownType)?;
        let (stem, extension) = file.rsplit_once('.').unwrap_or_default();
        let room_for_stem = LONGEST_FILE_NAME.saturating_sub(extension.len() + 1);
        let stem: String = stem.chars().take(room_for_stem).collect();
        Ok(Self {
            text: format!("{}.{extension}", stem.trim_end()),
            kind,
        })
    }

    /// A new name for a file of this type, as a person types it; its extension is added where it is missing.
    ///
    /// # Errors
    ///
    /// A [`TextError`].
    pub fn parse(input: &str, kind: FileType) -> Result<Self, TextError> {
        let text = line(&input.replace(['/', '\\'], "-"), LONGEST_FILE_NAME)?;
        let text = if FileType::of_name(&text) == Some(kind) {
            text
        } else {
            line(&format!("{text}.{}", kind.extension()), LONGEST_FILE_NAME)?
        };
        Ok(Self { text, kind })
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The type that its extension stands for.
    #[must_use]
    pub fn kind(&self) -> FileType {
        self.kind
    }
}

/// A file of a room, or an upload that is not complete yet.
// No `Debug`: names must not be logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoomFile {
    /// Its identifier.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Uuid))]
    pub id: FileId,
    /// The name, with its extension.
    pub name: String,
    /// The type.
    pub kind: FileType,
    /// The size in bytes.
    pub size: u64,
    /// When its upload was begun.
    pub created_at: Timestamp,
    /// The order in the room. It grows along the list, where deleted files keep theirs.
    pub position: u64,
    /// Whether the meeting shows it first; true of one file at most.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_first: bool,
    /// Whether participants may download it in the meeting.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_downloadable: bool,
    /// The bytes received so far; absent once the upload is complete.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<u64>,
}

/// The files of a room, in their order.
// No `Debug`: names must not be logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileList {
    /// The name of the room.
    pub room_name: String,
    /// The maximum number of files of a room.
    pub max_files: u64,
    /// The maximum size of a file in bytes.
    pub max_bytes: u64,
    /// The files.
    pub items: Vec<RoomFile>,
    /// The uploads that are not complete, the oldest first. They count as files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unfinished: Vec<RoomFile>,
    /// The deleted files that can still be restored.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deleted: Vec<RoomFile>,
}

/// A request to begin an upload.
// No `Debug`: names must not be logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewFile {
    /// The name, cleaned by [`FileName::clean`]. Its extension says what type the content has to be.
    pub name: String,
    /// The size in bytes.
    pub size: u64,
}

/// An upload that has begun.
// No `Debug`: names must not be logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Upload {
    /// The file.
    pub file: RoomFile,
    /// The largest part to send, in bytes.
    pub part_bytes: u64,
}

/// A change of a file. Absent fields stay unchanged.
// No `Debug`: names must not be logged.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UpdateFile {
    /// The new name, as [`FileName::parse`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// As [`RoomFile::is_first`]; the file that was first before no longer is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_first: Option<bool>,
    /// As [`RoomFile::is_downloadable`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_downloadable: Option<bool>,
    /// The place in the list, from 0; one beyond its end is the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(input: &str) -> Result<String, FileNameError> {
        FileName::clean(input).map(|name| name.as_str().to_owned())
    }

    #[test]
    fn a_name_is_cleaned_and_keeps_its_extension() {
        assert_eq!(clean(" Cours 1.PDF ").as_deref(), Ok("Cours 1.PDF"));
        assert_eq!(clean("C:\\docs\\a.b.pptx").as_deref(), Ok("a.b.pptx"));
        assert_eq!(clean("../../etc/x.png").as_deref(), Ok("x.png"));
        let long = clean(&format!("{}.pdf", "é".repeat(300))).expect("a name");
        assert_eq!(long.chars().count(), LONGEST_FILE_NAME);
        assert!(long.ends_with("é.pdf"));
    }

    #[test]
    fn a_name_without_a_known_extension_is_refused() {
        for name in [
            "cours",
            "cours.svg",
            "cours.exe",
            ".pdf",
            "pdf",
            "a.pdf.zip",
        ] {
            assert_eq!(clean(name), Err(FileNameError::UnknownType), "{name}");
        }
        assert_eq!(clean(" "), Err(FileNameError::Text(TextError::Empty)));
        let control = FileNameError::Text(TextError::ControlCharacter);
        assert_eq!(clean("a\u{0}.pdf"), Err(control));
    }

    #[test]
    fn a_new_name_keeps_the_type() {
        let parse = |text: &str| FileName::parse(text, FileType::Jpeg);
        for (typed, expected) in [
            ("Plan", "Plan.jpg"),
            ("Plan.jpeg", "Plan.jpeg"),
            ("Plan.pdf", "Plan.pdf.jpg"),
            ("a/b", "a-b.jpg"),
        ] {
            let name = parse(typed).expect("a name");
            assert_eq!((name.as_str(), name.kind()), (expected, FileType::Jpeg));
        }
        assert_eq!(parse(" "), Err(TextError::Empty));
        assert_eq!(parse(&"a".repeat(150)), Err(TextError::TooLong));
    }
}

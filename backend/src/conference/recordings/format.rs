//! Formats of recordings.

use parvis_contract::recording::FormatKind;
use serde::Deserialize;
use url::Url;

/// The ends of addresses that lead to a file with pictures, …
const VIDEO_FILES: [&str; 3] = ["mp4", "webm", "m4v"];

/// … and with sound.
const AUDIO_FILES: [&str; 6] = ["ogg", "oga", "opus", "mp3", "m4a", "aac"];

/// A format of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Format {
    /// What it shows.
    pub kind: FormatKind,
    /// An `http:` or `https:` address.
    pub url: Url,
}

#[derive(Deserialize)]
pub(super) struct FormatElement {
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(default)]
    url: String,
    length: Option<String>,
}

impl FormatElement {
    /// The length in whole minutes, if the server tells it.
    pub fn minutes(&self) -> Option<u64> {
        self.length.as_deref()?.trim().parse().ok()
    }
}

impl Format {
    /// The format, unless its address is none that a browser may be sent to.
    pub(super) fn read(element: &FormatElement) -> Option<Self> {
        let url = Url::parse(element.url.trim()).ok()?;
        matches!(url.scheme(), "http" | "https").then_some(Self {
            kind: kind(element.kind.trim()),
            url,
        })
    }

    /// Whether its address leads to a file instead of a page that plays it.
    #[must_use]
    pub fn is_file(&self) -> bool {
        let endings: &[&str] = match self.kind {
            FormatKind::Video => &VIDEO_FILES,
            FormatKind::Podcast => &AUDIO_FILES,
            _ => return false,
        };
        let ending = self.url.path().rsplit_once('.').map(|(_, ending)| ending);
        ending.is_some_and(|ending| {
            endings
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known))
        })
    }
}

fn kind(name: &str) -> FormatKind {
    match name {
        "presentation" => FormatKind::Presentation,
        "video" => FormatKind::Video,
        "podcast" => FormatKind::Podcast,
        "notes" => FormatKind::Notes,
        "screenshare" => FormatKind::Screenshare,
        _ => FormatKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: &str, url: &str, is_file: bool) {
        let element = FormatElement {
            kind: kind.to_owned(),
            url: format!("https://bbb.example.fr{url}"),
            length: None,
        };
        let format = Format::read(&element).expect("a format");
        assert_eq!(format.is_file(), is_file, "{kind} {url}");
    }

    #[test]
    fn a_file_is_told_from_a_page_by_the_end_of_its_path() {
        check("video", "/playback/video/a-1/video-0.m4v", true);
        check("video", "/playback/video/a-1/VIDEO.MP4?token=x", true);
        check("video", "/playback/video/a-1/", false);
        check("video", "/playback/video/a.mp4/", false);
        check("video", "/playback/video/?file=a.mp4", false);
        check("podcast", "/podcast/a-1/audio.ogg", true);
        check("podcast", "/podcast/a-1/audio.mp4", false);
        check("presentation", "/playback/presentation/2.3/a.mp4", false);
        check("notes", "/notes/a-1/notes.pdf", false);
    }
}

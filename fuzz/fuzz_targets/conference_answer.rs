//! The conference server's answers: any text, text within an answer, and text that a server has escaped.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parvis_backend::fuzzing::{ConferenceError, ReadAnswer, Recording, read_answer};
use parvis_sandbox::fuzzing::element;

/// The size of an answer that repeats a text, in bytes.
const LONG: usize = 64 * 1024;
/// The longest text to repeat, in bytes: most runs are to stay short.
const REPEATED_AT_MOST: usize = 16;

fuzz_target!(|text: &str| {
    read(text);
    read(&success(text));
    // Runs have a limit of time: deep nesting and many entities must not take longer than their size.
    if text.len() <= REPEATED_AT_MOST && text.starts_with(['<', '&']) {
        read(&success(&text.repeat(LONG / text.len())));
    }
    check_written(text);
});

fn success(content: &str) -> String {
    format!("<response><returncode>SUCCESS</returncode>{content}</response>")
}

fn read(xml: &str) -> Option<ReadAnswer> {
    let answer = match read_answer(xml) {
        Ok(answer) => answer,
        Err(ConferenceError::Unreadable(_) | ConferenceError::Refused(_)) => return None,
        Err(error) => panic!("no error of a text: {error}"),
    };
    answer.recordings.iter().for_each(check_recording);
    Some(answer)
}

fn check_recording(recording: &Recording) {
    assert!(recording.end >= recording.start, "it ends before it starts");
    assert!(!(recording.is_published && recording.is_processing));
    for format in &recording.formats {
        // Browsers are sent there.
        assert!(
            matches!(format.url.scheme(), "http" | "https"),
            "{}",
            format.url
        );
        assert!(format.url.has_host(), "{}", format.url);
    }
}

/// A value that a server writes returns, in whatever element it stands.
fn check_written(value: &str) {
    let written = |name: &str| {
        let xml = element(name, value).expect("an element");
        String::from_utf8(xml).expect("UTF-8")
    };
    let meeting = format!(
        "<meeting>{}<createTime>5</createTime></meeting>",
        written("meetingID")
    );
    let recording = format!(
        "<recording>{}{}</recording>",
        written("recordID"),
        written("name")
    );
    let xml = format!("<meetings>{meeting}</meetings><recordings>{recording}</recordings>");
    let answer = read(&success(&xml)).expect("what a server writes can be read");
    let expected = in_xml(value);
    let [meeting] = &answer.meetings[..] else {
        panic!("{} meetings", answer.meetings.len());
    };
    assert_eq!(meeting.id, expected);
    let [recording] = &answer.recordings[..] else {
        panic!("{} recordings", answer.recordings.len());
    };
    assert_eq!(recording.id, expected);
    assert_eq!(recording.name, expected);
}

/// What XML can carry of a text.
fn in_xml(text: &str) -> String {
    let is_allowed = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(is_allowed).collect()
}

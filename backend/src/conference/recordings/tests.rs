//! Reading of recordings, from responses of servers.

use parvis_contract::recording::FormatKind;
use url::Url;

use super::super::answer::read;
use super::*;

fn listed(inner: &str) -> Vec<Recording> {
    let xml = format!("<response><returncode>SUCCESS</returncode>{inner}</response>");
    let elements = read(&xml).expect("a success").recordings();
    elements
        .recording
        .into_iter()
        .map(Recording::from)
        .collect()
}

#[test]
fn a_list_without_recordings_reads() {
    for none in [
        "",
        "<recordings/>",
        "<recordings></recordings><messageKey>noRecordings</messageKey>",
    ] {
        assert_eq!(listed(none), [], "{none}");
    }
}

#[test]
fn a_recording_reads_with_its_formats() {
    let recordings = listed(
        "<recordings><recording><recordID>a-1</recordID><meetingID>m</meetingID>\
         <internalMeetingID>a-1</internalMeetingID><name>R &amp; D</name><isBreakout>false\
         </isBreakout><published>true</published><state>published</state><startTime>\
         1770888600123</startTime><endTime>1770892200123</endTime><participants>3\
         </participants><rawSize>9</rawSize><metadata><name>Mars</name><isbreakout>false\
         </isbreakout></metadata><size>4200</size><playback><format><type>presentation</type>\
         <url>https://bbb.example.fr/playback/presentation/2.3/a-1</url><processingTime>7\
         </processingTime><length>61</length><size>9</size><preview><images><image alt=\"a\" \
         height=\"1\" width=\"2\">https://bbb.example.fr/p.png</image></images></preview>\
         </format><format><type>video</type><url>javascript:alert(1)</url></format></playback>\
         <data></data></recording></recordings>",
    );
    let url = "https://bbb.example.fr/playback/presentation/2.3/a-1";
    assert_eq!(
        recordings,
        [Recording {
            id: "a-1".to_owned(),
            name: "Mars".to_owned(),
            start: 1_770_888_600_123,
            end: 1_770_892_200_123,
            minutes: 61,
            size: Some(4200),
            is_processing: false,
            is_published: true,
            is_protected: None,
            // An address that is a script is none.
            formats: vec![Format {
                kind: FormatKind::Presentation,
                url: Url::parse(url).expect("an address"),
            }],
        }]
    );
}

#[test]
fn what_is_processed_has_a_length_by_its_meeting_and_no_format() {
    let recordings = listed(
        "<recordings><recording><recordID>a-1</recordID><meetingID>m</meetingID><name>R</name>\
         <published>false</published><state>processing</state><startTime>60000</startTime>\
         <endTime>240000</endTime><metadata/><playback/></recording></recordings>",
    );
    let recording = &recordings[0];
    assert!(recording.is_processing && !recording.is_published);
    assert_eq!((recording.minutes, recording.size), (3, None));
    assert_eq!((&*recording.name, recording.formats.len()), ("R", 0));
    assert_eq!(recording.end, 240_000);
}

#[test]
fn whether_a_recording_is_protected_is_known_where_the_server_tells_it() {
    for (element, expected) in [
        ("", None),
        ("<protected></protected>", None),
        ("<protected>true</protected>", Some(true)),
        ("<protected> false\n</protected>", Some(false)),
    ] {
        let recordings = listed(&format!(
            "<recordings><recording><recordID>a-1</recordID>{element}</recording></recordings>"
        ));
        assert_eq!(recordings[0].is_protected, expected, "{element}");
    }
}

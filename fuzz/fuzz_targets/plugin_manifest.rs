//! The manifest of the plug-in: the portal's own, whatever a room says of itself, and any other.
//!
//! The first line is the room's name, the second one its other texts, the rest a manifest.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parvis_backend::fuzzing::{MeetingNonce, NewMeeting, create_parameters, html, meeting_name};
use parvis_contract::options::RoomOptions;
use parvis_contract::room::RoomName;
use parvis_sandbox::fuzzing::load;
use url::Url;

const MANIFEST: &[u8] = include_bytes!("../../overlay/js/bigbluebutton.json");
const ADDRESS: &str = "https://portail.example.fr/embed/bigbluebutton.json";
const SCRIPT: &str = "https://portail.example.fr/embed/bigbluebutton.js";
const SDK_VERSION: &str = "0.0.95";

fuzz_target!(|text: &str| {
    let mut lines = text.splitn(3, '\n');
    let (name, said) = (
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
    );
    let manifest = lines.next().unwrap_or_default().as_bytes();
    let Ok(name) = RoomName::parse(name) else {
        return;
    };
    let options = RoomOptions {
        welcome: said.to_owned(),
        moderators_message: said.to_owned(),
        logout_url: said.to_owned(),
        ..RoomOptions::default()
    };
    let options = options.validate().unwrap_or_default();
    let mut parameters = create_parameters(&NewMeeting {
        id: "0190c4d0-0000-7000-8000-000000000001",
        name: &meeting_name(name.as_str(), "Visio"),
        pin: None,
        options: &options,
        moderators_message: &html(said),
        nonce: MeetingNonce([7; 16]),
        plugin_manifest: ADDRESS,
        presentations: Some((ADDRESS, said)),
        recording_ready_url: None,
        meeting_ended_url: None,
        logout_url: "https://portail.example.fr/",
        authenticated_guest: false,
    });
    let own = load(&encoded(&parameters), MANIFEST, SDK_VERSION);
    let script = Url::parse(SCRIPT).expect("an address");
    assert_eq!(
        own,
        Ok(vec![Ok(script)]),
        "the portal's plug-in is not loaded"
    );

    // What another portal might say, for the placeholders of its manifest.
    parameters.push(("meta_room", said.to_owned()));
    parameters.push(("plugin_Other_text", name.as_str().to_owned()));
    let loaded = load(&encoded(&parameters), manifest, SDK_VERSION).expect("one order");
    for script in loaded.into_iter().flatten() {
        assert!(matches!(script.scheme(), "http" | "https"), "{script}");
        assert!(script.has_host(), "{script}");
    }
});

/// The parameters as a form.
fn encoded(parameters: &[(&str, String)]) -> Vec<u8> {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(parameters).finish().into_bytes()
}

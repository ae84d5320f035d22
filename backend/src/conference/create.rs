//! What `create` is told: every option of a room under the conference server's name for it.

use parvis_contract::code::Pin;
use parvis_contract::options::RoomOptions;
use url::Url;

use super::MeetingNonce;
use super::nonce;

/// A meeting to create.
pub struct NewMeeting<'a> {
    /// Its identifier on the conference server.
    pub id: &'a str,
    /// The name that people see there.
    pub name: &'a str,
    /// The PIN by which callers join (`voiceBridge`), where there is a telephone. The number to dial
    /// (`dialNumber`) is left out on purpose: the conference's own page would show both to everybody.
    pub pin: Option<&'a Pin>,
    /// How it is.
    pub options: &'a RoomOptions,
    /// What moderators alone read, as HTML.
    pub moderators_message: &'a str,
    /// Tells this creation from any other of the same meeting.
    pub nonce: MeetingNonce,
    /// The address of the plug-in's manifest, by which moderators read how to invite. The same for every
    /// meeting, as servers fetch each address again and again; a server that loads no plug-ins, or none of
    /// this kind, starts the meeting without it.
    pub plugin_manifest: &'a str,
    /// Where people go when they leave, unless the options say otherwise.
    pub logout_url: &'a str,
    /// Whether the server takes whoever is not declared a guest for one all the same
    /// (`authenticatedGuest`).
    pub authenticated_guest: bool,
}

impl NewMeeting<'_> {
    /// The parameters beside identifier and name. No passwords: people join by role, and a repeated creation
    /// is then the same meeting.
    pub(super) fn parameters(&self) -> Vec<(&'static str, String)> {
        let RoomOptions {
            welcome,
            max_participants,
            minutes,
            waiting_room,
            authenticated_bypass,
            mute_on_start,
            cameras,
            microphones,
            cameras_for_moderators_only,
            private_chat,
            public_chat,
            shared_notes,
            manual_recording,
            automatic_recording,
            // It stands in `moderators_message`.
            moderators_message: _,
            logout_url,
        } = self.options;
        let guest_policy = match (waiting_room, authenticated_bypass) {
            (false, _) => "ALWAYS_ACCEPT",
            // Here `ASK_MODERATOR` would keep back people who are not declared guests. A server without
            // that property would let in everybody by this word: so it is never said to one.
            (true, true) if self.authenticated_guest => "ALWAYS_ACCEPT_AUTH",
            (true, _) => "ASK_MODERATOR",
        };
        let logout_url = if logout_url.is_empty() {
            self.logout_url
        } else {
            // As browsers read it: what stands in the text may look like another address.
            &Url::parse(logout_url).map_or_else(|_| logout_url.clone(), String::from)
        };
        let flag = |value: bool| value.to_string();
        // Each is said, as servers differ in what they take for granted.
        let mut parameters = vec![
            ("logoutURL", logout_url.to_owned()),
            ("guestPolicy", guest_policy.to_owned()),
            ("muteOnStart", flag(*mute_on_start)),
            ("lockSettingsDisableCam", flag(!cameras)),
            ("lockSettingsDisableMic", flag(!microphones)),
            (
                "webcamsOnlyForModerator",
                flag(*cameras_for_moderators_only),
            ),
            ("lockSettingsDisablePrivateChat", flag(!private_chat)),
            ("lockSettingsDisablePublicChat", flag(!public_chat)),
            ("lockSettingsDisableNotes", flag(!shared_notes)),
            ("record", flag(*manual_recording || *automatic_recording)),
            ("allowStartStopRecording", flag(*manual_recording)),
            ("autoStartRecording", flag(*automatic_recording)),
        ];
        let mut say = |name, value: Option<String>| {
            parameters.extend(value.map(|value| (name, value)));
        };
        let message = self.moderators_message;
        say(
            "moderatorOnlyMessage",
            (!message.is_empty()).then(|| message.to_owned()),
        );
        let manifests = serde_json::json!([{ "url": self.plugin_manifest }]);
        say("pluginManifests", Some(manifests.to_string()));
        say(nonce::PARAMETER, Some(self.nonce.text()));
        say("voiceBridge", self.pin.map(Pin::to_string));
        say("welcome", (!welcome.is_empty()).then(|| html(welcome)));
        say(
            "maxParticipants",
            max_participants.map(|people| people.to_string()),
        );
        say("duration", minutes.map(|minutes| minutes.to_string()));
        parameters
    }
}

/// Plain text as HTML that says the same: what a person typed is never markup.
#[must_use]
pub fn html(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // Two of them would be a placeholder of the conference server's.
            '%' => html.push_str("&#37;"),
            '\n' => html.push_str("<br>"),
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::html;

    proptest! {
        #[test]
        fn no_text_becomes_markup_or_a_placeholder(text in any::<String>()) {
            let html = html(&text);
            prop_assert!(!html.replace("<br>", "").contains(['<', '>', '"', '%']));
        }
    }
}

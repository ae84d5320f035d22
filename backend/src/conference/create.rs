//! The parameters of `create`: every room option under its BigBlueButton name.

use parvis_contract::code::Pin;
use parvis_contract::options::RoomOptions;
use url::Url;

use super::MeetingNonce;
use super::nonce;

/// The metadata that names the address for reports of recordings that are ready.
const RECORDING_READY: &str = "meta_bbb-recording-ready-url";

/// The metadata that names the address for the report that the meeting has ended.
const MEETING_ENDED: &str = "meta_endCallbackUrl";

/// A meeting to create.
pub struct NewMeeting<'a> {
    /// Its identifier on the conference server.
    pub id: &'a str,
    /// The name shown in the meeting.
    pub name: &'a str,
    /// The PIN (`voiceBridge`), if there is a telephone. The telephone number (`dialNumber`) is omitted: the
    /// conference's page would show both to everybody.
    pub pin: Option<&'a Pin>,
    /// The options.
    pub options: &'a RoomOptions,
    /// The message for moderators, as HTML.
    pub moderators_message: &'a str,
    /// Tells this creation from other creations of the same meeting.
    pub nonce: MeetingNonce,
    /// The address of the plug-in's manifest. It is the same for all meetings, as servers fetch each address
    /// repeatedly. A server that does not load plug-ins ignores it.
    pub plugin_manifest: &'a str,
    /// The page where people add presentations, and the text that leads there, if there is one.
    pub presentations: Option<(&'a str, &'a str)>,
    /// Where the server reports recordings that are ready, if that is asked for.
    pub recording_ready_url: Option<&'a str>,
    /// Where the server reports that the meeting has ended, if that is asked for.
    pub meeting_ended_url: Option<&'a str>,
    /// The default exit address.
    pub logout_url: &'a str,
    /// Whether the server treats people who are not declared as guests as guests (`authenticatedGuest`).
    pub authenticated_guest: bool,
}

impl NewMeeting<'_> {
    /// The parameters in the address, which balancers read and may replace: the identifier, the name, and where
    /// recordings and the end are reported. The token in the latter only makes the portal ask the server.
    pub(super) fn query(&self) -> Vec<(&'static str, &str)> {
        let mut query = vec![("meetingID", self.id), ("name", self.name)];
        let report_to = self.recording_ready_url.filter(|_| self.is_recorded());
        query.extend(report_to.map(|url| (RECORDING_READY, url)));
        query.extend(self.meeting_ended_url.map(|url| (MEETING_ENDED, url)));
        query
    }

    fn is_recorded(&self) -> bool {
        self.options.manual_recording || self.options.automatic_recording
    }

    /// The other parameters. There are no passwords: people join by role, and repeated
    /// creations then match.
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
            // Part of `moderators_message`.
            moderators_message: _,
            logout_url,
        } = self.options;
        let guest_policy = match (waiting_room, authenticated_bypass) {
            (false, _) => "ALWAYS_ACCEPT",
            // With this property `ASK_MODERATOR` would hold back people who are not declared as guests. A
            // server without it would admit everybody for this value, so it is sent only with it.
            (true, true) if self.authenticated_guest => "ALWAYS_ACCEPT_AUTH",
            (true, _) => "ASK_MODERATOR",
        };
        let logout_url = if logout_url.is_empty() {
            self.logout_url
        } else {
            // Normalized as browsers parse it: the text may look like another address.
            &Url::parse(logout_url).map_or_else(|_| logout_url.clone(), String::from)
        };
        let flag = |value: bool| value.to_string();
        // All are sent explicitly, as servers have different defaults.
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
            ("record", flag(self.is_recorded())),
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
        // The server requires both or neither.
        let (page, text) = self.presentations.unzip();
        say("presentationUploadExternalUrl", page.map(str::to_owned));
        say(
            "presentationUploadExternalDescription",
            text.map(str::to_owned),
        );
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

/// Escapes plain text as HTML.
#[must_use]
pub fn html(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // Two percent signs would start a placeholder of the conference server.
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

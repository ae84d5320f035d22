//! A room, its meeting, and everybody who may ask something of them.

use parvis_contract::delegate::Delegate;
use parvis_contract::recording::RecordingList;
use parvis_contract::room::{Room, RoomPage};
use reqwest::{Method, RequestBuilder, StatusCode};
use serde_json::Value;

use uuid::Uuid;

use crate::support::{CAMILLE, DOMINIQUE, Person, Portal};

/// Who asks.
#[derive(Clone, Copy, Debug)]
pub enum Who {
    Anonymous,
    /// An agent who is a delegate of another room of the owner's, and has nothing to do with this one.
    AnotherAgent,
    Owner,
    /// A delegate of the room.
    Delegate,
    /// Somebody who holds the authenticated link, and is not signed in.
    LinkHolder,
    /// Another agent, signed in, in the meeting by the participant link.
    Participant,
    /// An agent, signed in, in the meeting by the moderator link.
    Moderator,
    /// Somebody who is not signed in, on a device that has typed the code.
    CodeHolder,
    /// Somebody who holds the authenticated link and is signed in at the attendees' provider.
    Attendee,
}

impl Who {
    /// Whether the portal knows an account of theirs.
    pub fn is_signed_in(self) -> bool {
        matches!(
            self,
            Self::AnotherAgent | Self::Owner | Self::Delegate | Self::Participant | Self::Moderator
        )
    }
}

pub const EVERYBODY: [Who; 9] = [
    Who::Anonymous,
    Who::AnotherAgent,
    Who::Owner,
    Who::Delegate,
    Who::LinkHolder,
    Who::Participant,
    Who::Moderator,
    Who::CodeHolder,
    Who::Attendee,
];

/// A portal where Alix owns a room whose meeting runs, with everybody there.
pub struct Scene {
    pub portal: Portal,
    pub owner: Person,
    pub delegate: Person,
    pub other: Person,
    pub room: Room,
    /// Of the moderator's, the attendee's and the authenticated link.
    pub secrets: [String; 3],
    pub code: String,
    pub pin: String,
    /// A recording of an earlier meeting.
    recording: String,
    /// A file of the room.
    file: Uuid,
    /// The delegation of the delegate.
    pub delegation: Uuid,
    pub participant: Person,
    moderator: Person,
    code_holder: Person,
    pub attendee: Person,
    // The meeting runs as long as their pages are connected.
    _connected: Vec<reqwest::Response>,
}

impl Scene {
    pub async fn start() -> Self {
        let email = ("PARVIS_OIDC_AGENTS_SCOPES", "openid profile email");
        let portal = Portal::builder().variables(&[email]).start().await;
        let owner = portal.signed_in("Alix").await;
        let other = portal.signed_in("Camille").await;
        let room = owner.create_room("À Alix").await;
        let secrets = owner.secrets(&room).await;
        let invitation = owner.invitation(&room).await;
        let text = |value: &Value| value.as_str().expect("a number").to_owned();
        let code = text(&invitation["code"]);
        let pin = text(&invitation["dial_in"]["pin"]);
        let participant = portal.signed_in("Sacha").await;
        // The same account as the participant's, in another browser: nothing in the meeting hangs on it.
        let moderator = portal.signed_in("Sacha").await;
        let delegate = portal.signed_in("Dominique").await;
        let delegation = owner
            .add_delegate(&room, DOMINIQUE)
            .await
            .json::<Delegate>()
            .id;
        let another = owner.create_room("Une autre").await;
        owner
            .add_delegate(&another, CAMILLE)
            .await
            .json::<Delegate>();
        for (person, expected) in [(&delegate, &room), (&other, &another)] {
            let rooms: RoomPage = person.get("/api/v1/rooms").await.json();
            assert_eq!(rooms.items[0].id, expected.id);
        }
        let mut connected = Vec::new();
        for (person, secret) in [(&moderator, &secrets[0]), (&participant, &secrets[1])] {
            let door = person.join(secret, "Quelqu'un").await.expect("let in");
            connected.push(person.enter(&portal, &door).await);
        }
        portal.add_recordings(&room, &room.name, 1).await;
        let path = format!("/api/v1/rooms/{}/recordings", room.id);
        let recordings: RecordingList = owner.get(&path).await.json();
        let recording = recordings.items[0].id.clone();
        let file = owner.add_file(&room, "Cours.pdf").await.id;
        let code_holder = portal.visitor();
        code_holder.type_code(&code).await.json::<Value>();
        let attendee = portal.visitor();
        attendee.sign_in_as_attendee("noe").await;
        Self {
            portal,
            owner,
            delegate,
            other,
            room,
            secrets,
            code,
            pin,
            recording,
            file,
            delegation,
            participant,
            moderator,
            code_holder,
            attendee,
            _connected: connected,
        }
    }

    /// Everything that the room's owner passes on: whoever holds one of these may enter.
    pub fn invitation_data(&self) -> impl Iterator<Item = &String> {
        self.secrets.iter().chain([&self.code, &self.pin])
    }

    /// A request as somebody would make it. `{id}` in the path stands for the room, `{recording}` and `{file}` for its
    /// recording and its file,
    /// `{delegate}` for its delegate.
    pub fn request(&self, method: Method, path: &str, who: Who) -> RequestBuilder {
        let stranger = self.portal.visitor();
        let person = match who {
            Who::Anonymous | Who::LinkHolder => &stranger,
            Who::AnotherAgent => &self.other,
            Who::Owner => &self.owner,
            Who::Delegate => &self.delegate,
            Who::Participant => &self.participant,
            Who::Moderator => &self.moderator,
            Who::CodeHolder => &self.code_holder,
            Who::Attendee => &self.attendee,
        };
        let path = path
            .replace("{id}", &self.room.id.to_string())
            .replace("{recording}", &self.recording)
            .replace("{file}", &self.file.to_string())
            .replace("{delegate}", &self.delegation.to_string());
        let request = person.request(method, &path);
        // What is held opens the meeting, and nothing of the portal.
        match who {
            Who::Participant => request.bearer_auth(&self.secrets[1]),
            Who::Moderator => request.bearer_auth(&self.secrets[0]),
            Who::LinkHolder | Who::Attendee => request.bearer_auth(&self.secrets[2]),
            Who::CodeHolder => request.bearer_auth(&self.code),
            Who::Anonymous | Who::AnotherAgent | Who::Owner | Who::Delegate => request,
        }
    }

    /// The room's invitation as its owner sees it, or the problem.
    pub async fn invitation_seen_by_owner(&self) -> (StatusCode, Value) {
        self.seen(&self.owner, "/invitation").await
    }

    /// The room as its owner and its delegate see it, or the problems.
    pub async fn room_seen(&self) -> [(StatusCode, Value); 2] {
        [
            self.seen(&self.owner, "").await,
            self.seen(&self.delegate, "").await,
        ]
    }

    async fn seen(&self, person: &Person, what: &str) -> (StatusCode, Value) {
        let path = format!("/api/v1/rooms/{}{what}", self.room.id);
        let answer = person.get(&path).await;
        let mut told: Value = serde_json::from_str(&answer.body).expect("JSON");
        told["request_id"] = Value::Null;
        (answer.status, told)
    }
}

//! A room, its meeting, and everybody who may ask something of them.

use parvis_contract::room::Room;
use reqwest::{Method, StatusCode};
use serde_json::Value;

use crate::support::{Answer, Person, Portal};

/// Who asks.
#[derive(Clone, Copy, Debug)]
pub enum Who {
    Anonymous,
    /// An agent who has nothing to do with the room.
    AnotherAgent,
    Owner,
    /// Somebody who holds the authenticated link, and is not signed in.
    LinkHolder,
    /// Another agent, signed in, in the meeting by the participant link.
    Participant,
    /// Another agent, signed in, in the meeting by the moderator link.
    Moderator,
}

/// In the order of the matrix.
pub const EVERYBODY: [Who; 6] = [
    Who::Anonymous,
    Who::AnotherAgent,
    Who::Owner,
    Who::LinkHolder,
    Who::Participant,
    Who::Moderator,
];

/// A portal where Alix owns a room whose meeting runs, with everybody there.
pub struct Scene {
    pub portal: Portal,
    pub owner: Person,
    pub other: Person,
    pub room: Room,
    pub secrets: [String; 3],
    /// Code and PIN, as they stand in an answer.
    pub numbers: [String; 2],
    pub participant: Person,
    moderator: Person,
    // The meeting runs as long as their pages are connected.
    _connected: Vec<reqwest::Response>,
}

impl Scene {
    pub async fn set() -> Self {
        let portal = Portal::start().await;
        let owner = portal.signed_in("Alix").await;
        let other = portal.signed_in("Camille").await;
        let room = owner.create_room("À Alix").await;
        let secrets = owner.secrets(&room).await;
        let invitation = owner.invitation(&room).await;
        let text = |value: &Value| value.as_str().expect("a number").to_owned();
        let numbers = [
            text(&invitation["code"]),
            text(&invitation["dial_in"]["pin"]),
        ];
        let participant = portal.signed_in("Sacha").await;
        let moderator = portal.signed_in("Dominique").await;
        let mut connected = Vec::new();
        for (person, secret) in [(&moderator, &secrets[0]), (&participant, &secrets[1])] {
            let door = person.join(secret, "Quelqu'un").await.expect("let in");
            connected.push(person.enter(&portal, &door).await);
        }
        Self {
            portal,
            owner,
            other,
            room,
            secrets,
            numbers,
            participant,
            moderator,
            _connected: connected,
        }
    }

    /// Has somebody ask for something.
    pub async fn ask(&self, method: Method, path: &str, body: Option<Value>, who: Who) -> Answer {
        let stranger = self.portal.visitor();
        let person = match who {
            Who::Anonymous | Who::LinkHolder => &stranger,
            Who::AnotherAgent => &self.other,
            Who::Owner => &self.owner,
            Who::Participant => &self.participant,
            Who::Moderator => &self.moderator,
        };
        let path = path.replace("{id}", &self.room.id.to_string());
        let mut request = person.request(method, &path);
        // A link that is held opens the meeting, and nothing of the portal.
        if let Some(link) = match who {
            Who::Participant => Some(&self.secrets[1]),
            Who::Moderator => Some(&self.secrets[0]),
            Who::LinkHolder => Some(&self.secrets[2]),
            Who::Anonymous | Who::AnotherAgent | Who::Owner => None,
        } {
            request = request.bearer_auth(link);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        Answer::of(request).await
    }

    /// The room as its owner sees it, or why not.
    pub async fn state(&self) -> (StatusCode, Value) {
        let path = format!("/api/v1/rooms/{}", self.room.id);
        let answer = self.owner.get(&path).await;
        let mut told: Value = serde_json::from_str(&answer.body).expect("JSON");
        told["request_id"] = Value::Null;
        (answer.status, told)
    }
}

//! A row of the authorization matrix: a request, who may make it, and what it changes.

use parvis_contract::problem::ProblemKind::{self, RoomNotFound, SignInRequired};
use reqwest::{Method, StatusCode};
use serde_json::Value;

use super::scene::{EVERYBODY, Scene, Who};
use crate::support::{Answer, address};

/// Who may make a request.
#[derive(Clone, Copy)]
enum Audience {
    /// The owner of the room; nobody else, in the meeting or not.
    Owner,
    /// Whoever is signed in, about what is their own.
    SignedIn,
    Everybody,
}

impl Audience {
    /// Why somebody may not, or `None` for who may.
    fn refusal(self, who: Who) -> Option<ProblemKind> {
        match (self, who) {
            (Self::Everybody, _) | (Self::Owner, Who::Owner) => None,
            (Self::Owner | Self::SignedIn, _) if !who.is_signed_in() => Some(SignInRequired),
            (Self::SignedIn, _) => None,
            (Self::Owner, _) => Some(RoomNotFound),
        }
    }
}

/// A request to the portal. `{id}` in its path stands for the room of the [`Scene`].
pub struct Row {
    audience: Audience,
    method: Method,
    path: &'static str,
    body: Option<Value>,
    /// What those are answered who may.
    status: StatusCode,
    after_deletion: bool,
    changes_room: bool,
    changes_invitation: bool,
}

impl Row {
    /// A request that only the room's owner may make.
    pub fn owner(method: Method, path: &'static str) -> Self {
        Self {
            audience: Audience::Owner,
            method,
            path,
            body: None,
            status: StatusCode::OK,
            after_deletion: false,
            changes_room: false,
            changes_invitation: false,
        }
    }

    /// A request that everybody who is signed in may make, about what is their own.
    pub fn signed_in(method: Method, path: &'static str) -> Self {
        Self {
            audience: Audience::SignedIn,
            ..Self::owner(method, path)
        }
    }

    /// A request that everybody may make.
    pub fn everybody(method: Method, path: &'static str) -> Self {
        Self {
            audience: Audience::Everybody,
            ..Self::owner(method, path)
        }
    }

    /// Sends this as JSON.
    pub fn body(mut self, body: Value) -> Self {
        self.body = Some(body);
        self
    }

    /// Expects this status instead of 200.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Deletes the room first.
    pub fn after_deletion(mut self) -> Self {
        self.after_deletion = true;
        self
    }

    /// Expects a change of the room, as its owner sees it.
    pub fn changes_room(mut self) -> Self {
        self.changes_room = true;
        self
    }

    /// Expects a change of the invitation, as the owner sees it.
    pub fn changes_invitation(mut self) -> Self {
        self.changes_invitation = true;
        self
    }

    /// Has everybody make the request, each about a room of its own: what one has done must not help the next.
    pub async fn check(self) {
        for who in EVERYBODY {
            self.check_for(who).await;
        }
    }

    async fn check_for(&self, who: Who) {
        let scene = Scene::start().await;
        if self.after_deletion {
            let path = format!("{}?while_running=true", address(&scene.room));
            scene.owner.send(Method::DELETE, &path).await;
        }
        let room = scene.room_seen_by_owner().await;
        let invitation = scene.invitation_seen_by_owner().await;
        let mut request = scene.request(self.method.clone(), self.path, who);
        if let Some(body) = &self.body {
            request = request.json(body);
        }
        let answer = Answer::of(request).await;
        let case = format!("{who:?}: {} {}", answer.status, answer.body);
        let room_changed = scene.room_seen_by_owner().await != room;
        let invitation_changed = scene.invitation_seen_by_owner().await != invitation;
        if let Some(kind) = self.audience.refusal(who) {
            assert_eq!(answer.status.as_u16(), kind.status(), "{case}");
            answer.assert_problem(kind);
            assert!(!room_changed && !invitation_changed, "{case}");
        } else {
            assert_eq!(answer.status, self.status, "{case}");
            assert_eq!(room_changed, self.changes_room, "{case}");
            // A room that is deleted or restored changes the answer for its invitation as well.
            assert!(
                invitation_changed == self.changes_invitation || self.changes_room,
                "{case}"
            );
        }
        if !matches!(who, Who::Owner) {
            for datum in scene.invitation_data() {
                assert!(!answer.body.contains(datum.as_str()), "{case}");
            }
            assert!(!answer.body.contains(&scene.room.name), "{case}");
        }
    }
}

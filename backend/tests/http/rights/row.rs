//! A row of the authorization matrix: a request, who may make it, and what it changes.

use parvis_contract::problem::ProblemKind::{self, OwnerOnly, RoomNotFound, SignInRequired};
use reqwest::{Method, StatusCode};
use serde_json::Value;

use super::scene::{EVERYBODY, Scene, Who};
use crate::support::{Answer, address};

/// Who may make a request.
#[derive(Clone, Copy)]
enum Audience {
    /// The owner of the room; nobody else, in the meeting or not.
    Owner,
    /// The owner of the room and its delegates.
    OwnerOrDelegate,
    /// Whoever is signed in, about what is their own.
    SignedIn,
    Everybody,
}

impl Audience {
    /// Why somebody may not, or `None` for who may.
    fn refusal(self, who: Who) -> Option<ProblemKind> {
        match (self, who) {
            (Self::Everybody, _) => None,
            (_, _) if !who.is_signed_in() => Some(SignInRequired),
            (Self::SignedIn, _)
            | (Self::Owner | Self::OwnerOrDelegate, Who::Owner)
            | (Self::OwnerOrDelegate, Who::Delegate) => None,
            (Self::Owner, Who::Delegate) => Some(OwnerOnly),
            (Self::Owner | Self::OwnerOrDelegate, _) => Some(RoomNotFound),
        }
    }
}

/// What the owner does before the request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Preparation {
    None,
    /// Deletes the room.
    Deletion,
    /// Offers the room to its delegate.
    Offer,
}

/// The address of the offer of the room to its delegate.
pub const OFFER: &str = "/api/v1/rooms/{id}/delegates/{delegate}/handover";

/// A request to the portal. `{id}` in its path stands for the room of the [`Scene`].
pub struct Row {
    audience: Audience,
    method: Method,
    path: &'static str,
    body: Option<Value>,
    /// What those are answered who may.
    status: StatusCode,
    preparation: Preparation,
    changes_room: bool,
    changes_room_by_delegate: bool,
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
            preparation: Preparation::None,
            changes_room: false,
            changes_room_by_delegate: false,
            changes_invitation: false,
        }
    }

    /// A request that the room's owner and its delegates may make.
    pub fn owner_or_delegate(method: Method, path: &'static str) -> Self {
        Self {
            audience: Audience::OwnerOrDelegate,
            ..Self::owner(method, path)
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
        self.preparation = Preparation::Deletion;
        self
    }

    /// Offers the room to its delegate first.
    pub fn after_offer(mut self) -> Self {
        self.preparation = Preparation::Offer;
        self
    }

    /// Expects a change of the room, as its owner or its delegate sees it.
    pub fn changes_room(mut self) -> Self {
        self.changes_room = true;
        self.changes_room_by_delegate()
    }

    /// Expects that if the delegate makes the request.
    pub fn changes_room_by_delegate(mut self) -> Self {
        self.changes_room_by_delegate = true;
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
        if self.preparation == Preparation::Deletion {
            let path = format!("{}?while_running=true", address(&scene.room));
            scene.owner.send(Method::DELETE, &path).await;
        }
        if self.preparation == Preparation::Offer {
            let request = scene.request(Method::PUT, OFFER, Who::Owner);
            assert_eq!(Answer::of(request).await.status, StatusCode::NO_CONTENT);
        }
        let room = scene.room_seen().await;
        let invitation = scene.invitation_seen_by_owner().await;
        let mut request = scene.request(self.method.clone(), self.path, who);
        if let Some(body) = &self.body {
            request = request.json(body);
        }
        let answer = Answer::of(request).await;
        let case = format!("{who:?}: {} {}", answer.status, answer.body);
        let room_changed = scene.room_seen().await != room;
        let invitation_changed = scene.invitation_seen_by_owner().await != invitation;
        let refusal = match (self.preparation, who) {
            // A deleted room is gone for its delegates.
            (Preparation::Deletion, Who::Delegate) => Some(RoomNotFound),
            _ => self.audience.refusal(who),
        };
        if let Some(kind) = refusal {
            assert_eq!(answer.status.as_u16(), kind.status(), "{case}");
            answer.assert_problem(kind);
            assert!(!room_changed && !invitation_changed, "{case}");
        } else {
            let changes_room = match who {
                Who::Delegate => self.changes_room_by_delegate,
                _ => self.changes_room,
            };
            assert_eq!(answer.status, self.status, "{case}");
            assert_eq!(room_changed, changes_room, "{case}");
            // A room that is deleted, restored or handed over changes the answer for its invitation as well.
            assert!(
                invitation_changed == self.changes_invitation || changes_room,
                "{case}"
            );
        }
        if !matches!(who, Who::Owner) {
            for datum in scene.invitation_data() {
                assert!(!answer.body.contains(datum.as_str()), "{case}");
            }
        }
        if !matches!(who, Who::Owner | Who::Delegate) {
            assert!(!answer.body.contains(&scene.room.name), "{case}");
        }
    }
}

//! Shared response sets of the OpenAPI description. An endpoint lists a set first, then its own responses,
//! which replace those of the same status.

use std::collections::BTreeMap;

use utoipa::IntoResponses;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};

type Answers = BTreeMap<String, RefOr<Response>>;

/// Requires a signed-in person.
pub struct ForSignedIn;

/// How 401 is described where a session is required.
pub const NOBODY_SIGNED_IN: &str = "Nobody is signed in";

/// Requires the owner of a room, which may be deleted.
pub struct ForOwner;

/// Requires the owner of an existing room.
pub struct ForOwnerOfActiveRoom;

/// Requires the owner or a delegate of an existing room.
pub struct ForOwnerOrDelegate;

/// Requires an access token of the agents' identity provider.
pub struct ForAddIns;

/// Calls the conference server.
pub struct AsksConference;

/// Accepts the secret of a link.
pub struct TakesLink;

impl IntoResponses for ForSignedIn {
    fn responses() -> Answers {
        problems(&[(401, NOBODY_SIGNED_IN)])
    }
}

impl IntoResponses for ForOwner {
    fn responses() -> Answers {
        let mut answers = ForSignedIn::responses();
        answers.extend(problems(&[
            (400, "Not the identifier of a room"),
            (403, "The caller is a delegate of the room"),
            (404, "The caller has no such room"),
        ]));
        answers
    }
}

impl IntoResponses for ForOwnerOfActiveRoom {
    fn responses() -> Answers {
        let mut answers = ForOwner::responses();
        answers.extend(problems(&[(410, "The caller has deleted it")]));
        answers
    }
}

impl IntoResponses for ForOwnerOrDelegate {
    fn responses() -> Answers {
        let mut answers = ForOwnerOfActiveRoom::responses();
        answers.remove("403");
        answers
    }
}

impl IntoResponses for ForAddIns {
    fn responses() -> Answers {
        problems(&[
            (401, "There is no access token"),
            (
                403,
                "The token is expired, unknown or not for this service, or its holder has no account",
            ),
            (502, "The identity provider's answer cannot be used"),
            (
                503,
                "The identity provider does not answer, or the database",
            ),
        ])
    }
}

impl IntoResponses for AsksConference {
    fn responses() -> Answers {
        problems(&[
            (502, "The conference server refuses"),
            (503, "The conference server does not answer"),
            (504, "The conference server takes too long"),
        ])
    }
}

impl IntoResponses for TakesLink {
    fn responses() -> Answers {
        problems(&[
            (404, "Not a link of this service"),
            (410, "The link was renewed, or its room deleted"),
            (501, "The instance has no provider for attendees"),
        ])
    }
}

/// Problem details, by status.
fn problems(described: &[(u16, &str)]) -> Answers {
    let answer = |&(status, description): &(u16, &str)| {
        let schema = Ref::from_schema_name("Problem");
        let content = ContentBuilder::new().schema(Some(schema)).build();
        let response = ResponseBuilder::new()
            .description(description)
            .content("application/json", content)
            .build();
        (status.to_string(), RefOr::T(response))
    };
    described.iter().map(answer).collect()
}

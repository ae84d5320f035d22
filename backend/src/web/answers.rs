//! What several endpoints answer, as the API's description has it. An endpoint names a set first, then its
//! own answers: one of the same status takes the set's place.

use std::collections::BTreeMap;

use utoipa::IntoResponses;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};

type Answers = BTreeMap<String, RefOr<Response>>;

/// For people who are signed in.
pub struct ForSignedIn;

/// For owners of a room, which may be deleted.
pub struct ForOwner;

/// For owners of a room that stands.
pub struct ForOwnerOfStanding;

/// Asks the conference server.
pub struct AsksConference;

/// Takes the secret of a link.
pub struct TakesLink;

impl IntoResponses for ForSignedIn {
    fn responses() -> Answers {
        problems(&[(401, "Nobody is signed in")])
    }
}

impl IntoResponses for ForOwner {
    fn responses() -> Answers {
        let mut answers = ForSignedIn::responses();
        answers.extend(problems(&[
            (400, "Not the identifier of a room"),
            (404, "No such room of the asker's"),
        ]));
        answers
    }
}

impl IntoResponses for ForOwnerOfStanding {
    fn responses() -> Answers {
        let mut answers = ForOwner::responses();
        answers.extend(problems(&[(410, "The asker has deleted it")]));
        answers
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

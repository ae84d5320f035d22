//! An acceptance that meets another request.

use parvis_contract::delegate::Delegate;
use parvis_contract::problem::ProblemKind;
use reqwest::{Method, StatusCode};

use super::{Pair, answer, offer};
use crate::delegates::{delegates, rooms};
use crate::support::{CAMILLE, Person, address};

/// However an acceptance meets another request, the room has one owner, and the other is a delegate or out.
#[tokio::test(flavor = "multi_thread")]
async fn an_acceptance_that_meets_another_request_happens_once_or_not_at_all() {
    let pair = Pair::start().await;
    let Pair {
        alix,
        camille,
        delegate: first,
        ..
    } = &pair;
    for round in 0..12 {
        let room = alix.create_room(&format!("Salle {round}")).await;
        let added: Delegate = alix.add_delegate(&room, CAMILLE).await.json();
        assert_ne!(added.id, first.id);
        rooms(camille).await;
        offer(alix, &room, &added, Method::PUT).await;
        let other = async {
            let (method, path) = match round % 4 {
                0 => (Method::POST, format!("{}/handover/accept", address(&room))),
                1 => (
                    Method::DELETE,
                    format!("{}/delegates/{}/handover", address(&room), added.id),
                ),
                2 => (
                    Method::DELETE,
                    format!("{}/delegates/{}", address(&room), added.id),
                ),
                _ => (Method::DELETE, address(&room)),
            };
            let person = if round % 4 == 0 { camille } else { alix };
            person.send(method, &path).await
        };
        let (accepted, other) = tokio::join!(answer(camille, &room, "accept"), other);
        let owns = async |person: &Person| {
            person
                .get(&format!("{}/invitation", address(&room)))
                .await
                .status
        };
        let owners = [owns(alix).await, owns(camille).await];
        let case = format!("{round}: {} {} {owners:?}", accepted.status, other.status);
        match (round % 4, accepted.status) {
            // Accepting twice is accepting once.
            (0, _) => {
                assert_eq!(other.status, StatusCode::NO_CONTENT, "{case}");
                assert_eq!(owners, [StatusCode::FORBIDDEN, StatusCode::OK], "{case}");
                let delegates = delegates(camille, &room).await.items;
                assert_eq!(delegates.len(), 1, "{case}");
            }
            // Whatever comes too late is refused: the room is no longer the person's.
            (_, StatusCode::NO_CONTENT) => {
                assert_eq!(owners, [StatusCode::FORBIDDEN, StatusCode::OK], "{case}");
                other.assert_problem(ProblemKind::OwnerOnly);
            }
            (1, _) => {
                accepted.assert_problem(ProblemKind::HandoverNotOffered);
                assert_eq!(owners, [StatusCode::OK, StatusCode::FORBIDDEN], "{case}");
            }
            (2, _) => {
                accepted.assert_problem(ProblemKind::RoomNotFound);
                assert_eq!(owners, [StatusCode::OK, StatusCode::NOT_FOUND], "{case}");
            }
            (_, _) => {
                accepted.assert_problem(ProblemKind::RoomNotFound);
                assert_eq!(owners, [StatusCode::GONE, StatusCode::NOT_FOUND], "{case}");
            }
        }
    }
}

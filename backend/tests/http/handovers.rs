//! Handing a room over: `/api/v1/rooms/{id}/delegates/{delegate}/handover` and `/api/v1/rooms/{id}/handover/…`.

mod races;

use parvis_contract::delegate::Delegate;
use parvis_contract::live::Live;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Entrance, Room};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::delegates::{delegate, delegates, portal_with, rooms};
use crate::support::{Answer, CAMILLE, DOMINIQUE, Person, Portal, Stream, address};

/// Alix owns a room, Camille is an active delegate of it.
struct Pair {
    portal: Portal,
    alix: Person,
    camille: Person,
    room: Room,
    delegate: Delegate,
}

impl Pair {
    async fn start() -> Self {
        Self::start_with(&[]).await
    }

    async fn start_with(variables: &[(&str, &str)]) -> Self {
        let portal = portal_with(variables).await;
        let alix = portal.signed_in("Alix").await;
        let camille = portal.signed_in("Camille").await;
        let room = alix.create_room("Conseil").await;
        let delegate = delegate(&alix, &room, CAMILLE, &camille).await;
        Self {
            portal,
            alix,
            camille,
            room,
            delegate,
        }
    }

    async fn offer(&self) {
        let answer = offer(&self.alix, &self.room, &self.delegate, Method::PUT).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT, "{}", answer.body);
    }

    async fn accept(&self) -> Answer {
        answer(&self.camille, &self.room, "accept").await
    }

    /// Whose room it is: Alix's and Camille's point of view.
    async fn owners(&self) -> [Option<String>; 2] {
        let seen = async |person: &Person| rooms(person).await.items[0].owner.clone();
        [seen(&self.alix).await, seen(&self.camille).await]
    }
}

async fn offer(owner: &Person, room: &Room, delegate: &Delegate, method: Method) -> Answer {
    let path = format!("{}/delegates/{}/handover", address(room), delegate.id);
    owner.send(method, &path).await
}

async fn answer(person: &Person, room: &Room, what: &str) -> Answer {
    let path = format!("{}/handover/{what}", address(room));
    person.send(Method::POST, &path).await
}

fn names(owners: &[Option<String>; 2]) -> [Option<&str>; 2] {
    owners.each_ref().map(Option::as_deref)
}

const ALIX_OWNS: [Option<&str>; 2] = [None, Some("Alix Martin")];
const CAMILLE_OWNS: [Option<&str>; 2] = [Some("Camille Durand"), None];

#[tokio::test]
async fn the_new_owner_has_the_room_as_it_is_and_the_former_one_is_a_delegate() {
    let pair = Pair::start().await;
    let Pair {
        portal,
        alix,
        camille,
        room,
        ..
    } = &pair;
    alix.renew(room, "attendee").await;
    let invitation = alix.invitation(room).await;
    let secrets = alix.secrets(room).await;
    for person in [alix, camille] {
        person
            .send(Method::PUT, &format!("{}/favourite", address(room)))
            .await;
    }
    let by_name = alix.request(Method::PUT, "/api/v1/rooms/order");
    Answer::of(by_name.json(&json!({ "by": "name" }))).await;
    let door = alix.join(&secrets[0], "").await.expect("let in");
    let _connected = alix.enter(portal, &door).await;

    pair.offer().await;
    assert!(rooms(camille).await.items[0].handover_offered);
    assert!(delegates(alix, room).await.items[0].handover_offered);
    assert_eq!(
        names(&pair.owners().await),
        ALIX_OWNS,
        "an offer is not yet a change"
    );
    assert_eq!(pair.accept().await.status, StatusCode::NO_CONTENT);
    assert_eq!(names(&pair.owners().await), CAMILLE_OWNS);

    assert_eq!(camille.invitation(room).await, invitation);
    assert_eq!(portal.meetings().await[0]["running"], true);
    for secret in &secrets[..2] {
        let visitor = portal.visitor();
        visitor.join(secret, "Zoé").await.expect("links are valid");
    }
    let (former, present) = (rooms(alix).await, rooms(camille).await);
    assert!(former.items[0].favourite && present.items[0].favourite);
    assert_eq!(json!(former.order)["by"], "name");
    assert!(!former.items[0].handover_offered && !present.items[0].handover_offered);
    let now = delegates(camille, room).await.items;
    assert_eq!(now.len(), 1);
    assert_eq!(now[0].email, "alix.martin@exemple.education.fr");
    assert_eq!(
        (now[0].name.as_deref(), now[0].is_active),
        (Some("Alix Martin"), true)
    );
}

#[tokio::test]
async fn the_former_owner_has_the_rights_of_a_delegate() {
    let pair = Pair::start().await;
    let Pair {
        alix,
        camille,
        room,
        ..
    } = &pair;
    pair.offer().await;
    pair.accept().await;
    for (method, rest) in [
        (Method::DELETE, ""),
        (Method::GET, "/invitation"),
        (Method::GET, "/delegates"),
        (Method::POST, "/invitation/code/renew"),
        (Method::POST, "/restore"),
    ] {
        let refused = alix.send(method, &format!("{}{rest}", address(room))).await;
        refused.assert_problem(ProblemKind::OwnerOnly);
    }
    let launch = format!("{}/launch", address(room));
    alix.send(Method::POST, &launch).await.json::<Entrance>();
    let again = alix
        .post("/api/v1/rooms", json!({ "name": "Conseil" }))
        .await;
    assert_eq!(again.status, StatusCode::CREATED);
    // What the new owner renews or deletes is renewed or deleted.
    let secrets = camille.secrets(room).await;
    assert_eq!(
        camille.renew(room, "moderator").await.status,
        StatusCode::OK
    );
    assert_ne!(camille.secrets(room).await[0], secrets[0]);
    let known = format!("{}?while_running=true", address(room));
    assert_eq!(
        camille.send(Method::DELETE, &known).await.status,
        StatusCode::NO_CONTENT
    );
    alix.get(&address(room))
        .await
        .assert_problem(ProblemKind::RoomNotFound);
}

#[tokio::test]
async fn a_room_is_offered_to_one_active_delegate_at_a_time() {
    let pair = Pair::start().await;
    let Pair {
        alix,
        camille,
        room,
        ..
    } = &pair;
    let waiting: Delegate = alix.add_delegate(room, DOMINIQUE).await.json();
    let refused = offer(alix, room, &waiting, Method::PUT).await;
    refused.assert_problem(ProblemKind::DelegateInactive);
    pair.offer().await;
    let dominique = pair.portal.signed_in("Dominique").await;
    let replaced = offer(alix, room, &waiting, Method::PUT).await;
    assert_eq!(replaced.status, StatusCode::NO_CONTENT);
    assert!(rooms(&dominique).await.items[0].handover_offered);
    assert!(!rooms(camille).await.items[0].handover_offered);
    pair.accept()
        .await
        .assert_problem(ProblemKind::HandoverNotOffered);
}

#[tokio::test]
async fn an_offer_that_is_withdrawn_or_declined_is_not_accepted() {
    let pair = Pair::start().await;
    let Pair {
        alix,
        camille,
        room,
        delegate,
        ..
    } = &pair;
    pair.accept()
        .await
        .assert_problem(ProblemKind::HandoverNotOffered);
    for _ in 0..2 {
        pair.offer().await;
    }
    for _ in 0..2 {
        let withdrawn = offer(alix, room, delegate, Method::DELETE).await;
        assert_eq!(withdrawn.status, StatusCode::NO_CONTENT);
    }
    pair.accept()
        .await
        .assert_problem(ProblemKind::HandoverNotOffered);
    pair.offer().await;
    let declined = answer(camille, room, "decline").await;
    assert_eq!(declined.status, StatusCode::NO_CONTENT);
    pair.accept()
        .await
        .assert_problem(ProblemKind::HandoverNotOffered);
    assert_eq!(names(&pair.owners().await), ALIX_OWNS);
}

#[tokio::test]
async fn a_new_owner_has_no_more_rooms_than_allowed() {
    let pair = Pair::start_with(&[("PARVIS_MAX_ROOMS", "1")]).await;
    let own = pair.camille.create_room("À soi").await;
    pair.offer().await;
    let refused = pair.accept().await;
    assert_eq!(
        refused.assert_problem(ProblemKind::RoomLimit).limit,
        Some(1)
    );
    pair.camille.send(Method::DELETE, &address(&own)).await;
    assert_eq!(pair.accept().await.status, StatusCode::NO_CONTENT);
    let refused = pair
        .camille
        .post("/api/v1/rooms", json!({ "name": "Deux" }))
        .await;
    refused.assert_problem(ProblemKind::RoomLimit);
}

#[tokio::test]
async fn open_lists_of_both_learn_of_the_offer_and_of_the_acceptance() {
    let pair = Pair::start().await;
    let mut streams = Vec::new();
    for person in [&pair.alix, &pair.camille] {
        let mut stream = Stream::open(person.bare(Method::GET, "/api/v1/events")).await;
        let version = stream.next::<Live>("live").await.rooms_version;
        streams.push((stream, version));
    }
    pair.offer().await;
    for (stream, version) in &mut streams {
        let news = |live: &Live| live.rooms_version != *version;
        *version = stream.next_that::<Live>("live", news).await.rooms_version;
    }
    pair.accept().await;
    for (stream, version) in &mut streams {
        let news = |live: &Live| live.rooms_version != *version;
        stream.next_that::<Live>("live", news).await;
    }
}

/// A key stands for one request of one account, so it does not follow the room.
#[tokio::test]
async fn an_idempotency_key_of_the_former_owner_is_free_for_the_new_one() {
    let pair = Pair::start().await;
    let create = |person: &Person, name: &str| {
        let request = person.request(Method::POST, "/api/v1/rooms");
        let request = request.header("idempotency-key", "k1");
        Answer::of(request.json(&json!({ "name": name })))
    };
    let room: Room = create(&pair.alix, "De Alix").await.json();
    let own: Room = create(&pair.camille, "De Camille").await.json();
    let added = delegate(&pair.alix, &room, CAMILLE, &pair.camille).await;
    offer(&pair.alix, &room, &added, Method::PUT).await;
    let accepted = answer(&pair.camille, &room, "accept").await;
    assert_eq!(accepted.status, StatusCode::NO_CONTENT, "{}", accepted.body);
    let again: Value = create(&pair.camille, "De Camille").await.json();
    assert_eq!(again["id"], json!(own.id));
}

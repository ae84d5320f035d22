//! Account linking (`parvis-backend link-accounts`) after an instance has moved to another identity provider.

use parvis_contract::live::Live;
use parvis_contract::order::{RoomOrder, RoomSort};
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Room, RoomPage};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Person, Portal, Provider, Stream, address};

/// Before the move, at the sandbox's provider, which verifies addresses; after it, at one that tests decide.
struct Move {
    portal: Portal,
    provider: Provider,
    /// The same portal with the new provider: where it listens.
    after: Portal,
}

impl Move {
    async fn start() -> Self {
        Self::start_with(&[]).await
    }

    async fn start_with(variables: &[(&str, &str)]) -> Self {
        let provider = Provider::start().await;
        let scopes = [
            ("PARVIS_OIDC_AGENTS_SCOPES", "openid profile email"),
            ("PARVIS_OIDC_ATTENDEES_SCOPES", "openid profile email"),
        ];
        let portal = Portal::builder().variables(&scopes).start().await;
        let own = [
            ("PARVIS_OIDC_AGENTS_ISSUER", provider.issuer.as_str()),
            (
                "PARVIS_DATABASE_URL",
                portal.variable("PARVIS_DATABASE_URL"),
            ),
            ("PARVIS_KEYS_FILE", portal.variable("PARVIS_KEYS_FILE")),
        ];
        let after = Portal::builder()
            .variables(&[&scopes[..], &own, variables].concat())
            .start()
            .await;
        Self {
            portal,
            provider,
            after,
        }
    }

    /// Signs somebody in at the new provider.
    async fn sign_in(&self, subject: &str, claims: Value) -> Person {
        let mut id_token = json!({ "sub": subject, "name": subject });
        for (name, value) in claims.as_object().into_iter().flatten() {
            id_token[name] = value.clone();
        }
        self.provider.behaviour().id_token = id_token;
        let person = self.after.visitor();
        let back = self.provider.sign_in(&person).await;
        assert!(!back.location().contains("sign-in="), "{}", back.location());
        person
    }

    /// Alix, at the new provider.
    async fn alix(&self) -> Person {
        let claims = json!({ "email": "Alix.Martin@exemple.education.fr", "email_verified": true });
        self.sign_in("another-subject", claims).await
    }

    fn link(&self, arguments: &[&str]) -> String {
        let issuer = format!("{}/identity", self.portal.sandbox.base_url());
        let all = [&["link-accounts", "--from", &issuer][..], arguments].concat();
        self.after.command(&all).expect("it runs")
    }
}

async fn rooms(person: &Person) -> RoomPage {
    person.get("/api/v1/rooms").await.json()
}

fn names(page: &RoomPage) -> Vec<&str> {
    page.items.iter().map(|room| room.name.as_str()).collect()
}

#[tokio::test]
async fn whoever_signs_in_at_the_new_provider_gets_rooms_stars_and_order_back() {
    let people = Move::start().await;
    let before = people.portal.signed_in("Alix").await;
    let starred = before.create_room("Bureau").await;
    before.create_room("Atelier").await;
    let star = format!("{}/favourite", address(&starred));
    assert!(before.send(Method::PUT, &star).await.status.is_success());
    let by_name = RoomOrder {
        by: RoomSort::Name,
        reversed: false,
    };
    let order = before.request(Method::PUT, "/api/v1/rooms/order");
    assert!(
        order
            .json(&by_name)
            .send()
            .await
            .expect("sent")
            .status()
            .is_success()
    );
    let secrets = before.secrets(&starred).await;

    let alix = people.alix().await;
    alix.create_room("Nouvelle").await;
    assert_eq!(names(&rooms(&alix).await), ["Nouvelle"]);

    // Without `--apply`, it is told and nothing is done.
    let told = people.link(&[]);
    assert!(
        told.contains("alix.martin@exemple.education.fr: 2 rooms, 3 in all"),
        "{told}"
    );
    assert!(
        told.contains("1 accounts with 2 rooms can be linked"),
        "{told}"
    );
    assert_eq!(names(&rooms(&alix).await), ["Nouvelle"]);

    let told = people.link(&["--apply"]);
    assert!(
        told.contains("1 accounts with 2 rooms were linked"),
        "{told}"
    );
    let page = rooms(&alix).await;
    assert_eq!(names(&page), ["Atelier", "Bureau", "Nouvelle"]);
    assert_eq!(page.order, by_name);
    let stars: Vec<_> = page.items.iter().map(|room| room.favourite).collect();
    assert_eq!(stars, [false, true, false]);
    // Links stay as they are, and the owner is one by them.
    assert_eq!(alix.secrets(&starred).await, secrets);
    let resolved: Value = alix
        .post("/api/v1/join/resolve", json!({ "secret": secrets[1] }))
        .await
        .json();
    assert_eq!(resolved["is_owner"], true, "{resolved}");

    // The former account is signed in nowhere.
    before
        .get("/api/v1/rooms")
        .await
        .assert_problem(ProblemKind::SignInRequired);
    // Once more changes nothing.
    let told = people.link(&["--apply"]);
    assert!(
        told.contains("0 accounts with 0 rooms were linked"),
        "{told}"
    );
    assert_eq!(rooms(&alix).await.total, 3);
}

#[tokio::test]
async fn an_order_that_was_chosen_since_is_kept() {
    let people = Move::start().await;
    let before = people.portal.signed_in("Alix").await;
    let alix = people.alix().await;
    for (person, by) in [(&before, "name"), (&alix, "favourites")] {
        let order = person.request(Method::PUT, "/api/v1/rooms/order");
        let order = order.json(&json!({ "by": by, "reversed": true }));
        assert!(order.send().await.expect("sent").status().is_success());
    }
    people.link(&["--apply"]);
    assert_eq!(rooms(&alix).await.order.by, RoomSort::Favourites);
}

/// Whoever can have any address written into a token must not get somebody else's rooms.
#[tokio::test]
async fn an_address_that_nobody_has_verified_links_nothing() {
    let people = Move::start().await;
    let before = people.portal.signed_in("Alix").await;
    before.create_room("Bureau").await;
    let email = "alix.martin@exemple.education.fr";
    for claims in [
        json!({ "email": email }),
        json!({ "email": email, "email_verified": false }),
        json!({}),
    ] {
        let thief = people.sign_in("thief", claims).await;
        let told = people.link(&["--apply"]);
        assert!(
            told.contains("0 accounts with 0 rooms were linked"),
            "{told}"
        );
        assert!(told.contains("1 accounts wait"), "{told}");
        assert_eq!(rooms(&thief).await.total, 0);
    }
    assert_eq!(rooms(&before).await.total, 1);
}

#[tokio::test]
async fn addresses_of_a_provider_that_administrators_trust_link_without_its_word() {
    let people = Move::start_with(&[("PARVIS_OIDC_AGENTS_TRUST_EMAIL", "true")]).await;
    let before = people.portal.signed_in("Alix").await;
    before.create_room("Bureau").await;
    let claims = json!({ "email": "alix.martin@exemple.education.fr" });
    let alix = people.sign_in("a", claims).await;
    people.link(&["--apply"]);
    assert_eq!(names(&rooms(&alix).await), ["Bureau"]);
}

#[tokio::test]
async fn two_accounts_of_one_provider_with_one_address_are_refused_and_named() {
    let people = Move::start().await;
    let before = people.portal.signed_in("Alix").await;
    before.create_room("Bureau").await;
    let claims = json!({ "email": "alix.martin@exemple.education.fr", "email_verified": true });
    people.sign_in("one", claims.clone()).await;
    people.sign_in("two", claims).await;
    let told = people.link(&["--apply"]);
    assert!(
        told.contains("alix.martin@exemple.education.fr: refused"),
        "{told}"
    );
    // Nor the other way round, where the former provider has two.
    let issuer = people.provider.issuer.as_str();
    let back = ["link-accounts", "--from", issuer, "--apply"];
    let back = people.portal.command(&back).expect("it runs");
    assert!(
        back.contains("alix.martin@exemple.education.fr: refused"),
        "{back}"
    );
    assert!(
        told.contains("0 accounts with 0 rooms were linked"),
        "{told}"
    );
    assert_eq!(rooms(&before).await.total, 1);
}

#[tokio::test]
async fn more_rooms_than_may_be_created_are_kept_all_the_same() {
    let people = Move::start_with(&[("PARVIS_MAX_ROOMS", "2")]).await;
    let before = people.portal.signed_in("Alix").await;
    for name in ["Un", "Deux"] {
        before.create_room(name).await;
    }
    let alix = people.alix().await;
    let last: Room = alix.create_room("Trois").await;
    let told = people.link(&["--apply"]);
    assert!(
        told.contains("3 in all (no more can be created above 2)"),
        "{told}"
    );
    assert_eq!(rooms(&alix).await.total, 3);
    let create = async || {
        alix.post("/api/v1/rooms", json!({ "name": "Quatre" }))
            .await
    };
    create().await.assert_problem(ProblemKind::RoomLimit);
    for room in &rooms(&alix).await.items {
        if room.id != last.id {
            alix.send(Method::DELETE, &address(room)).await;
        }
    }
    assert_eq!(create().await.status, StatusCode::CREATED);
}

/// The service runs meanwhile: a room that is being created belongs to the old account, and is moved, or to the
/// new one; none is lost.
#[tokio::test(flavor = "multi_thread")]
async fn rooms_that_are_created_while_accounts_are_linked_are_not_lost() {
    let people = Move::start().await;
    let before = people.portal.signed_in("Alix").await;
    let alix = people.alix().await;
    let mut created = 0;
    let creating = async {
        for number in 0..40 {
            let body = json!({ "name": format!("Salle {number}") });
            let answer = before.post("/api/v1/rooms", body).await;
            created += usize::from(answer.status == StatusCode::CREATED);
        }
    };
    let linking = async {
        let issuer = format!("{}/identity", people.portal.sandbox.base_url());
        for _ in 0..2 {
            people
                .after
                .command_beside(&["link-accounts", "--from", &issuer, "--apply"])
                .await
                .expect("it runs");
        }
    };
    tokio::join!(creating, linking);
    assert_eq!(names(&rooms(&alix).await).len(), created);
}

#[tokio::test]
async fn delegations_follow_the_person_and_nobody_is_a_delegate_of_an_own_room() {
    let people = Move::start().await;
    let before = people.portal.signed_in("Alix").await;
    let camille = people.portal.signed_in("Camille").await;
    let only_before = camille.create_room("Avant").await;
    let both = camille.create_room("Les deux").await;
    let own = before.create_room("À soi").await;
    let address_of_alix = "alix.martin@exemple.education.fr";
    for room in [&only_before, &both] {
        let added = camille.add_delegate(room, address_of_alix).await;
        assert_eq!(added.status, StatusCode::CREATED);
    }
    assert_eq!(rooms(&before).await.delegated, 2);
    let alix = people.alix().await;
    // As if the person had become one under another address as well, and of a room that is now their own.
    let claims = json!({ "email": "alix@exemple.fr", "email_verified": true });
    camille.add_delegate(&both, "alix@exemple.fr").await;
    before.add_delegate(&own, "alix@exemple.fr").await;
    let elsewhere = people.sign_in("another-subject", claims).await;
    assert_eq!(rooms(&elsewhere).await.delegated, 2);
    people.alix().await;

    people.link(&["--apply"]);
    let page = rooms(&alix).await;
    assert_eq!((page.total, page.delegated), (3, 2));
    let mut listed = names(&page);
    listed.sort_unstable();
    assert_eq!(listed, ["Avant", "Les deux", "À soi"]);
    let is_own = |room: &&Room| room.owner.is_none();
    let own = page.items.iter().find(is_own).expect("an own room");
    assert_eq!((&*own.name, own.delegates), ("À soi", 0));
}

#[tokio::test]
async fn the_badge_of_a_meeting_that_runs_is_the_new_account_s_once_linked() {
    let people = Move::start().await;
    let before = people.portal.signed_in("Alix").await;
    let room = before.create_room("Bureau").await;
    let [moderator, ..] = before.secrets(&room).await;
    let guest = people.after.visitor();
    let door = guest.join(&moderator, "Zoé").await.expect("let in");
    let _connected = guest.enter(&people.after, &door).await;
    let alix = people.alix().await;
    let mut live = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
    assert!(live.next::<Live>("live").await.rooms.is_empty());
    people.link(&["--apply"]);
    let told = live.next::<Live>("live").await;
    assert_eq!(told.rooms[0].id, room.id);
}

#[tokio::test]
async fn the_provider_of_now_is_not_taken_for_the_one_of_before() {
    let people = Move::start().await;
    let issuer = people.provider.issuer.clone();
    let refused = people.after.command(&["link-accounts", "--from", &issuer]);
    let refused = refused.expect_err("refused");
    assert!(
        refused.contains("is the issuer of the current provider"),
        "{refused}"
    );
}

/// An address that is told in userinfo alone is asked for, and one that is no longer told is forgotten.
#[tokio::test]
async fn an_address_is_kept_for_as_long_as_the_provider_tells_it_and_never_for_attendees() {
    let people = Move::start().await;
    people.provider.behaviour().userinfo =
        json!({ "sub": "alix", "email": "a@exemple.fr", "email_verified": true });
    people.sign_in("alix", json!({})).await;
    assert!(people.after.database_text().await.contains("a@exemple.fr"));
    // An endpoint that fails says nothing of the address.
    people.provider.behaviour().userinfo = json!({ "sub": "somebody else" });
    people.sign_in("alix", json!({})).await;
    assert!(people.after.database_text().await.contains("a@exemple.fr"));
    people.provider.behaviour().userinfo = json!({ "sub": "alix" });
    people.sign_in("alix", json!({})).await;
    assert!(!people.after.database_text().await.contains("a@exemple.fr"));
    let noe = people.portal.visitor();
    noe.sign_in_as_attendee("noe").await;
    assert!(!people.after.database_text().await.contains("noe.laurent@"));
}

#[tokio::test]
async fn recordings_that_were_seen_before_the_move_are_not_new_after_it() {
    let people = Move::start().await;
    let before = people.portal.signed_in("Alix").await;
    let (seen, unseen) = (
        before.create_room("Bureau").await,
        before.create_room("Atelier").await,
    );
    people.portal.recording_ready(&seen, "a-1").await;
    people.portal.recording_ready(&unseen, "b-1").await;
    before.see_recordings(&seen).await;
    let alix = people.alix().await;
    people.link(&["--apply"]);
    let mut page = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
    let is_told = |live: &Live| live.new_recordings == [unseen.id];
    page.next_that::<Live>("live", is_told).await;
}

//! Delegations that wait for an address, and who takes them.

use std::time::Duration;

use parvis_contract::delegate::Delegate;
use parvis_contract::room::Room;
use serde_json::{Value, json};

use super::{delegates, portal_with, rooms};
use crate::support::{CAMILLE, Person, Portal, Provider, address};

const SHARED: &str = "secretariat@exemple.fr";

/// A portal whose agents' provider is `provider`.
async fn portal_of(provider: &Provider) -> Portal {
    portal_with(&[("PARVIS_OIDC_AGENTS_ISSUER", &provider.issuer)]).await
}

/// Signs in somebody with this address, verified or not.
async fn sign_in(
    provider: &Provider,
    portal: &Portal,
    subject: &str,
    email: &str,
    verified: bool,
) -> Person {
    provider.behaviour().id_token =
        json!({ "sub": subject, "name": subject, "email": email, "email_verified": verified });
    let person = portal.visitor();
    let back = provider.sign_in(&person).await;
    assert!(!back.location().contains("sign-in="), "{}", back.location());
    person
}

/// How many delegated rooms somebody has.
async fn count(person: &Person) -> u64 {
    rooms(person).await.delegated
}

#[tokio::test]
async fn whoever_signs_in_with_the_address_has_the_room_and_is_active_from_then_on() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    alix.add_delegate(&room, "Camille.DURAND@exemple.education.fr")
        .await
        .json::<Delegate>();
    assert!(!delegates(&alix, &room).await.items[0].is_active);
    let camille = portal.signed_in("Camille").await;
    // Even before the rooms are listed.
    assert!(camille.get(&address(&room)).await.status.is_success());
    let listed = rooms(&camille).await;
    assert_eq!((listed.total, listed.delegated), (1, 1));
    assert_eq!(listed.items[0].owner.as_deref(), Some("Alix Martin"));
    let taken = delegates(&alix, &room).await.items;
    assert_eq!(taken[0].name.as_deref(), Some("Camille Durand"));
    assert!(taken[0].is_active);
    assert_eq!(taken[0].email, "Camille.DURAND@exemple.education.fr");
}

#[tokio::test]
async fn whoever_is_signed_in_has_the_room_with_the_next_list_and_the_first_page() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    for (path, pointer) in [
        ("/api/v1/rooms", "/total"),
        ("/api/v1/bootstrap", "/rooms/total"),
    ] {
        let room = alix.create_room(path).await;
        let before: Value = camille.get(path).await.json();
        let before = before
            .pointer(pointer)
            .and_then(Value::as_u64)
            .expect("a number");
        alix.add_delegate(&room, CAMILLE).await.json::<Delegate>();
        assert!(!delegates(&alix, &room).await.items[0].is_active);
        let after: Value = camille.get(path).await.json();
        assert_eq!(after.pointer(pointer), Some(&json!(before + 1)), "{path}");
        assert!(delegates(&alix, &room).await.items[0].is_active);
    }
}

#[tokio::test]
async fn an_address_that_the_provider_has_not_verified_takes_nothing() {
    let provider = Provider::start().await;
    let portal = portal_of(&provider).await;
    let owner = sign_in(&provider, &portal, "owner", "owner@exemple.fr", true).await;
    let room = owner.create_room("Une").await;
    owner.add_delegate(&room, SHARED).await.json::<Delegate>();
    let impostor = sign_in(&provider, &portal, "impostor", SHARED, false).await;
    assert_eq!(count(&impostor).await, 0);
    assert!(!delegates(&owner, &room).await.items[0].is_active);
    let agent = sign_in(&provider, &portal, "agent", SHARED, true).await;
    assert_eq!(count(&agent).await, 1);
}

#[tokio::test]
async fn somebody_at_the_attendees_provider_takes_nothing() {
    let portal = portal_with(&[("PARVIS_OIDC_ATTENDEES_SCOPES", "openid profile email")]).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    alix.add_delegate(&room, "noe.laurent@exemple.education.fr")
        .await
        .json::<Delegate>();
    portal.visitor().sign_in_as_attendee("noe").await;
    assert!(!delegates(&alix, &room).await.items[0].is_active);
}

/// Two accounts of one address: one takes each delegation, and keeps it.
#[tokio::test]
async fn of_two_accounts_with_one_address_exactly_one_takes_each_delegation() {
    let provider = Provider::start().await;
    let portal = portal_of(&provider).await;
    let owner = sign_in(&provider, &portal, "owner", "owner@exemple.fr", true).await;
    let first = sign_in(&provider, &portal, "first", SHARED, true).await;
    let second = sign_in(&provider, &portal, "second", SHARED, true).await;
    let mut taken = Vec::new();
    for round in 0..20 {
        let room = owner.create_room(&format!("Salle {round}")).await;
        owner.add_delegate(&room, SHARED).await.json::<Delegate>();
        tokio::join!(rooms(&first), rooms(&second));
        let has = async |person: &Person, room: &Room| {
            rooms(person)
                .await
                .items
                .iter()
                .any(|own| own.id == room.id)
        };
        let both = [has(&first, &room).await, has(&second, &room).await];
        assert_eq!(both.iter().filter(|has| **has).count(), 1, "round {round}");
        assert_eq!(delegates(&owner, &room).await.items.len(), 1);
        taken.push((room, both));
    }
    for (room, both) in taken {
        for (person, has) in [&first, &second].into_iter().zip(both) {
            let answer = person.get(&address(&room)).await;
            assert_eq!(
                answer.status.is_success(),
                has,
                "it stays with who has taken it"
            );
        }
    }
}

#[tokio::test]
async fn a_delegation_stays_with_the_account_whatever_addresses_become() {
    let provider = Provider::start().await;
    let portal = portal_of(&provider).await;
    let owner = sign_in(&provider, &portal, "owner", "owner@exemple.fr", true).await;
    let room = owner.create_room("Une").await;
    owner.add_delegate(&room, SHARED).await.json::<Delegate>();
    assert_eq!(
        count(&sign_in(&provider, &portal, "agent", SHARED, true).await).await,
        1
    );
    let moved = sign_in(&provider, &portal, "agent", "autre@exemple.fr", true).await;
    assert_eq!(count(&moved).await, 1);
    let successor = sign_in(&provider, &portal, "successor", SHARED, true).await;
    assert_eq!(count(&successor).await, 0);
    // Named under a second address, the account is still one delegate.
    portal.pass(Duration::from_secs(1));
    owner
        .add_delegate(&room, "autre@exemple.fr")
        .await
        .json::<Delegate>();
    assert_eq!(count(&moved).await, 1);
    let active: Vec<bool> = delegates(&owner, &room)
        .await
        .items
        .iter()
        .map(|delegate| delegate.is_active)
        .collect();
    assert_eq!(active, [true, false]);
}

#[tokio::test]
async fn an_owner_whose_address_is_known_later_is_no_delegate_of_an_own_room() {
    let provider = Provider::start().await;
    let portal = portal_of(&provider).await;
    let owner = sign_in(&provider, &portal, "owner", SHARED, false).await;
    let room = owner.create_room("Une").await;
    owner.add_delegate(&room, SHARED).await.json::<Delegate>();
    let owner = sign_in(&provider, &portal, "owner", SHARED, true).await;
    let listed = rooms(&owner).await;
    assert_eq!((listed.total, listed.delegated), (1, 0));
    assert_eq!(listed.items[0].owner, None);
}

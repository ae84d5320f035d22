//! Identity providers: what differs between them.

mod failures;
mod sign_out;

use std::time::Duration;

use jsonwebtoken::Algorithm;
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal, Provider};

/// A portal with that provider, and further variables of it.
async fn portal(provider: &Provider, variables: &[(&str, &str)]) -> Portal {
    let own = [("PARVIS_OIDC_AGENTS_ISSUER", provider.issuer.as_str())];
    Portal::builder()
        .variables(&[&own, variables].concat())
        .start()
        .await
}

/// The name of whoever is signed in.
async fn name(person: &Person) -> Option<String> {
    let bootstrap: Value = person.get("/api/v1/bootstrap").await.json();
    bootstrap["account"]["name"].as_str().map(str::to_owned)
}

/// Signs somebody in; answers the name that the portal then shows.
async fn signed_in(portal: &Portal, provider: &Provider) -> Option<String> {
    let person = portal.visitor();
    provider.sign_in(&person).await;
    name(&person).await
}

/// Why nobody is signed in.
async fn trouble(portal: &Portal, provider: &Provider) -> String {
    let person = portal.visitor();
    let word = told(&provider.sign_in(&person).await);
    assert_eq!(name(&person).await, None);
    word
}

/// The word by which the portal's page tells somebody why they are not signed in.
fn told(answer: &Answer) -> String {
    let (_, word) = answer.location().split_once("/?sign-in=").expect("a word");
    word.to_owned()
}

#[tokio::test]
async fn scopes_and_parameters_are_those_that_are_configured() {
    let provider = Provider::start().await;
    let variables = [
        (
            "PARVIS_OIDC_AGENTS_SCOPES",
            "openid given_name usual_name email",
        ),
        ("PARVIS_OIDC_AGENTS_ACR_VALUES", "eidas1 eidas2"),
        (
            "PARVIS_OIDC_AGENTS_PARAMETERS",
            "prompt=login&idp_hint=a%20b",
        ),
    ];
    let portal = portal(&provider, &variables).await;
    let address = provider.address(&portal.visitor()).await;
    let query = |name: &str| {
        let all: Vec<_> = address
            .query_pairs()
            .filter(|(own, _)| own == name)
            .collect();
        assert_eq!(all.len(), 1, "{name}: {address}");
        all[0].1.clone().into_owned()
    };
    assert_eq!(query("scope"), "openid given_name usual_name email");
    assert_eq!(query("acr_values"), "eidas1 eidas2");
    assert_eq!(query("prompt"), "login");
    assert_eq!(query("idp_hint"), "a b");
    assert_eq!(query("code_challenge_method"), "S256");
}

#[tokio::test]
async fn a_provider_that_signs_userinfo_and_names_families_otherwise_signs_people_in() {
    let provider = Provider::start().await;
    {
        let mut behaviour = provider.behaviour();
        behaviour.userinfo = json!({
            "sub": "alix", "iss": provider.issuer, "aud": "parvis",
            "given_name": "Alix", "usual_name": "MARTIN", "siret": "1",
        });
        behaviour.userinfo_algorithm = Some(Algorithm::ES256);
    }
    let portal = portal(&provider, &[]).await;
    assert_eq!(
        signed_in(&portal, &provider).await.as_deref(),
        Some("Alix MARTIN")
    );
}

#[tokio::test]
async fn names_are_read_from_the_claims_that_administrators_name() {
    let provider = Provider::start().await;
    provider.behaviour().id_token = json!({
        "name": "amartin", "displayName": "Alix Martin", "prenom": "Alix", "nom": "Martin-Duval",
    });
    let whole = [("PARVIS_OIDC_AGENTS_CLAIM_NAME", "fullName displayName")];
    let portal_of_whole = portal(&provider, &whole).await;
    let shown = signed_in(&portal_of_whole, &provider).await;
    assert_eq!(shown.as_deref(), Some("Alix Martin"));
    let parts = [
        ("PARVIS_OIDC_AGENTS_CLAIM_NAME", "fullName"),
        ("PARVIS_OIDC_AGENTS_CLAIM_GIVEN_NAME", "prenom"),
        ("PARVIS_OIDC_AGENTS_CLAIM_FAMILY_NAME", "nom"),
    ];
    let portal_of_parts = portal(&provider, &parts).await;
    let shown = signed_in(&portal_of_parts, &provider).await;
    assert_eq!(shown.as_deref(), Some("Alix Martin-Duval"));
}

#[tokio::test]
async fn userinfo_signed_with_the_client_s_secret_is_believed_where_administrators_say_so() {
    let provider = Provider::start().await;
    {
        let mut behaviour = provider.behaviour();
        behaviour.userinfo = json!({ "sub": "alix", "name": "Alix" });
        behaviour.userinfo_algorithm = Some(Algorithm::HS256);
    }
    let silent = portal(&provider, &[]).await;
    assert_eq!(trouble(&silent, &provider).await, "unusable");
    let named = [("PARVIS_OIDC_AGENTS_USERINFO_ALGORITHMS", "ES256 HS256")];
    let portal = portal(&provider, &named).await;
    assert_eq!(signed_in(&portal, &provider).await.as_deref(), Some("Alix"));
}

#[tokio::test]
async fn what_userinfo_says_of_somebody_else_is_not_believed() {
    let provider = Provider::start().await;
    provider.behaviour().userinfo = json!({ "sub": "sacha", "name": "Sacha" });
    let portal = portal(&provider, &[]).await;
    assert_eq!(trouble(&portal, &provider).await, "unusable");
    let signed_for_others = json!({ "sub": "alix", "name": "Alix", "aud": "another" });
    {
        let mut behaviour = provider.behaviour();
        behaviour.userinfo = signed_for_others;
        behaviour.userinfo_algorithm = Some(Algorithm::ES256);
    }
    assert_eq!(trouble(&portal, &provider).await, "unusable");
}

#[tokio::test]
async fn a_name_comes_from_wherever_there_is_one() {
    let provider = Provider::start().await;
    let portal = portal(&provider, &[]).await;
    for (id_token, shown) in [
        (json!({ "name": "Alix Martin" }), Some("Alix Martin")),
        (json!({ "preferred_username": "amartin" }), Some("amartin")),
        (json!({ "upn": "alix@exemple.fr" }), Some("alix@exemple.fr")),
        (
            json!({ "email": "alix@exemple.fr" }),
            Some("alix@exemple.fr"),
        ),
        (json!({ "name": "A\u{200b}l\u{202e}ix" }), Some("Alix")),
    ] {
        provider.behaviour().id_token = id_token;
        assert_eq!(signed_in(&portal, &provider).await.as_deref(), shown);
    }
    provider.behaviour().id_token = json!({ "name": "\u{200b}" });
    assert_eq!(trouble(&portal, &provider).await, "unusable");
}

#[tokio::test]
async fn a_userinfo_endpoint_that_says_nothing_keeps_nobody_out_who_has_a_name() {
    let provider = Provider::start().await;
    {
        let mut behaviour = provider.behaviour();
        behaviour.id_token = json!({ "preferred_username": "alix@exemple.fr" });
        behaviour.userinfo = json!({ "sub": "alix" });
    }
    let portal = portal(&provider, &[]).await;
    let shown = Some("alix@exemple.fr");
    assert_eq!(signed_in(&portal, &provider).await.as_deref(), shown);
    provider.behaviour().metadata =
        json!({ "userinfo_endpoint": format!("{}/gone", provider.issuer) });
    portal.pass(Duration::from_hours(2));
    provider.behaviour().id_token["exp"] = json!(4_000_000_000_i64);
    assert_eq!(signed_in(&portal, &provider).await.as_deref(), shown);
}

#[tokio::test]
async fn a_token_for_a_project_as_well_is_believed_where_administrators_trust_it() {
    let provider = Provider::start().await;
    provider.behaviour().id_token =
        json!({ "name": "Alix", "aud": ["project", "parvis"], "azp": "parvis" });
    let silent = portal(&provider, &[]).await;
    assert_eq!(trouble(&silent, &provider).await, "unusable");
    let trusting = portal(&provider, &[("PARVIS_OIDC_AGENTS_AUDIENCES", "project")]).await;
    assert_eq!(
        signed_in(&trusting, &provider).await.as_deref(),
        Some("Alix")
    );
}

#[tokio::test]
async fn claims_of_no_use_to_the_portal_keep_nobody_out() {
    let provider = Provider::start().await;
    provider.behaviour().id_token = json!({
        "name": "Alix", "email_verified": "true", "updated_at": "2026-01-01T00:00:00Z", "address": "x",
        "iat": "yesterday",
    });
    let portal = portal(&provider, &[]).await;
    assert_eq!(signed_in(&portal, &provider).await.as_deref(), Some("Alix"));
}

#[tokio::test]
async fn a_provider_that_takes_the_secret_in_the_body_alone_is_given_it_there() {
    let provider = Provider::start().await;
    {
        let mut behaviour = provider.behaviour();
        behaviour.id_token = json!({ "name": "Alix" });
        behaviour.metadata =
            json!({ "token_endpoint_auth_methods_supported": ["client_secret_post"] });
    }
    let in_body = portal(&provider, &[]).await;
    assert_eq!(
        signed_in(&in_body, &provider).await.as_deref(),
        Some("Alix")
    );
    {
        let requests = provider.requests();
        assert_eq!(requests.code.1, None);
        assert!(
            requests.code.0.contains("client_secret=client+secret"),
            "{}",
            requests.code.0
        );
    }
    provider.behaviour().metadata = json!({});
    let in_header = portal(&provider, &[]).await;
    assert_eq!(
        signed_in(&in_header, &provider).await.as_deref(),
        Some("Alix")
    );
    let requests = provider.requests();
    assert!(
        requests
            .code
            .1
            .as_ref()
            .is_some_and(|own| own.starts_with("Basic "))
    );
    assert!(
        !requests.code.0.contains("client_secret"),
        "{}",
        requests.code.0
    );
}

#[tokio::test]
async fn new_keys_are_fetched_once_for_all_that_they_have_signed() {
    let provider = Provider::start().await;
    {
        let mut behaviour = provider.behaviour();
        behaviour.userinfo = json!({ "sub": "alix", "name": "Alix" });
        behaviour.userinfo_algorithm = Some(Algorithm::ES256);
    }
    let portal = portal(&provider, &[]).await;
    assert_eq!(signed_in(&portal, &provider).await.as_deref(), Some("Alix"));
    assert_eq!(provider.requests().keys, 1);
    provider.replace_key();
    assert_eq!(signed_in(&portal, &provider).await.as_deref(), Some("Alix"));
    assert_eq!(provider.requests().keys, 2);
    provider.lose_key("third");
    assert_eq!(trouble(&portal, &provider).await, "unusable");
    assert_eq!(provider.requests().keys, 3);
}

#[tokio::test]
async fn a_token_that_somebody_else_has_signed_signs_nobody_in() {
    let provider = Provider::start().await;
    provider.behaviour().id_token = json!({ "name": "Alix" });
    let portal = portal(&provider, &[]).await;
    // Under the name of a key that is published.
    provider.lose_key("first");
    assert_eq!(trouble(&portal, &provider).await, "unusable");
    // With the client's secret, where the provider signs with a key.
    provider.behaviour().id_token_algorithm = Algorithm::HS256;
    assert_eq!(trouble(&portal, &provider).await, "unusable");
}

#[tokio::test]
async fn a_token_signed_with_the_client_s_secret_is_believed_where_the_provider_says_so() {
    let provider = Provider::start().await;
    {
        let mut behaviour = provider.behaviour();
        behaviour.id_token = json!({ "name": "Alix" });
        behaviour.id_token_algorithm = Algorithm::HS256;
        behaviour.metadata =
            json!({ "id_token_signing_alg_values_supported": ["HS256", "unknown"] });
    }
    let portal = portal(&provider, &[]).await;
    assert_eq!(signed_in(&portal, &provider).await.as_deref(), Some("Alix"));
}

#[tokio::test]
async fn a_description_is_requested_once_however_many_wait_for_it() {
    let provider = Provider::start().await;
    provider.behaviour().delay = Duration::from_millis(300);
    let portal = portal(&provider, &[]).await;
    let people: Vec<_> = (0..8).map(|_| portal.visitor()).collect();
    let all = people.iter().map(|person| provider.address(person));
    let addresses = futures_util::future::join_all(all).await;
    assert_eq!(addresses.len(), 8);
    assert_eq!(provider.requests().descriptions, 1);
}

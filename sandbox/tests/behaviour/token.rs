//! Tokens: who gets them, what they say, that they verify.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use p256::EncodedPoint;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use parvis_sandbox::SandboxConfig;
use reqwest::Response;
use serde_json::{Value, json};

use crate::portal::{CLIENT_SECRET, Portal, config};
use crate::sign_in::{NONCE, VERIFIER, part};

async fn check_refused(response: Response, status: u16, error: &str) {
    assert_eq!(response.status(), status);
    assert_eq!(
        response.json::<Value>().await.expect("JSON")["error"],
        error
    );
}

/// The key of a provider, read from its JSON Web Key Set.
async fn published_key(portal: &Portal, provider: &str) -> VerifyingKey {
    let url = portal.url(&format!("/{provider}/jwks"));
    let keys: Value = portal.get(&url).await.json().await.expect("JSON");
    let key = &keys["keys"][0];
    assert_eq!((&key["kty"], &key["crv"]), (&json!("EC"), &json!("P-256")));
    let coordinate = |name: &str| {
        let bytes = BASE64URL
            .decode(key[name].as_str().expect("text"))
            .expect("base64url");
        *p256::FieldBytes::from_slice(&bytes)
    };
    let point = EncodedPoint::from_affine_coordinates(&coordinate("x"), &coordinate("y"), false);
    VerifyingKey::from_encoded_point(&point).expect("a key")
}

fn verifies(token: &str, key: &VerifyingKey) -> bool {
    let (signed, signature) = token.rsplit_once('.').expect("three parts");
    let signature = BASE64URL.decode(signature).expect("base64url");
    let signature = Signature::from_slice(&signature).expect("a signature");
    key.verify(signed.as_bytes(), &signature).is_ok()
}

#[tokio::test]
async fn a_sign_in_gives_an_id_token_that_verifies() {
    let portal = Portal::start().await;
    let tokens = portal.tokens("identity", "alix").await;
    assert_eq!(tokens["token_type"], "Bearer");
    let id_token = tokens["id_token"].as_str().expect("text");
    assert!(verifies(
        id_token,
        &published_key(&portal, "identity").await
    ));
    assert!(!verifies(
        id_token,
        &published_key(&portal, "identity-attendees").await
    ));
    assert_eq!(part(id_token, 0)["alg"], "ES256");

    let claims = part(id_token, 1);
    for (name, value) in [
        ("iss", portal.url("/identity").as_str()),
        ("sub", "alix"),
        ("aud", "parvis"),
        ("nonce", NONCE),
        ("name", "Alix Martin"),
        ("given_name", "Alix"),
        ("family_name", "Martin"),
        ("preferred_username", "alix"),
        ("email", "alix.martin@exemple.education.fr"),
    ] {
        assert_eq!(claims[name], value, "{name}");
    }
    assert!(claims["exp"].as_u64() > claims["iat"].as_u64());
    assert!(claims["auth_time"].is_u64());
}

#[tokio::test]
async fn the_access_token_is_a_signed_token_for_the_client_too() {
    let portal = Portal::start().await;
    let tokens = portal.tokens("identity", "camille").await;
    let token = tokens["access_token"].as_str().expect("text");
    assert!(verifies(token, &published_key(&portal, "identity").await));
    let claims = part(token, 1);
    assert_eq!(claims["iss"], portal.url("/identity"));
    assert_eq!(
        (&claims["sub"], &claims["aud"]),
        (&json!("camille"), &json!("parvis"))
    );
    assert!(claims["exp"].is_u64());
}

#[tokio::test]
async fn the_client_may_authenticate_in_the_header() {
    let portal = Portal::start().await;
    let code = portal.code("identity-attendees", "noe").await;
    let secret: String = form_urlencoded::byte_serialize(CLIENT_SECRET.as_bytes()).collect();
    let form = [
        ("grant_type", "authorization_code"),
        ("code", &code),
        ("redirect_uri", crate::portal::CALLBACK),
        ("code_verifier", VERIFIER),
    ];
    let request = portal.browser.post(portal.url("/identity-attendees/token"));
    let request = request.basic_auth("parvis", Some(secret)).form(&form);
    let tokens: Value = request
        .send()
        .await
        .expect("an answer")
        .json()
        .await
        .expect("JSON");
    assert_eq!(
        part(tokens["id_token"].as_str().expect("text"), 1)["name"],
        "Noé Laurent"
    );
}

#[tokio::test]
async fn a_wrong_verifier_is_refused_and_uses_the_code_up() {
    let portal = Portal::start().await;
    let code = portal.code("identity", "alix").await;
    let wrong = VERIFIER.replace('d', "e");
    let response = portal
        .redeem("identity", &code, &[("code_verifier", &wrong)])
        .await;
    check_refused(response, 400, "invalid_grant").await;
    check_refused(
        portal.redeem("identity", &code, &[]).await,
        400,
        "invalid_grant",
    )
    .await;
}

#[tokio::test]
async fn a_code_is_good_once() {
    let portal = Portal::start().await;
    let code = portal.code("identity", "alix").await;
    assert_eq!(portal.redeem("identity", &code, &[]).await.status(), 200);
    check_refused(
        portal.redeem("identity", &code, &[]).await,
        400,
        "invalid_grant",
    )
    .await;
}

#[tokio::test]
async fn a_code_is_good_at_its_provider_and_for_its_address_only() {
    let portal = Portal::start().await;
    let code = portal.code("identity", "alix").await;
    let elsewhere = portal.redeem("identity-attendees", &code, &[]).await;
    check_refused(elsewhere, 400, "invalid_grant").await;
    let other = [("redirect_uri", "http://portal.test/other")];
    check_refused(
        portal.redeem("identity", &code, &other).await,
        400,
        "invalid_grant",
    )
    .await;
}

#[tokio::test]
async fn a_code_that_has_expired_is_refused() {
    let lifetime = Duration::ZERO;
    let portal = Portal::start_with(SandboxConfig {
        code_lifetime: lifetime,
        ..config()
    })
    .await;
    let code = portal.code("identity", "alix").await;
    check_refused(
        portal.redeem("identity", &code, &[]).await,
        400,
        "invalid_grant",
    )
    .await;
}

#[tokio::test]
async fn requests_of_another_form_are_refused_as_the_rfc_says() {
    let portal = Portal::start().await;
    for (replaced, status, error) in [
        (("client_secret", "wrong"), 401, "invalid_client"),
        (("client_id", "other"), 401, "invalid_client"),
        (("grant_type", "password"), 400, "unsupported_grant_type"),
        (("grant_type", ""), 400, "invalid_request"),
        (("code", ""), 400, "invalid_request"),
        (("code_verifier", ""), 400, "invalid_grant"),
    ] {
        let code = portal.code("identity", "alix").await;
        let response = portal.redeem("identity", &code, &[replaced]).await;
        check_refused(response, status, error).await;
    }
}

async fn userinfo(portal: &Portal, token: &str) -> Response {
    let request = portal.browser.get(portal.url("/identity/userinfo"));
    request.bearer_auth(token).send().await.expect("an answer")
}

#[tokio::test]
async fn userinfo_answers_the_bearer_of_an_access_token_only() {
    let portal = Portal::start().await;
    let tokens = portal.tokens("identity", "alix").await;
    let text = |name: &str| tokens[name].as_str().expect("text").to_owned();
    let claims: Value = userinfo(&portal, &text("access_token"))
        .await
        .json()
        .await
        .expect("JSON");
    assert_eq!(claims["sub"], "alix");
    assert_eq!(claims["email"], "alix.martin@exemple.education.fr");

    assert_eq!(userinfo(&portal, &text("id_token")).await.status(), 401);
    let attendee = portal.tokens("identity-attendees", "alix").await;
    let foreign = attendee["access_token"].as_str().expect("text");
    assert_eq!(userinfo(&portal, foreign).await.status(), 401);
    let response = portal.get(&portal.url("/identity/userinfo")).await;
    assert_eq!(response.headers()["www-authenticate"], "Bearer");
}

#[tokio::test]
async fn an_access_token_that_has_expired_is_refused() {
    let portal = Portal::start_with(SandboxConfig {
        access_token_lifetime: Duration::ZERO,
        ..config()
    });
    let portal = portal.await;
    let tokens = portal.tokens("identity", "alix").await;
    let token = tokens["access_token"].as_str().expect("text");
    assert_eq!(userinfo(&portal, token).await.status(), 401);
}

//! Introspection of access tokens: for the registered client alone, and whatever is not active is reported alike.

use std::time::Duration;

use parvis_sandbox::SandboxConfig;
use reqwest::Response;
use serde_json::{Value, json};

use crate::portal::{CLIENT_SECRET, Portal, config};

async fn asked(portal: &Portal, provider: &str, form: &[(&str, &str)]) -> Response {
    let request = portal
        .browser
        .post(portal.url(&format!("/{provider}/introspect")));
    let answer = request.form(form).send().await;
    answer.expect("an answer")
}

/// What the client is told about a token.
async fn told(portal: &Portal, provider: &str, token: &str) -> Value {
    let client = [("client_id", "parvis"), ("client_secret", CLIENT_SECRET)];
    let form = [&[("token", token)], &client[..]].concat();
    let answer = asked(portal, provider, &form).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["cache-control"], "no-store");
    answer.json().await.expect("JSON")
}

#[tokio::test]
async fn the_client_is_told_whose_an_access_token_is_and_for_whom() {
    let portal = Portal::start().await;
    let tokens = portal.tokens("identity", "alix").await;
    let token = tokens["access_token"].as_str().expect("text");
    let told = told(&portal, "identity", token).await;
    assert_eq!(told["active"], true);
    for (name, value) in [
        ("sub", "alix"),
        ("aud", "parvis"),
        ("client_id", "parvis"),
        ("token_type", "Bearer"),
        ("iss", portal.url("/identity").as_str()),
    ] {
        assert_eq!(told[name], value, "{name}");
    }
    assert!(told["scope"].as_str().expect("text").contains("openid"));
    assert!(told["exp"].as_u64() > told["iat"].as_u64());
}

#[tokio::test]
async fn nothing_else_is_active() {
    let portal = Portal::start().await;
    let tokens = portal.tokens("identity", "alix").await;
    let text = |name: &str| tokens[name].as_str().expect("text").to_owned();
    let inactive = json!({ "active": false });
    assert_eq!(told(&portal, "identity", "forged").await, inactive);
    assert_eq!(told(&portal, "identity", &text("id_token")).await, inactive);
    let elsewhere = told(&portal, "identity-attendees", &text("access_token")).await;
    assert_eq!(elsewhere, inactive);
    let portal = Portal::start_with(SandboxConfig {
        access_token_lifetime: Duration::ZERO,
        ..config()
    })
    .await;
    let tokens = portal.tokens("identity", "alix").await;
    let expired = tokens["access_token"].as_str().expect("text");
    assert_eq!(told(&portal, "identity", expired).await, inactive);
}

#[tokio::test]
async fn only_the_client_is_told_anything() {
    let portal = Portal::start().await;
    for (form, status, error) in [
        (vec![("token", "x")], 401, "invalid_client"),
        (
            vec![
                ("token", "x"),
                ("client_id", "parvis"),
                ("client_secret", "wrong"),
            ],
            401,
            "invalid_client",
        ),
        (
            vec![("client_id", "parvis"), ("client_secret", CLIENT_SECRET)],
            400,
            "invalid_request",
        ),
    ] {
        let answer = asked(&portal, "identity", &form).await;
        assert_eq!(answer.status(), status);
        assert_eq!(answer.json::<Value>().await.expect("JSON")["error"], error);
    }
}

#[tokio::test]
async fn the_description_names_the_endpoint() {
    let portal = Portal::start().await;
    let address = portal.url("/identity/.well-known/openid-configuration");
    let description: Value = portal.get(&address).await.json().await.expect("JSON");
    assert_eq!(
        description["introspection_endpoint"],
        portal.url("/identity/introspect")
    );
}

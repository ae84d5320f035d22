//! Identity providers that fail, refuse, or answer what cannot be used: who is told what.

use std::time::Duration;

use parvis_sandbox::Fault;
use reqwest::StatusCode;
use serde_json::json;

use super::{portal, signed_in, told, trouble};
use crate::support::Provider;

const DESCRIPTION: &str = "/.well-known/openid-configuration";

#[tokio::test]
async fn a_provider_that_fails_is_not_asked_again_for_two_seconds() {
    let provider = Provider::start().await;
    provider.behaviour().is_down = true;
    let portal = portal(&provider, &[]).await;
    let word = async || told(&portal.visitor().get("/auth/sign-in").await);
    for _ in 0..3 {
        assert_eq!(word().await, "unavailable");
    }
    assert_eq!(provider.requests().descriptions, 1);
    portal.pass(Duration::from_secs(2));
    {
        let mut behaviour = provider.behaviour();
        behaviour.is_down = false;
        behaviour.metadata = json!({ "issuer": "https://another.example" });
    }
    assert_eq!(word().await, "unusable");
    portal.pass(Duration::from_secs(2));
    // Tokens and keys in clear, of a provider that is reached by HTTPS elsewhere.
    provider.behaviour().metadata = json!({ "jwks_uri": "ftp://127.0.0.1/jwks" });
    assert_eq!(word().await, "unusable");
    portal.pass(Duration::from_secs(2));
    provider.behaviour().metadata = json!({});
    provider.address(&portal.visitor()).await;
    assert_eq!(provider.requests().descriptions, 4);
}

#[tokio::test]
async fn who_can_do_something_is_told_apart_from_who_cannot() {
    let provider = Provider::start().await;
    let portal = portal(&provider, &[]).await;
    let oauth = |code: &str| json!({ "error": code, "error_description": "Alix" }).to_string();
    for (status, answer, word) in [
        (StatusCode::BAD_GATEWAY, "<html>".to_owned(), "unavailable"),
        (
            StatusCode::SERVICE_UNAVAILABLE,
            String::new(),
            "unavailable",
        ),
        (StatusCode::TOO_MANY_REQUESTS, String::new(), "unavailable"),
        (StatusCode::BAD_REQUEST, oauth("invalid_grant"), "refused"),
        (
            StatusCode::UNAUTHORIZED,
            oauth("invalid_client"),
            "unusable",
        ),
        (StatusCode::OK, "{}".to_owned(), "unusable"),
        (StatusCode::OK, "<html>".to_owned(), "unusable"),
        (StatusCode::OK, "x".repeat(2_000_000), "unusable"),
    ] {
        provider.behaviour().token_answer = Some((status, answer.clone()));
        let shown: String = answer.chars().take(60).collect();
        assert_eq!(trouble(&portal, &provider).await, word, "{status} {shown}");
    }
}

/// Whatever endpoint fails in whatever way, the person is told, and one that works again signs in.
#[tokio::test]
async fn a_provider_that_hangs_breaks_off_redirects_or_floods_keeps_nobody_waiting() {
    let word = async |path: &'static str, fault: Fault| {
        let provider = Provider::start().await;
        // Names are in userinfo alone.
        provider.behaviour().userinfo = json!({ "sub": "alix", "name": "Alix" });
        let portal = portal(&provider, &[]).await;
        provider.behaviour().fault = Some((path, fault));
        // The keys are fetched with the description, before anybody is sent there.
        let word = if [DESCRIPTION, "/jwks"].contains(&path) {
            told(&portal.visitor().get("/auth/sign-in").await)
        } else {
            trouble(&portal, &provider).await
        };
        assert_eq!(provider.requests().redirected, 0, "{path} {fault:?}");
        provider.behaviour().fault = None;
        portal.pass(Duration::from_secs(2));
        assert_eq!(signed_in(&portal, &provider).await.as_deref(), Some("Alix"));
        (path, fault, word)
    };
    let endpoints = [DESCRIPTION, "/jwks", "/token", "/userinfo"];
    let faults = [Fault::Hang, Fault::Reset, Fault::Redirect, Fault::Flood];
    let all = endpoints.map(|path| faults.map(|fault| Box::pin(word(path, fault))));
    let told = futures_util::future::join_all(all.into_iter().flatten()).await;
    let is_unexpected = |(_, fault, word): &&(&str, Fault, String)| {
        let expected = match fault {
            Fault::Redirect | Fault::Flood => "unusable",
            _ => "unavailable",
        };
        word != expected
    };
    let unexpected: Vec<_> = told.iter().filter(is_unexpected).collect();
    assert!(unexpected.is_empty(), "{unexpected:?}");
}

#[tokio::test]
async fn what_the_provider_says_on_the_way_back_is_told_apart_too() {
    let provider = Provider::start().await;
    let portal = portal(&provider, &[]).await;
    for (error, word) in [
        ("access_denied", "refused"),
        ("login_required", "refused"),
        ("server_error", "unavailable"),
        ("temporarily_unavailable", "unavailable"),
        ("invalid_scope", "unusable"),
        ("unauthorized_client", "unusable"),
    ] {
        let person = portal.visitor();
        let address = provider.address(&person).await;
        let state = address.query_pairs().find(|(name, _)| name == "state");
        let state = state.expect("a state").1;
        let back = format!("/auth/callback?error={error}&error_description=Alix&state={state}");
        assert_eq!(told(&person.get(&back).await), word, "{error}");
    }
}

//! `GET /api/meetings`, `/api/shadow-meeting` and `/api/hidden-meeting`, for add-ins of mail programs: whose an access
//! token is. The submodule has the rooms.

mod rooms;

use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal, Provider};

const PATHS: [&str; 3] = [
    "/api/meetings",
    "/api/shadow-meeting",
    "/api/hidden-meeting",
];

/// A token that the stand-in for a provider knows.
const TOKEN: &str = "an-access-token";

/// A portal with the stand-in for a provider, which reports an address.
async fn portal(provider: &Provider) -> Portal {
    provider.behaviour().userinfo = json!({
        "sub": "alix", "name": "Alix Martin",
        "email": "alix@exemple.fr", "email_verified": true,
    });
    Portal::builder()
        .variable("PARVIS_OIDC_AGENTS_ISSUER", &provider.issuer)
        .variable("PARVIS_OIDC_AGENTS_SCOPES", "openid profile email")
        .start()
        .await
}

/// The same, and somebody who has signed in there.
async fn portal_of_somebody(provider: &Provider) -> (Portal, Person) {
    let portal = portal(provider).await;
    let person = portal.visitor();
    provider.sign_in(&person).await;
    (portal, person)
}

async fn asked(portal: &Portal) -> Answer {
    portal.add_in("/api/meetings", TOKEN).await
}

#[tokio::test]
async fn nothing_is_answered_without_a_token() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for path in PATHS {
        for person in [&alix, &portal.visitor()] {
            let answer = person.get(path).await;
            answer.assert_problem(ProblemKind::TokenRefused);
            let request = person.bare(Method::GET, path).basic_auth("alix", Some("x"));
            let answer = Answer::of(request).await;
            answer.assert_problem(ProblemKind::TokenRefused);
        }
    }
}

#[tokio::test]
async fn a_token_that_is_not_valid_or_not_for_this_service_is_refused() {
    let provider = Provider::start().await;
    let (portal, _) = portal_of_somebody(&provider).await;
    let past = 1_770_888_600;
    for changes in [
        json!({ "active": false }),
        json!({ "aud": "other" }),
        json!({ "aud": ["account", "other"] }),
        json!({ "aud": null }),
        json!({ "scope": "email profile" }),
        json!({ "scope": null }),
        json!({ "exp": past }),
    ] {
        provider.behaviour().introspection = changes;
        portal.pass(Duration::from_secs(5));
        for path in PATHS {
            let answer = portal.add_in(path, TOKEN).await;
            answer.assert_problem(ProblemKind::AccessTokenRefused);
        }
    }
    assert_eq!(portal.count_rows("rooms").await, 0);
}

#[tokio::test]
async fn a_token_for_several_services_is_taken() {
    let provider = Provider::start().await;
    let (portal, _) = portal_of_somebody(&provider).await;
    provider.behaviour().introspection = json!({ "aud": ["account", "parvis"], "exp": null });
    assert_eq!(
        asked(&portal).await.json::<Value>(),
        json!({ "meetings": [] })
    );
}

#[tokio::test]
async fn tokens_of_the_sandbox_are_taken_until_they_expire_and_tokens_of_another_kind_never() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let tokens = portal.tokens("Alix").await;
    let token = |name: &str| tokens[name].as_str().expect("a token");
    let answer = portal.add_in("/api/meetings", token("access_token")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let long = "x".repeat(4096);
    for refused in [token("id_token"), "forged", &long, &moderator] {
        let answer = portal.add_in("/api/meetings", refused).await;
        answer.assert_problem(ProblemKind::AccessTokenRefused);
    }
    let portal = Portal::builder()
        .access_token_lifetime(Duration::ZERO)
        .start()
        .await;
    let expired = portal.access_token("Alix").await;
    let answer = portal.add_in("/api/meetings", &expired).await;
    answer.assert_problem(ProblemKind::AccessTokenRefused);
}

#[tokio::test]
async fn somebody_who_never_signed_in_is_told_so_and_gets_no_account() {
    let provider = Provider::start().await;
    let portal = portal(&provider).await;
    for path in PATHS {
        let answer = portal.add_in(path, TOKEN).await;
        answer.assert_problem(ProblemKind::AccountUnknown);
    }
    assert_eq!(portal.count_rows("accounts").await, 0);
    provider.sign_in(&portal.visitor()).await;
    portal.pass(Duration::from_secs(5));
    assert_eq!(asked(&portal).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_person_under_another_subject_is_found_by_the_verified_address_that_one_account_has() {
    let provider = Provider::start().await;
    provider.behaviour().metadata = json!({ "subject_types_supported": ["public", "pairwise"] });
    let (portal, person) = portal_of_somebody(&provider).await;
    person.create_room("Une").await;
    provider.behaviour().introspection = json!({ "sub": "of-the-add-in" });
    let userinfo = |verified: bool| {
        json!({
            "sub": "of-the-add-in", "email": "Alix@Exemple.fr", "email_verified": verified,
        })
    };
    provider.behaviour().userinfo = userinfo(false);
    let answer = asked(&portal).await;
    answer.assert_problem(ProblemKind::AccountUnknown);
    provider.behaviour().userinfo = userinfo(true);
    portal.pass(Duration::from_secs(5));
    let found: Value = asked(&portal).await.json();
    assert_eq!(found["meetings"][0]["name"], "Une");
    // Another account with the same address: nobody can tell whose rooms these are.
    provider.behaviour().id_token = json!({
        "sub": "second", "name": "Alix Martin",
        "email": "alix@exemple.fr", "email_verified": true,
    });
    provider.sign_in(&portal.visitor()).await;
    portal.pass(Duration::from_mins(1));
    let answer = asked(&portal).await;
    answer.assert_problem(ProblemKind::AccountUnknown);
}

#[tokio::test]
async fn the_subject_that_only_the_introspection_tells_is_found_where_each_client_has_another() {
    let provider = Provider::start().await;
    provider.behaviour().metadata = json!({ "subject_types_supported": ["pairwise"] });
    let (portal, person) = portal_of_somebody(&provider).await;
    person.create_room("Une").await;
    provider.behaviour().userinfo = json!({ "sub": "of-the-add-in" });
    let found: Value = asked(&portal).await.json();
    assert_eq!(found["meetings"][0]["name"], "Une");
}

#[tokio::test]
async fn an_address_that_another_person_has_now_opens_no_rooms() {
    let provider = Provider::start().await;
    let (portal, person) = portal_of_somebody(&provider).await;
    person.create_room("Une").await;
    provider.behaviour().introspection = json!({ "sub": "successor" });
    provider.behaviour().userinfo = json!({
        "sub": "successor", "email": "alix@exemple.fr", "email_verified": true,
    });
    let answer = asked(&portal).await;
    answer.assert_problem(ProblemKind::AccountUnknown);
}

#[tokio::test]
async fn userinfo_about_somebody_else_is_not_believed() {
    let provider = Provider::start().await;
    let (portal, _) = portal_of_somebody(&provider).await;
    provider.behaviour().introspection = json!({ "sub": "somebody-else" });
    let answer = asked(&portal).await;
    answer.assert_problem(ProblemKind::ProviderUnusable);
}

#[tokio::test]
async fn the_provider_is_asked_about_a_token_once_a_minute_and_again_when_it_expires() {
    let provider = Provider::start().await;
    let (portal, _) = portal_of_somebody(&provider).await;
    for (seconds, questions) in [(0, 1), (59, 1), (1, 2)] {
        portal.pass(Duration::from_secs(seconds));
        assert_eq!(asked(&portal).await.status, StatusCode::OK);
        assert_eq!(provider.requests().introspections, questions, "{seconds}");
    }
    // It ends before the minute.
    portal.pass(Duration::from_mins(1));
    let end = 1_770_888_600 + 120 + 10;
    provider.behaviour().introspection = json!({ "exp": end });
    assert_eq!(asked(&portal).await.status, StatusCode::OK);
    portal.pass(Duration::from_secs(10));
    let answer = asked(&portal).await;
    answer.assert_problem(ProblemKind::AccessTokenRefused);
}

#[tokio::test]
async fn a_refusal_is_kept_for_five_seconds() {
    let provider = Provider::start().await;
    let (portal, _) = portal_of_somebody(&provider).await;
    provider.behaviour().introspection = json!({ "active": false });
    for (milliseconds, questions) in [(0, 1), (4_999, 1), (1, 2)] {
        portal.pass(Duration::from_millis(milliseconds));
        let answer = asked(&portal).await;
        answer.assert_problem(ProblemKind::AccessTokenRefused);
        assert_eq!(provider.requests().introspections, questions);
    }
}

#[tokio::test]
async fn requests_at_the_same_time_share_one_question() {
    let provider = Provider::start().await;
    let (portal, _) = portal_of_somebody(&provider).await;
    provider.behaviour().delay = Duration::from_millis(300);
    let answers = futures_util::future::join_all((0..20).map(|_| asked(&portal))).await;
    for answer in answers {
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    }
    assert_eq!(provider.requests().introspections, 1);
}

#[tokio::test]
async fn while_the_provider_does_not_answer_add_ins_are_to_ask_later_and_nothing_of_it_is_kept() {
    let provider = Provider::start().await;
    let (portal, _) = portal_of_somebody(&provider).await;
    let busy = (StatusCode::SERVICE_UNAVAILABLE, String::new());
    provider.behaviour().introspection_answer = Some(busy);
    for path in PATHS {
        let answer = portal.add_in(path, TOKEN).await;
        answer.assert_problem(ProblemKind::ProviderUnreachable);
        assert_eq!(answer.header("retry-after"), "5");
    }
    provider.behaviour().introspection_answer = None;
    assert_eq!(asked(&portal).await.status, StatusCode::OK);
    // What is known serves on for its minute.
    provider.behaviour().introspection_answer = Some((StatusCode::BAD_GATEWAY, String::new()));
    assert_eq!(asked(&portal).await.status, StatusCode::OK);
    portal.pass(Duration::from_mins(1));
    assert_eq!(asked(&portal).await.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn a_provider_that_cannot_be_asked_is_the_administrators_concern() {
    let provider = Provider::start().await;
    let (portal, _) = portal_of_somebody(&provider).await;
    for answer in [
        (StatusCode::UNAUTHORIZED, r#"{ "error": "invalid_client" }"#),
        (StatusCode::OK, "<html>"),
    ] {
        let (status, body) = answer;
        provider.behaviour().introspection_answer = Some((status, body.to_owned()));
        let answer = asked(&portal).await;
        answer.assert_problem(ProblemKind::ProviderUnusable);
    }
    let provider = Provider::start().await;
    provider.behaviour().introspection = Value::Null;
    let (portal, _) = portal_of_somebody(&provider).await;
    let answer = asked(&portal).await;
    answer.assert_problem(ProblemKind::ProviderUnusable);
}

#[tokio::test]
async fn the_client_authenticates_as_the_provider_offers() {
    for (methods, is_basic) in [
        (json!({}), true),
        (
            json!({ "introspection_endpoint_auth_methods_supported": ["client_secret_post"] }),
            false,
        ),
        (
            json!({ "token_endpoint_auth_methods_supported": ["client_secret_post"] }),
            false,
        ),
    ] {
        let provider = Provider::start().await;
        provider.behaviour().metadata = methods.clone();
        let (portal, _) = portal_of_somebody(&provider).await;
        assert_eq!(asked(&portal).await.status, StatusCode::OK);
        let (body, authorization) = provider.requests().introspection.clone();
        assert!(body.contains("token=an-access-token"), "{body}");
        assert_eq!(authorization.is_some(), is_basic, "{methods}");
        assert_eq!(body.contains("client_secret="), !is_basic, "{methods}");
    }
}

#[tokio::test]
async fn pages_of_any_origin_may_ask_with_a_token_and_without_cookies() {
    let portal = Portal::start().await;
    portal.signed_in("Alix").await;
    let token = portal.access_token("Alix").await;
    let origin = "https://addin.example";
    for path in PATHS {
        let preflight = portal
            .visitor()
            .bare(Method::OPTIONS, path)
            .header("origin", origin)
            .header("access-control-request-method", "GET")
            .header("access-control-request-headers", "authorization");
        let preflight = Answer::of(preflight).await;
        assert_eq!(preflight.header("access-control-allow-origin"), "*");
        let headers = preflight.header("access-control-allow-headers");
        assert!(headers.contains("authorization"), "{headers}");
        let request = portal.visitor().bare(Method::GET, path);
        let request = request.header("origin", origin).bearer_auth(&token);
        let answer = Answer::of(request).await;
        assert_eq!(answer.status, StatusCode::OK);
        for answer in [&preflight, &answer] {
            assert_eq!(answer.header("access-control-allow-origin"), "*");
            assert_eq!(answer.header("access-control-allow-credentials"), "");
        }
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(answer.header("set-cookie"), "");
        let refused = portal.visitor().bare(Method::GET, path);
        let refused = Answer::of(refused.header("origin", origin)).await;
        assert_eq!(refused.header("access-control-allow-origin"), "*");
        let posted = portal.visitor().bare(Method::POST, path);
        let posted = Answer::of(posted.bearer_auth(&token)).await;
        posted.assert_problem(ProblemKind::MethodNotAllowed);
    }
    let others = portal.visitor().bare(Method::GET, "/api/v1/rooms");
    let others = Answer::of(others.header("origin", origin)).await;
    assert_eq!(others.header("access-control-allow-origin"), "");
}

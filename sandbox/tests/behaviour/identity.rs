//! The identity providers' pages and redirects.

use crate::portal::{CALLBACK, Portal, SIGNED_OUT, location, parameter, query};
use crate::sign_in::{STATE, authorization};

#[tokio::test]
async fn each_provider_describes_itself() {
    let portal = Portal::start().await;
    for provider in ["identity", "identity-attendees"] {
        let issuer = portal.url(&format!("/{provider}"));
        let url = format!("{issuer}/.well-known/openid-configuration");
        let configuration: serde_json::Value = portal.get(&url).await.json().await.expect("JSON");
        assert_eq!(configuration["issuer"], issuer);
        for name in ["authorization", "token", "userinfo", "end_session"] {
            let endpoint = &configuration[format!("{name}_endpoint")];
            assert!(
                endpoint.as_str().expect("text").starts_with(&issuer),
                "{name}"
            );
        }
        assert_eq!(configuration["code_challenge_methods_supported"][0], "S256");
    }
}

#[tokio::test]
async fn the_page_offers_the_accounts_of_its_provider_as_buttons() {
    let portal = Portal::start().await;
    for (provider, knows_the_pupil) in [("identity", false), ("identity-attendees", true)] {
        let url = portal.url(&format!("/{provider}/authorize?{}", authorization(&[])));
        let response = portal.get(&url).await;
        assert_eq!(response.status(), 200);
        let policy = response.headers()["content-security-policy"]
            .to_str()
            .expect("text");
        assert!(
            policy.contains("form-action 'self' http://portal.test;"),
            "{policy}"
        );
        let html = response.text().await.expect("text");
        for name in [
            "Alix Martin",
            "Camille Durand",
            "Sacha Petit",
            "Dominique Bernard",
        ] {
            assert!(html.contains(&format!(">{name}</button>")), "{html}");
        }
        assert_eq!(
            html.contains(">Noé Laurent</button>"),
            knows_the_pupil,
            "{html}"
        );
        assert!(html.contains(">Refuser</button>"), "{html}");
        assert_eq!(html.matches("<h1>").count(), 1);
    }
}

#[tokio::test]
async fn refusing_or_an_account_of_elsewhere_is_told_as_access_denied() {
    let portal = Portal::start().await;
    for account in ["", "noe", "nobody"] {
        let url = location(&portal.choose("identity", account).await);
        assert!(url.starts_with(CALLBACK), "{url}");
        assert_eq!(parameter(&url, "error").as_deref(), Some("access_denied"));
        assert_eq!(parameter(&url, "state").as_deref(), Some(STATE));
        assert_eq!(parameter(&url, "code"), None);
    }
}

#[tokio::test]
async fn a_wrong_address_or_client_is_shown_and_never_redirected_to() {
    let portal = Portal::start().await;
    for replaced in [
        ("redirect_uri", "http://portal.test/auth/callback"),
        ("redirect_uri", "http://evil.test/"),
        ("redirect_uri", ""),
        ("client_id", "other"),
    ] {
        let query = authorization(&[replaced]);
        let url = portal.url(&format!("/identity/authorize?{query}"));
        let response = portal.get(&url).await;
        assert_eq!(response.status(), 400, "{replaced:?}");
        assert!(response.headers().get("location").is_none());
        let html = response.text().await.expect("text");
        assert!(
            html.contains("Connexion impossible") && !html.contains("evil.test"),
            "{html}"
        );

        let decision = portal.url(&format!("/identity/decision?{query}"));
        let request = portal.browser.post(decision).form(&[("account", "alix")]);
        assert_eq!(
            request.send().await.expect("an answer").status(),
            400,
            "{replaced:?}"
        );
    }
}

#[tokio::test]
async fn other_errors_are_told_to_the_client() {
    let portal = Portal::start().await;
    for (replaced, error) in [
        (("response_type", "token"), "unsupported_response_type"),
        (("scope", "profile"), "invalid_scope"),
        (("code_challenge_method", "plain"), "invalid_request"),
        (("code_challenge", ""), "invalid_request"),
    ] {
        let url = portal.url(&format!(
            "/identity/authorize?{}",
            authorization(&[replaced])
        ));
        let target = location(&portal.get(&url).await);
        assert!(target.starts_with(CALLBACK), "{target}");
        assert_eq!(parameter(&target, "error").as_deref(), Some(error));
        assert_eq!(parameter(&target, "state").as_deref(), Some(STATE));
        assert_eq!(parameter(&target, "iss"), Some(portal.url("/identity")));
    }
}

#[tokio::test]
async fn signing_out_returns_to_a_registered_address_only() {
    let portal = Portal::start().await;
    let tokens = portal.tokens("identity", "alix").await;
    let hint = tokens["id_token"].as_str().expect("text");
    let end = async |pairs: &[(&str, &str)]| {
        portal
            .get(&portal.url(&format!("/identity/end-session?{}", query(pairs))))
            .await
    };
    let back = ("post_logout_redirect_uri", SIGNED_OUT);
    let response = end(&[("id_token_hint", hint), back, ("state", "s")]).await;
    assert_eq!(location(&response), format!("{SIGNED_OUT}?state=s"));

    let evil = ("post_logout_redirect_uri", "http://evil.test/");
    assert_eq!(end(&[("id_token_hint", hint), evil]).await.status(), 400);
    assert_eq!(
        end(&[("id_token_hint", "not.a.token"), back])
            .await
            .status(),
        400
    );
    let page = end(&[("id_token_hint", hint)])
        .await
        .text()
        .await
        .expect("text");
    assert!(page.contains("Vous êtes déconnecté"), "{page}");
}

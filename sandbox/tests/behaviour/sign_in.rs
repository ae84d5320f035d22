//! A relying party, as the tests need it: asks, answers the page, redeems the code.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use reqwest::Response;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::portal::{CALLBACK, CLIENT_SECRET, Portal, location, parameter, query};

pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const STATE: &str = "state & more";
pub const NONCE: &str = "nonce";

/// The parameters of a valid authorization request, with some replaced.
pub fn authorization(replaced: &[(&str, &str)]) -> String {
    let challenge = BASE64URL.encode(Sha256::digest(VERIFIER));
    let mut pairs = vec![
        ("client_id", "parvis"),
        ("redirect_uri", CALLBACK),
        ("response_type", "code"),
        ("scope", "openid profile email"),
        ("state", STATE),
        ("nonce", NONCE),
        ("code_challenge_method", "S256"),
        ("code_challenge", &challenge),
    ];
    for (name, value) in replaced {
        pairs.retain(|(other, _)| other != name);
        pairs.push((name, value));
    }
    query(&pairs)
}

impl Portal {
    /// Presses the button of an account; the empty one is "Refuser".
    pub async fn choose(&self, provider: &str, account: &str) -> Response {
        let url = self.url(&format!("/{provider}/decision?{}", authorization(&[])));
        let form = [("account", account)];
        self.browser
            .post(url)
            .form(&form)
            .send()
            .await
            .expect("an answer")
    }

    /// A code for that account.
    pub async fn code(&self, provider: &str, account: &str) -> String {
        let url = location(&self.choose(provider, account).await);
        assert_eq!(parameter(&url, "state").as_deref(), Some(STATE));
        parameter(&url, "code").expect("a code")
    }

    /// Redeems a code with the client's secret in the form, and some parameters replaced.
    pub async fn redeem(&self, provider: &str, code: &str, replaced: &[(&str, &str)]) -> Response {
        let mut form = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", CALLBACK),
            ("code_verifier", VERIFIER),
            ("client_id", "parvis"),
            ("client_secret", CLIENT_SECRET),
        ];
        for (name, value) in replaced {
            form.retain(|(other, _)| other != name);
            form.push((name, value));
        }
        let request = self.browser.post(self.url(&format!("/{provider}/token")));
        request.form(&form).send().await.expect("an answer")
    }

    /// The tokens of someone who has signed in.
    pub async fn tokens(&self, provider: &str, account: &str) -> Value {
        let code = self.code(provider, account).await;
        let response = self.redeem(provider, &code, &[]).await;
        assert_eq!(response.status(), 200);
        response.json().await.expect("JSON")
    }
}

/// One part of a token, which nobody has verified.
pub fn part(token: &str, index: usize) -> Value {
    let part = token.split('.').nth(index).expect("three parts");
    serde_json::from_slice(&BASE64URL.decode(part).expect("base64url")).expect("JSON")
}

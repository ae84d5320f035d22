//! Access tokens as add-ins of mail programs have them: from the agents' provider, beside the portal.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::Method;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use url::Url;

use super::{Answer, Portal};

const VERIFIER: &str = "a-verifier-of-at-least-forty-three-characters";

impl Portal {
    /// The tokens of somebody who signs in at the sandbox's provider for agents as the account of this name.
    pub async fn tokens(&self, name: &str) -> Value {
        let issuer = self.variable("PARVIS_OIDC_AGENTS_ISSUER");
        let redirect = format!("{}/auth/callback", self.origin);
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
        let mut page = Url::parse(&format!("{issuer}/authorize")).expect("an address");
        page.query_pairs_mut().extend_pairs([
            ("response_type", "code"),
            ("client_id", "parvis"),
            ("redirect_uri", &redirect),
            ("scope", "openid profile email"),
            ("state", "state"),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ]);
        let person = self.visitor();
        let back = person
            .choose_account(page.as_str(), &name.to_lowercase())
            .await;
        let back = Url::parse(&back).expect("an address");
        let code = back.query_pairs().find(|(name, _)| name == "code");
        let (_, code) = code.expect("a code");
        let request = person
            .bare(Method::POST, &format!("{issuer}/token"))
            .basic_auth("parvis", Some("client+secret"))
            .form(&[
                ("grant_type", "authorization_code"),
                ("code", &code),
                ("redirect_uri", &redirect),
                ("code_verifier", VERIFIER),
            ]);
        Answer::of(request).await.json()
    }

    /// The access token among them.
    pub async fn access_token(&self, name: &str) -> String {
        let tokens = self.tokens(name).await;
        tokens["access_token"].as_str().expect("a token").to_owned()
    }

    /// What is answered to an add-in with this access token.
    pub async fn add_in(&self, path: &str, token: &str) -> Answer {
        let request = self.visitor().bare(Method::GET, path);
        Answer::of(request.bearer_auth(token)).await
    }
}

//! The variables of an identity provider: `<prefix>_ISSUER` and its kin.

use jsonwebtoken::Algorithm;
use url::{Url, form_urlencoded};

use super::Secret;
use super::env::{Env, is_web};

/// How to reach an identity provider, and how to read what it tells.
#[derive(Clone)]
pub struct ProviderSettings {
    /// Its issuer, exactly as it writes it.
    pub issuer: String,
    /// The portal's client there.
    pub client_id: String,
    /// The client's secret.
    pub client_secret: Secret,
    /// The name that people know it by.
    pub name: String,
    /// What is asked for, beside `openid`.
    pub scopes: Vec<String>,
    /// Which claims hold a person's name.
    pub claims: ClaimNames,
    /// Whether e-mail addresses are taken for verified where the provider does not say so.
    pub trusts_email: bool,
    /// How well a person is asked to sign in there: any of these, where there is one.
    pub acr_values: Vec<String>,
    /// What else stands in the address at which a person signs in.
    pub parameters: Vec<(String, String)>,
    /// Whom else a token may be for.
    pub audiences: Vec<String>,
    /// In which algorithms userinfo may be signed; those that the provider publishes where there is none.
    pub userinfo_algorithms: Vec<Algorithm>,
}

/// The claims that hold a person's name, the best first.
#[derive(Clone)]
pub struct ClaimNames {
    /// The whole name.
    pub whole: Vec<String>,
    /// The given name.
    pub given: Vec<String>,
    /// The family name.
    pub family: Vec<String>,
    /// The e-mail address.
    pub email: Vec<String>,
}

/// What the protocol itself writes into the address of a sign-in.
const RESERVED: [&str; 10] = [
    "acr_values",
    "client_id",
    "code_challenge",
    "code_challenge_method",
    "nonce",
    "redirect_uri",
    "response_type",
    "response_mode",
    "scope",
    "state",
];

/// The variables of a provider; `None` when it has no issuer.
pub(super) fn optional(env: &mut Env<'_>, prefix: &str) -> Option<ProviderSettings> {
    env.optional(&format!("{prefix}_ISSUER"))?;
    Some(required(env, prefix))
}

/// The same, of a provider that there must be.
pub(super) fn required(env: &mut Env<'_>, prefix: &str) -> ProviderSettings {
    let variable = |name: &str| format!("{prefix}_{name}");
    let expected = "the provider's issuer, an https: or http: address";
    let issuer = env.required(&variable("ISSUER"), expected);
    if !Url::parse(&issuer).is_ok_and(|url| is_web(&url)) {
        env.mistake(&variable("ISSUER"), expected);
    }
    let client_id = "the portal's client id at the provider";
    ProviderSettings {
        issuer,
        client_id: env.required(&variable("CLIENT_ID"), client_id),
        client_secret: env.secret_file(&variable("CLIENT_SECRET_FILE")),
        name: env.required(&variable("NAME"), "the name that people know it by"),
        scopes: env.words(&variable("SCOPES"), "openid profile"),
        claims: ClaimNames {
            whole: env.words(&variable("CLAIM_NAME"), "name"),
            given: env.words(&variable("CLAIM_GIVEN_NAME"), "given_name"),
            family: env.words(&variable("CLAIM_FAMILY_NAME"), "family_name usual_name"),
            email: env.words(&variable("CLAIM_EMAIL"), "email"),
        },
        trusts_email: env.parse(&variable("TRUST_EMAIL"), "false", "true or false"),
        acr_values: env.words(&variable("ACR_VALUES"), ""),
        parameters: parameters(env, &variable("PARAMETERS")),
        audiences: env.words(&variable("AUDIENCES"), ""),
        userinfo_algorithms: algorithms(env, &variable("USERINFO_ALGORITHMS")),
    }
}

fn parameters(env: &mut Env<'_>, variable: &str) -> Vec<(String, String)> {
    let text = env.optional(variable).unwrap_or_default();
    let pairs: Vec<(String, String)> = form_urlencoded::parse(text.as_bytes())
        .into_owned()
        .collect();
    if pairs
        .iter()
        .any(|(name, _)| RESERVED.contains(&name.as_str()))
    {
        env.mistake(
            variable,
            "a query string without what has a variable of its own or is the protocol's to set",
        );
    }
    pairs
}

fn algorithms(env: &mut Env<'_>, variable: &str) -> Vec<Algorithm> {
    let words = env.words(variable, "");
    let known: Vec<_> = words.iter().filter_map(|word| word.parse().ok()).collect();
    if known.len() < words.len() {
        env.mistake(
            variable,
            "algorithms separated by blanks, such as ES256 RS256",
        );
    }
    known
}

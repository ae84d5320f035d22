//! Configuration of an identity provider: the variables `<prefix>_ISSUER` etc.

use jsonwebtoken::Algorithm;
use url::{Url, form_urlencoded};

use super::Secret;
use super::env::{Env, is_web};

/// The settings of an identity provider.
#[derive(Clone)]
pub struct ProviderSettings {
    /// The issuer, exactly as the provider writes it.
    pub issuer: String,
    /// The portal's client identifier.
    pub client_id: String,
    /// The client's secret.
    pub client_secret: Secret,
    /// The provider's name for people.
    pub name: String,
    /// The requested scopes, in addition to `openid`.
    pub scopes: Vec<String>,
    /// The claims for a person's name.
    pub claims: ClaimNames,
    /// Whether e-mail addresses count as verified if the provider does not say so.
    pub trusts_email: bool,
    /// The requested authentication contexts (`acr_values`), any of which is sufficient.
    pub acr_values: Vec<String>,
    /// Additional parameters of the authorization request.
    pub parameters: Vec<(String, String)>,
    /// Additional accepted audiences of tokens.
    pub audiences: Vec<String>,
    /// The accepted signature algorithms of userinfo; those published by the provider if empty.
    pub userinfo_algorithms: Vec<Algorithm>,
}

/// The claims for a person's name, in order of preference.
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

/// Parameters of the authorization request that the protocol reserves.
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

/// Reads the settings of a provider; `None` if it has no issuer.
pub(super) fn optional(env: &mut Env<'_>, prefix: &str) -> Option<ProviderSettings> {
    env.optional(&format!("{prefix}_ISSUER"))?;
    Some(required(env, prefix))
}

/// Reads the settings of a required provider.
pub(super) fn required(env: &mut Env<'_>, prefix: &str) -> ProviderSettings {
    let variable = |name: &str| format!("{prefix}_{name}");
    let expected = "the provider's issuer, an https: or http: address";
    let issuer = env.required(&variable("ISSUER"), expected);
    match Url::parse(&issuer).ok().filter(is_web) {
        Some(url) => env.check_transport(&variable("ISSUER"), &url),
        None => env.mistake(&variable("ISSUER"), expected),
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

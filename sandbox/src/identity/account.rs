//! Demo accounts.

use serde_json::{Map, Value, json};

/// An account.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Account {
    /// The subject identifier, the same at both providers; also the value of the account's button.
    pub(super) sub: &'static str,
    pub(super) given_name: &'static str,
    pub(super) family_name: &'static str,
}

const ALIX: Account = Account {
    sub: "alix",
    given_name: "Alix",
    family_name: "Martin",
};
const CAMILLE: Account = Account {
    sub: "camille",
    given_name: "Camille",
    family_name: "Durand",
};
const SACHA: Account = Account {
    sub: "sacha",
    given_name: "Sacha",
    family_name: "Petit",
};
const DOMINIQUE: Account = Account {
    sub: "dominique",
    given_name: "Dominique",
    family_name: "Bernard",
};
/// A pupil, without an account at the agents' provider.
const NOE: Account = Account {
    sub: "noe",
    given_name: "Noé",
    family_name: "Laurent",
};

/// The accounts of the agents' provider.
pub(super) static AGENTS: [Account; 4] = [ALIX, CAMILLE, SACHA, DOMINIQUE];
/// The accounts of the attendees' provider.
pub(super) static ATTENDEES: [Account; 5] = [ALIX, CAMILLE, SACHA, DOMINIQUE, NOE];

impl Account {
    /// The whole name, as on the button.
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    fn email(&self) -> String {
        format!(
            "{}.{}@exemple.education.fr",
            self.sub,
            self.family_name.to_lowercase()
        )
    }

    /// The claims requested by `scope`.
    pub(super) fn claims(&self, scope: &str) -> Map<String, Value> {
        let mut claims = Map::new();
        claims.insert("sub".to_owned(), json!(self.sub));
        if has(scope, "profile") {
            claims.insert("name".to_owned(), json!(self.name()));
            claims.insert("given_name".to_owned(), json!(self.given_name));
            claims.insert("family_name".to_owned(), json!(self.family_name));
            claims.insert("preferred_username".to_owned(), json!(self.sub));
        }
        if has(scope, "email") {
            claims.insert("email".to_owned(), json!(self.email()));
            claims.insert("email_verified".to_owned(), json!(true));
        }
        claims
    }
}

/// Whether a space-separated list contains a word.
pub(super) fn has(scope: &str, word: &str) -> bool {
    scope.split(' ').any(|other| other == word)
}

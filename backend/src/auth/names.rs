//! Display names from the claims of an identity provider. Providers differ in which claims they fill; some
//! contain only spaces or invisible characters.

use parvis_contract::join::ParticipantName;
use parvis_contract::text::visible_line;
use serde_json::{Map, Value};

use crate::config::ClaimNames;

/// The claims with the account name, used if no claim has a name.
const ACCOUNT: [&str; 3] = ["preferred_username", "upn", "unique_name"];

/// The claims about a person, in order of preference.
#[derive(Clone, Copy)]
pub struct ClaimSources<'a> {
    /// The claims by source.
    pub sources: &'a [&'a Map<String, Value>],
    /// The claims for names.
    pub names: &'a ClaimNames,
}

impl ClaimSources<'_> {
    /// The display name: the whole name, otherwise its parts, otherwise the account name. Truncated if too
    /// long.
    #[must_use]
    pub fn to_show(self) -> Option<String> {
        self.whole()
            .or_else(|| self.parts())
            .or_else(|| self.first(&ACCOUNT))
            .or_else(|| self.first(&self.names.email))
    }

    /// Whether the person's own name is complete.
    #[must_use]
    pub fn is_complete(self) -> bool {
        let has = |names: &[String]| self.first(names).is_some();
        has(&self.names.whole) || has(&self.names.given) && has(&self.names.family)
    }

    fn whole(self) -> Option<String> {
        self.first(&self.names.whole)
    }

    fn parts(self) -> Option<String> {
        let given = self.first(&self.names.given);
        let family = self.first(&self.names.family);
        let parts: Vec<String> = [given, family].into_iter().flatten().collect();
        display_name(&parts.join(" "))
    }

    /// The first of these claims that can be displayed.
    fn first(self, names: &[impl AsRef<str>]) -> Option<String> {
        let told = |name: &str| {
            self.sources
                .iter()
                .filter_map(move |claims| claims.get(name)?.as_str())
                .find_map(display_name)
        };
        names.iter().find_map(|name| told(name.as_ref()))
    }
}

/// Removes invisible characters from a name, and truncates it.
fn display_name(name: &str) -> Option<String> {
    let visible = visible_line(name)?;
    let cut: String = visible.chars().take(ParticipantName::MAX).collect();
    ParticipantName::parse(&cut).ok().map(String::from)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn names() -> ClaimNames {
        let list = |names: &str| names.split(' ').map(str::to_owned).collect();
        ClaimNames {
            whole: list("name"),
            given: list("given_name"),
            family: list("family_name usual_name"),
            email: list("email"),
        }
    }

    #[track_caller]
    fn check(claims: &Value, expect: Option<&str>) {
        let claims = claims.as_object().expect("an object");
        let told = ClaimSources {
            sources: &[claims],
            names: &names(),
        };
        assert_eq!(told.to_show().as_deref(), expect, "{claims:?}");
    }

    #[test]
    fn the_whole_name_is_shown_else_its_parts_else_the_account_else_the_address() {
        check(
            &json!({ "name": " Alix Martin ", "given_name": "Alix", "family_name": "Durand" }),
            Some("Alix Martin"),
        );
        check(
            &json!({ "given_name": "Alix", "usual_name": "DURAND", "preferred_username": "a" }),
            Some("Alix DURAND"),
        );
        check(&json!({ "family_name": "Durand" }), Some("Durand"));
        check(
            &json!({ "preferred_username": "amartin", "email": "a@b.fr" }),
            Some("amartin"),
        );
        check(&json!({ "upn": "alix@b.fr" }), Some("alix@b.fr"));
        check(&json!({ "unique_name": "B\\alix" }), Some("B\\alix"));
        check(&json!({ "email": "a@b.fr" }), Some("a@b.fr"));
        check(&json!({}), None);
    }

    #[test]
    fn what_nobody_sees_is_dropped_and_no_reason_to_refuse_anybody() {
        check(&json!({ "name": "  ", "given_name": "Alix" }), Some("Alix"));
        check(&json!({ "name": "A\0li\u{200b}x\u{202e}" }), Some("Alix"));
        check(
            &json!({ "name": "\u{200b}\u{feff}", "email": "a@b.fr" }),
            Some("a@b.fr"),
        );
        check(
            &json!({ "name": 7, "given_name": ["x"], "upn": "a" }),
            Some("a"),
        );
    }

    #[test]
    fn a_name_that_is_too_long_is_cut() {
        let name = "é".repeat(300);
        check(&json!({ "name": name }), Some(&"é".repeat(100)));
    }

    #[test]
    fn the_sources_complete_each_other() {
        let (id_token, userinfo) = (
            json!({ "given_name": "Alix" }),
            json!({ "usual_name": "M" }),
        );
        let sources = [&userinfo, &id_token].map(|claims| claims.as_object().expect("an object"));
        let names = names();
        let told = |sources| ClaimSources {
            sources,
            names: &names,
        };
        assert!(!told(&sources[1..]).is_complete());
        assert!(told(&sources).is_complete());
        assert_eq!(told(&sources).to_show().as_deref(), Some("Alix M"));
    }
}

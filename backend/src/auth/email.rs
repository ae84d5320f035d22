//! Verified e-mail addresses, for matching accounts and for delegates.

use parvis_contract::email::normalized;
use serde_json::{Map, Value};

/// The claim to which `email_verified` refers (OpenID Connect Core, 5.1).
const EMAIL: &str = "email";

/// The verified address in the claims of some sources, in lower case. It is the claim `email` with
/// `email_verified`; if the provider's addresses are trusted, any of the claims `names` that are not marked as
/// unverified. `None` if any source marks the address as unverified.
#[must_use]
pub fn verified_email(
    sources: &[&Map<String, Value>],
    names: &[String],
    is_trusted: bool,
) -> Option<String> {
    if sources
        .iter()
        .any(|claims| is_verified(claims) == Some(false))
    {
        return None;
    }
    sources.iter().find_map(|claims| {
        let counts =
            |name: &&String| is_trusted || (*name == EMAIL && is_verified(claims) == Some(true));
        let mut told = names.iter().filter(counts);
        told.find_map(|name| normalized(claims.get(name)?.as_str()?))
    })
}

/// The claim `email_verified`; `None` if it is absent.
#[must_use]
pub fn is_verified(claims: &Map<String, Value>) -> Option<bool> {
    match claims.get("email_verified")? {
        Value::Bool(verified) => Some(*verified),
        // Some providers send it as a string.
        Value::String(text) => Some(text == "true"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use parvis_contract::email::LONGEST_EMAIL;
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(claims: &Value, is_trusted: bool, expect: Option<&str>) {
        let object = claims.as_object().expect("an object");
        let told = verified_email(&[object], &["email".to_owned()], is_trusted);
        assert_eq!(told.as_deref(), expect, "{claims}");
    }

    #[test]
    fn an_address_counts_where_the_provider_has_verified_it() {
        let address = json!({ "email": " Alix@Exemple.FR ", "email_verified": true });
        check(&address, false, Some("alix@exemple.fr"));
        check(
            &json!({ "email": "a@b.fr", "email_verified": "true" }),
            false,
            Some("a@b.fr"),
        );
        for verified in [json!(false), json!("false"), json!(1), Value::Null] {
            let claims = json!({ "email": "a@b.fr", "email_verified": verified });
            check(&claims, false, None);
        }
        check(&json!({ "email": "a@b.fr" }), false, None);
    }

    #[test]
    fn an_address_that_is_trusted_counts_unless_the_provider_says_otherwise() {
        check(&json!({ "email": "a@b.fr" }), true, Some("a@b.fr"));
        let denied = json!({ "email": "a@b.fr", "email_verified": false });
        check(&denied, true, None);
    }

    #[test]
    fn what_is_verified_is_the_claim_email_and_no_other() {
        let names = ["mail".to_owned(), "email".to_owned()];
        let claims = json!({ "mail": "victim@b.fr", "email": "me@b.fr", "email_verified": true });
        let claims = claims.as_object().expect("an object");
        let told = |is_trusted| verified_email(&[claims], &names, is_trusted);
        assert_eq!(told(false).as_deref(), Some("me@b.fr"));
        assert_eq!(told(true).as_deref(), Some("victim@b.fr"));
        assert_eq!(verified_email(&[claims], &names[..1], false), None);
    }

    #[test]
    fn what_one_source_denies_no_other_can_tell() {
        let told = json!({ "email": "a@b.fr" });
        let denied = json!({ "email": "a@b.fr", "email_verified": false });
        let sources = [&told, &denied].map(|claims| claims.as_object().expect("an object"));
        assert_eq!(verified_email(&sources, &["email".to_owned()], true), None);
    }

    #[test]
    fn addresses_that_only_look_alike_stay_apart() {
        let kelvin = json!({ "email": "\u{212a}@b.fr", "email_verified": true });
        check(&kelvin, false, Some("\u{212a}@b.fr"));
    }

    #[test]
    fn what_is_no_address_counts_for_nothing() {
        for text in ["", "a", "@b.fr", "a@", "a b@c.fr", "a\n@c.fr"] {
            check(
                &json!({ "email": text, "email_verified": true }),
                false,
                None,
            );
        }
        let long = format!("{}@b.fr", "x".repeat(LONGEST_EMAIL));
        check(
            &json!({ "email": long, "email_verified": true }),
            false,
            None,
        );
        check(&json!({ "email": 7, "email_verified": true }), false, None);
    }
}

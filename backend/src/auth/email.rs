//! The e-mail address of a person, as far as it may tell who that is.

use serde_json::{Map, Value};

/// The longest address (RFC 5321, 4.5.3.1.3, without its brackets).
const LONGEST: usize = 254;

/// The address that `claims` tell, in lower case; `None` where the provider does not say that it has verified
/// it, unless its addresses are trusted all the same.
#[must_use]
pub fn verified_email(
    claims: &Map<String, Value>,
    names: &[String],
    is_trusted: bool,
) -> Option<String> {
    let is_verified = match claims.get("email_verified") {
        Some(Value::Bool(verified)) => *verified,
        // Some providers write it as a text.
        Some(Value::String(text)) => text == "true",
        _ => is_trusted,
    };
    let told = names.iter().find_map(|name| claims.get(name)?.as_str());
    told.filter(|_| is_verified).and_then(normal)
}

/// An address as it is compared; `None` where it is none.
fn normal(address: &str) -> Option<String> {
    let address = address.trim().to_lowercase();
    let (local, domain) = address.rsplit_once('@')?;
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control();
    let is_one = !local.is_empty()
        && !domain.is_empty()
        && address.len() <= LONGEST
        && address.chars().all(is_plain);
    is_one.then_some(address)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(claims: &Value, is_trusted: bool, expect: Option<&str>) {
        let object = claims.as_object().expect("an object");
        let told = verified_email(object, &["email".to_owned()], is_trusted);
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
    fn what_is_no_address_counts_for_nothing() {
        for text in ["", "a", "@b.fr", "a@", "a b@c.fr", "a\n@c.fr"] {
            check(
                &json!({ "email": text, "email_verified": true }),
                false,
                None,
            );
        }
        let long = format!("{}@b.fr", "x".repeat(LONGEST));
        check(
            &json!({ "email": long, "email_verified": true }),
            false,
            None,
        );
        check(&json!({ "email": 7, "email_verified": true }), false, None);
    }
}

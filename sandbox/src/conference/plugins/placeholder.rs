//! Placeholders in manifests: `${meta_key}` and `${plugin_Name_key}`, each with optional `:default`. Values are
//! parameters of `create`, inserted without escaping.

use super::failure::LoadFailure;
use crate::conference::plan::MeetingPlan;

/// Fills the placeholders of the manifest of `plugin`.
pub(super) fn fill_in(text: &str, plugin: &str, plan: &MeetingPlan) -> Result<String, LoadFailure> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        filled.push_str(before);
        rest = if let Some((placeholder, after)) = after.split_once('}').and_then(read) {
            filled.push_str(value(&placeholder, plugin, plan)?);
            after
        } else {
            filled.push_str("${");
            after
        };
    }
    filled.push_str(rest);
    Ok(filled)
}

struct Placeholder<'a> {
    name: &'a str,
    default: Option<&'a str>,
}

/// Parses a placeholder up to its closing brace; returns the remaining text.
fn read<'a>((inner, after): (&'a str, &'a str)) -> Option<(Placeholder<'a>, &'a str)> {
    let (name, default) = match inner.split_once(':') {
        Some((name, default)) => (name, Some(default)),
        None => (inner, None),
    };
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    is_name.then_some((Placeholder { name, default }, after))
}

fn value<'a>(
    placeholder: &Placeholder<'a>,
    plugin: &str,
    plan: &'a MeetingPlan,
) -> Result<&'a str, LoadFailure> {
    let name = placeholder.name;
    let found = if let Some(key) = name.strip_prefix("meta_").filter(|key| is_key(key)) {
        plan.metadata
            .get(&key.to_ascii_lowercase())
            .map(String::as_str)
    } else if key_of_plugin(name, plugin).is_some_and(is_key) {
        plan.parameter(name)
    } else {
        return Err(LoadFailure::PlaceholderMalformed(name.to_owned()));
    };
    found
        .or(placeholder.default)
        .ok_or_else(|| LoadFailure::PlaceholderMissing(name.to_owned()))
}

fn key_of_plugin<'a>(name: &'a str, plugin: &str) -> Option<&'a str> {
    name.strip_prefix("plugin_")?
        .strip_prefix(plugin)?
        .strip_prefix('_')
}

/// A letter followed by letters, digits and hyphens.
fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parameters::Parameters;

    fn fill(text: &str) -> Result<String, LoadFailure> {
        let query =
            b"meetingID=ab&name=Conseil&meta_Room-Id=7&plugin_Overlay_dataUrl=http://a/%3Fs";
        let plan = MeetingPlan::read(&Parameters::parse(query)).expect("a plan");
        fill_in(text, "Overlay", &plan)
    }

    #[track_caller]
    fn check(text: &str, expect: &str) {
        assert_eq!(fill(text).as_deref(), Ok(expect));
    }

    #[test]
    fn values_of_create_and_defaults_are_put_in() {
        check("a ${meta_room-id} b", "a 7 b");
        check("${plugin_Overlay_dataUrl}/x", "http://a/?s/x");
        check(
            "${plugin_Overlay_other:http://b/}${meta_none:}",
            "http://b/",
        );
    }

    #[test]
    fn what_is_no_placeholder_stands_for_itself() {
        check("${} ${é} $ { ${open", "${} ${é} $ { ${open");
    }

    #[test]
    fn without_value_and_default_the_plugin_is_not_loaded() {
        for name in ["meta_none", "plugin_Overlay_none"] {
            assert_eq!(
                fill(&format!("${{{name}}}")),
                Err(LoadFailure::PlaceholderMissing(name.to_owned()))
            );
        }
    }

    #[test]
    fn names_of_others_are_malformed() {
        for name in [
            "plugin_dataUrl",
            "plugin_Other_dataUrl",
            "secret",
            "meta_a_b",
        ] {
            assert_eq!(
                fill(&format!("${{{name}:default}}")),
                Err(LoadFailure::PlaceholderMalformed(name.to_owned()))
            );
        }
    }
}

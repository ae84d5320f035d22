//! Whether a plug-in's `requiredSdkVersion` fits the server's SDK.
//!
//! The real server reads ranges as Java's semver library does: `&` joins conditions, `|` separates
//! alternatives, and a bare version means exactly that one.

use semver::{Version, VersionReq};

use super::failure::LoadFailure;

/// Checks that `actual` lies in the range `required`.
pub(super) fn check(actual: &str, required: &str) -> Result<(), LoadFailure> {
    let unreadable = || LoadFailure::SdkRange(required.to_owned());
    let alternatives: Option<Vec<VersionReq>> = required.split('|').map(all_of).collect();
    let alternatives = alternatives.ok_or_else(unreadable)?;
    // A server version that is none fits nothing.
    let fits = Version::parse(actual)
        .is_ok_and(|version| alternatives.iter().any(|range| range.matches(&version)));
    if fits {
        return Ok(());
    }
    Err(LoadFailure::SdkVersion {
        actual: actual.to_owned(),
        required: required.to_owned(),
    })
}

/// Conditions that must hold together.
fn all_of(text: &str) -> Option<VersionReq> {
    let conditions: Vec<String> = text.split('&').map(|part| condition(part.trim())).collect();
    VersionReq::parse(&conditions.join(", ")).ok()
}

/// One condition as this library writes it, to which a bare version would mean "compatible".
fn condition(text: &str) -> String {
    let is_bare = text.starts_with(|c: char| c.is_ascii_digit());
    let has_wildcard = text.contains(['x', 'X', '*']);
    let operator = if is_bare && !has_wildcard { "=" } else { "" };
    format!("{operator}{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_fits(required: &str, expect: bool) {
        assert_eq!(check("0.0.95", required).is_ok(), expect, "{required}");
    }

    #[test]
    fn ranges_are_read_as_the_real_server_reads_them() {
        check_fits("~0.0.77", true);
        check_fits(">=0.0.59 & <0.2.0", true);
        check_fits(">=0.0.59&<0.0.95", false);
        check_fits("~0.1.0 | ~0.0.90", true);
        check_fits("0.0.95", true);
        check_fits("0.0.94", false);
        check_fits("0.0.x", true);
        check_fits("*", true);
        check_fits("~0.1.3", false);
    }

    #[test]
    fn what_is_no_range_is_told_apart_from_one_that_does_not_fit() {
        for text in ["", "new", ">=0.0.59 <0.2.0", ">=0.0.59 &"] {
            let failure = check("0.0.95", text);
            assert_eq!(failure, Err(LoadFailure::SdkRange(text.to_owned())));
        }
    }
}

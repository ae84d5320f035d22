//! Plug-in SDK versions: whether a plug-in's `requiredSdkVersion` includes the server's.
//!
//! Ranges follow Java's semver library, like on the real server: `&` joins conditions, `|` separates
//! alternatives, a bare version is exact, and a pre-release (`1.0.0-beta.3`) is ordered between the releases
//! around it.

use std::cmp::Ordering;

use semver::{Version, VersionReq};

use super::failure::LoadFailure;

/// Checks that `actual` is in the range `required`.
pub(super) fn check(actual: &str, required: &str) -> Result<(), LoadFailure> {
    let unreadable = || LoadFailure::SdkRange(required.to_owned());
    let alternatives: Option<Vec<Vec<Condition>>> = required.split('|').map(all_of).collect();
    let alternatives = alternatives.ok_or_else(unreadable)?;
    // An invalid server version is in no range.
    let fits = Version::parse(actual).is_ok_and(|version| {
        alternatives
            .iter()
            .any(|range| range.iter().all(|condition| condition.holds(&version)))
    });
    if fits {
        return Ok(());
    }
    Err(LoadFailure::SdkVersion {
        actual: actual.to_owned(),
        required: required.to_owned(),
    })
}

/// One condition.
enum Condition {
    /// Compares by order alone.
    Compared(fn(Ordering) -> bool, Version),
    /// As this library reads it.
    Matched(VersionReq),
}

impl Condition {
    fn holds(&self, version: &Version) -> bool {
        match self {
            Self::Compared(holds, bound) => holds(version.cmp_precedence(bound)),
            Self::Matched(range) => range.matches(version),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let compared = [
            (">=", Ordering::is_ge as fn(Ordering) -> bool),
            ("<=", Ordering::is_le),
            (">", Ordering::is_gt),
            ("<", Ordering::is_lt),
            ("=", Ordering::is_eq),
        ];
        for (operator, holds) in compared {
            if let Some(bound) = text.strip_prefix(operator) {
                let bound = Version::parse(bound.trim()).ok()?;
                // Ranges of the real server cannot name pre-releases.
                return bound.pre.is_empty().then_some(Self::Compared(holds, bound));
            }
        }
        if let Ok(bound) = Version::parse(text) {
            return Some(Self::Compared(Ordering::is_eq, bound));
        }
        VersionReq::parse(text).ok().map(Self::Matched)
    }
}

/// Conditions that have to hold together.
fn all_of(text: &str) -> Option<Vec<Condition>> {
    text.split('&')
        .map(|part| Condition::read(part.trim()))
        .collect()
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
    fn a_version_before_a_release_lies_where_it_is_ordered() {
        for (range, expect) in [
            (">=0.0.59 & <2.0.0", true),
            (">=0.0.59 & <0.2.0", false),
            (">=1.0.0", false),
        ] {
            assert_eq!(check("1.0.0-beta.3", range).is_ok(), expect, "{range}");
        }
    }

    #[test]
    fn what_is_no_range_is_told_apart_from_one_that_does_not_fit() {
        for text in ["", "new", ">=0.0.59 <0.2.0", ">=0.0.59 &", ">=1.0.0-beta"] {
            let failure = check("0.0.95", text);
            assert_eq!(failure, Err(LoadFailure::SdkRange(text.to_owned())));
        }
    }
}

//! The name to show of a person, out of what an identity provider tells. Providers differ in which
//! they fill in, and some fill in nothing but blanks.

use parvis_contract::join::ParticipantName;
use parvis_contract::text::TextError;

/// The names that a provider may tell.
#[derive(Clone, Copy, Default)]
pub struct Names<'a> {
    /// The whole name.
    pub whole: Option<&'a str>,
    /// The given name.
    pub given: Option<&'a str>,
    /// The family name.
    pub family: Option<&'a str>,
    /// What the person signs in with.
    pub account: Option<&'a str>,
}

impl Names<'_> {
    /// The first of them that others can be shown, cut where it is too long: it is the name under
    /// which the person enters meetings.
    #[must_use]
    pub fn to_show(self) -> Option<String> {
        let parts: Vec<&str> = [self.given, self.family].into_iter().flatten().collect();
        [
            self.whole.unwrap_or_default(),
            &parts.join(" "),
            self.account.unwrap_or_default(),
        ]
        .into_iter()
        .find_map(presentable)
    }
}

fn presentable(name: &str) -> Option<String> {
    let parsed = match ParticipantName::parse(name) {
        Err(TextError::TooLong) => {
            let cut: String = name.trim().chars().take(ParticipantName::MAX).collect();
            ParticipantName::parse(&cut)
        }
        parsed => parsed,
    };
    parsed.ok().map(String::from)
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[track_caller]
    fn check(names: Names<'_>, expect: Option<&str>) {
        assert_eq!(names.to_show().as_deref(), expect);
    }

    #[test]
    fn the_whole_name_is_shown_else_its_parts_else_the_account() {
        let all = Names {
            whole: Some(" Alix Martin "),
            given: Some("Alix"),
            family: Some("Durand"),
            account: Some("amartin"),
        };
        check(all, Some("Alix Martin"));
        check(Names { whole: None, ..all }, Some("Alix Durand"));
        check(
            Names {
                whole: None,
                given: None,
                ..all
            },
            Some("Durand"),
        );
        check(
            Names {
                account: Some("amartin"),
                ..Names::default()
            },
            Some("amartin"),
        );
        check(Names::default(), None);
    }

    #[test]
    fn what_cannot_be_shown_is_passed_over() {
        let blank = Names {
            whole: Some("  "),
            given: Some("Alix"),
            ..Names::default()
        };
        check(blank, Some("Alix"));
        let control = Names {
            whole: Some("a\0b"),
            account: Some("ab"),
            ..Names::default()
        };
        check(control, Some("ab"));
    }

    #[test]
    fn a_name_that_is_too_long_is_cut() {
        let long = "é".repeat(300);
        let names = Names {
            whole: Some(&long),
            ..Names::default()
        };
        assert_eq!(names.to_show().map(|name| name.chars().count()), Some(100));
    }
}

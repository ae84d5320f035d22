//! Validation of the return path of a sign-in: only paths of the portal, against open redirects.

/// The maximum length.
const LONGEST: usize = 512;

/// Returns `path` if it is a path of the portal. Refuses anything that a browser could parse as another site's
/// address (`//host`, `/\host`, control characters that it removes), and anything whose path is one once the browser
/// has resolved dots: a page at `/.//host` reads `//host` as its own path.
#[must_use]
pub fn accept(path: &str) -> Option<&str> {
    let segments = path.split_once('?').map_or(path, |(segments, _)| segments);
    let is_path = segments.starts_with('/') && !segments.contains("//");
    let plain = path
        .chars()
        .all(|c| c.is_ascii_graphic() && c != '\\' && c != '#');
    (is_path && plain && path.len() <= LONGEST).then_some(path)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use url::Url;

    use super::accept;

    #[test]
    fn paths_of_the_portal_are_taken() {
        for path in [
            "/",
            "/salles/nouvelle",
            "/?sort=name",
            "/?then=//",
            "/salles/1/inviter",
        ] {
            assert_eq!(accept(path), Some(path));
        }
    }

    #[test]
    fn addresses_of_other_sites_are_refused() {
        for path in [
            "",
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/.//evil.example",
            "/salles/..//evil.example",
            "/%2e//evil.example",
            "javascript:x",
        ] {
            assert_eq!(accept(path), None, "{path:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_taken_stays_on_the_portal(path in "[/\\\\a-z:@.?#%\t\n ]{0,12}") {
            if let Some(path) = accept(&path) {
                let portal = Url::parse("https://portail.example.fr/").expect("an address");
                let led_to = portal.join(path).expect("a path");
                prop_assert_eq!(led_to.origin(), portal.origin());
                let again = portal.join(led_to.path()).expect("a path");
                prop_assert_eq!(again.origin(), portal.origin());
            }
        }
    }
}

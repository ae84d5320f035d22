//! The page that a browser returns to after signing in: a page of the portal, however the address is written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parvis_backend::fuzzing::return_to;
use url::Url;

const PORTALS: [&str; 3] = [
    "https://portail.example.fr",
    "http://localhost:8080",
    "https://[2001:db8::1]:8443",
];

fuzz_target!(|text: &str| {
    let Some(path) = return_to::accept(text) else {
        assert!(!is_plain(text), "a page of the portal is refused");
        return;
    };
    assert_eq!(path, text);
    // It is the value of a header.
    assert!(path.bytes().all(|byte| byte.is_ascii_graphic()));
    for portal in PORTALS {
        let home = Url::parse(portal).expect("an address");
        let page = home.join("/salles/nouvelle?sort=name").expect("a page");
        for reached in [
            Url::parse(&format!("{portal}{path}")),
            home.join(path),
            page.join(path),
        ] {
            let reached = reached.expect("an address");
            check_own(&home, &reached);
            // Scripts of the page read its path, and may resolve it in turn.
            check_own(&home, &home.join(reached.path()).expect("an address"));
        }
    }
});

fn check_own(home: &Url, reached: &Url) {
    assert_eq!(reached.origin(), home.origin(), "{reached}");
    assert_eq!(reached.host(), home.host(), "{reached}");
    assert_eq!(reached.username(), "", "{reached}");
    assert_eq!(reached.password(), None, "{reached}");
    assert_eq!(reached.fragment(), None, "{reached}");
}

/// Whether it is written as the portal writes its pages.
fn is_plain(text: &str) -> bool {
    let is_word = |word: &str| {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !word.is_empty() && word.bytes().all(is_plain)
    };
    text == "/"
        || text.len() <= 200
            && text
                .strip_prefix('/')
                .is_some_and(|rest| rest.split('/').all(is_word))
}

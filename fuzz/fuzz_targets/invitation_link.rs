//! Addresses of invitations, as mail programs, filters and people leave them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parvis_contract::link::received;
use parvis_contract::role::LinkKind;
use url::Url;

const PORTAL: &str = "https://portail.example.fr/";

fuzz_target!(|address: &str| {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    check(path, fragment);
    if let Some((path, fragment)) = browse(address) {
        check(&path, &fragment);
    }
});

/// The path and the fragment that a browser has of an address in a page of the portal.
fn browse(address: &str) -> Option<(String, String)> {
    let portal = Url::parse(PORTAL).expect("an address");
    let url = portal.join(address).ok()?;
    let fragment = url.fragment().unwrap_or_default().to_owned();
    Some((url.path().to_owned(), fragment))
}

fn check(path: &str, fragment: &str) {
    let Some((kind, secret)) = received(path, fragment) else {
        return;
    };
    let is_of_secret = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    assert!(secret.chars().all(is_of_secret), "{secret:?}");

    // The link that is printed from it is the same link: as sent, in a browser, and as filters rewrite it.
    let expected = Some((kind, secret.clone()));
    let path = format!("/rejoindre/{}", kind.word());
    assert_eq!(received(&path, &secret), expected);
    let (seen, fragment) = browse(&format!("{path}#{secret}")).expect("an address");
    assert_eq!(received(&seen, &fragment), expected);
    assert_eq!(received(&format!("{path}%23{secret}"), ""), expected);
    assert_eq!(received(&format!("{path}%252523{secret}"), ""), expected);
    assert_eq!(LinkKind::from_word(kind.word()), Some(kind));

    // What follows a link is no part of it, and a line break within it is none either.
    if !secret.is_empty() {
        for tail in [".", ">", "%3E", "&data=05", "?utm_source=x", "\u{a0}»"] {
            assert_eq!(
                received(&path, &format!("#{secret}{tail}")),
                expected,
                "{tail}"
            );
        }
        let (begin, end) = secret.split_at(secret.len() / 2);
        for blank in [" ", "\r\n", "%0D%0A", "\u{200b}", "\u{ad}"] {
            assert_eq!(
                received(&path, &format!("#{begin}{blank}{end}")),
                expected,
                "{blank:?}"
            );
        }
    }
}

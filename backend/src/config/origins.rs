//! Same-site check of the app's and the backend's origins.

use url::{Host, Url};

/// Whether a page of `portal` may send a cookie that `backend` set with `SameSite=Lax`: same scheme, and the
/// same host or registrable domain (by the Public Suffix List).
pub(super) fn may_share_cookies(backend: &Url, portal: &Url) -> bool {
    if backend.scheme() != portal.scheme() {
        return false;
    }
    match (backend.host(), portal.host()) {
        (Some(Host::Domain(backend)), Some(Host::Domain(portal))) => {
            backend == portal
                || registrable(backend)
                    .zip(registrable(portal))
                    .is_some_and(|(a, b)| a == b)
        }
        // IP addresses have no registrable domain.
        (backend, portal) => backend == portal,
    }
}

fn registrable(host: &str) -> Option<&str> {
    psl::domain_str(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(backend: &str, portal: &str, expect: bool) {
        let url = |text| Url::parse(text).expect("an address");
        assert_eq!(
            may_share_cookies(&url(backend), &url(portal)),
            expect,
            "{backend} {portal}"
        );
    }

    #[test]
    fn one_origin_or_two_of_one_registrable_domain_work() {
        check("https://api.x.fr", "https://portail.x.fr", true);
        check("https://x.gouv.fr", "https://www.x.gouv.fr", true);
        check("http://localhost:8080", "http://localhost:8090", true);
    }

    #[test]
    fn any_other_pair_is_refused() {
        check("https://x.fr", "https://y.fr", false);
        check("https://x.gouv.fr", "https://y.gouv.fr", false);
        check("https://api.x.fr", "http://portail.x.fr", false);
        check("http://127.0.0.1:8080", "http://localhost:8080", false);
    }
}

//! Exit addresses: after leaving, after the end, or when joining failed.

use url::Url;

use crate::conference::meeting::Meeting;
use crate::conference::person::Person;

/// The path of this server's exit page, used if the portal names no address.
const LEFT: &str = "/html5client/left";

/// The address of the exit page on the server at `base_url`.
pub(in crate::conference) fn own_page(base_url: &str) -> Result<Url, url::ParseError> {
    Url::parse(base_url)?.join(LEFT)
}

/// The first of the `wanted` addresses with scheme `http` or `https`, otherwise `own_page`. The real server
/// accepts any text.
pub(in crate::conference) fn destination<'a>(
    own_page: &Url,
    wanted: impl IntoIterator<Item = Option<&'a str>>,
) -> Url {
    wanted
        .into_iter()
        .flatten()
        .filter_map(|address| Url::parse(address).ok())
        .find(|url| matches!(url.scheme(), "http" | "https"))
        .unwrap_or_else(|| own_page.clone())
}

/// The exit address of a person: that of `join`, otherwise that of `create`.
pub(super) fn of(meeting: &Meeting, person: &Person, own_page: &Url) -> Url {
    let wanted = [
        person.logout_url.as_deref(),
        meeting.plan.logout_url.as_deref(),
    ];
    destination(own_page, wanted)
}

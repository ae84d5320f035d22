//! Where people go when they leave, when the meeting ends, or when they could not join.

use url::Url;

use crate::conference::meeting::Meeting;
use crate::conference::person::Person;

/// Path of our own page, for where the portal names none.
const LEFT: &str = "/html5client/left";

/// The address of our own page on the server at `base_url`.
pub(in crate::conference) fn own_page(base_url: &str) -> Result<Url, url::ParseError> {
    Url::parse(base_url)?.join(LEFT)
}

/// The first of the `wanted` addresses that a browser may be sent to, else `own_page`. The real
/// server takes any text for an address; here only `http` and `https` are followed.
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

/// Where this person goes from this meeting: the address of `join`, else that of `create`.
pub(super) fn of(meeting: &Meeting, person: &Person, own_page: &Url) -> Url {
    let wanted = [
        person.logout_url.as_deref(),
        meeting.plan.logout_url.as_deref(),
    ];
    destination(own_page, wanted)
}

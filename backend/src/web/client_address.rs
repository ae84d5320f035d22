//! The client address of a request, determined through trusted proxies.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRef, FromRequestParts};
use http::HeaderMap;
use http::request::Parts;
use parvis_contract::problem::ProblemKind;

use super::problem::Refusal;
use crate::config::{Config, Networks};

const FORWARDED_FOR: &str = "x-forwarded-for";

/// The client address of a request.
pub struct ClientAddress(pub IpAddr);

impl<S: Send + Sync> FromRequestParts<S> for ClientAddress
where
    Arc<Config>: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let ConnectInfo(peer) = ConnectInfo::<SocketAddr>::from_request_parts(parts, state)
            .await
            .map_err(|error| Refusal::new(ProblemKind::Internal).cause(&error))?;
        let config = Arc::<Config>::from_ref(state);
        Ok(Self(origin(
            peer.ip(),
            &parts.headers,
            &config.trusted_proxies,
        )))
    }
}

/// The first address, starting from the backend, that is not a trusted proxy. Entries beyond it in the header
/// may be forged.
fn origin(peer: IpAddr, headers: &HeaderMap, proxies: &Networks) -> IpAddr {
    let mut nearest = peer.to_canonical();
    let claims: Vec<&str> = headers
        .get_all(FORWARDED_FOR)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    for claim in claims.iter().rev() {
        if !proxies.contains(nearest) {
            break;
        }
        let Some(address) = address(claim.trim()) else {
            break;
        };
        nearest = address.to_canonical();
    }
    nearest
}

/// Parses an address as proxies write it; some add the port.
fn address(claim: &str) -> Option<IpAddr> {
    let with_port = || claim.parse::<SocketAddr>().ok().map(|peer| peer.ip());
    claim.parse().ok().or_else(with_port)
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[track_caller]
    fn check(peer: &str, forwarded: &[&'static str], expected: &str) {
        let proxies = Networks::parse("10.0.0.0/8, 2001:db8::1").expect("networks");
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append(FORWARDED_FOR, HeaderValue::from_static(value));
        }
        let peer = peer.parse().expect("an address");
        let found = origin(peer, &headers, &proxies);
        assert_eq!(found.to_string(), expected, "{peer} {forwarded:?}");
    }

    #[test]
    fn what_a_stranger_claims_is_not_believed() {
        check("203.0.113.5", &["192.0.2.1"], "203.0.113.5");
    }

    #[test]
    fn a_trusted_proxy_is_seen_through_and_nobody_beyond_it() {
        check("10.0.0.1", &["192.0.2.1"], "192.0.2.1");
        check("10.0.0.1", &["198.51.100.9, 192.0.2.1"], "192.0.2.1");
        check(
            "10.0.0.1",
            &["198.51.100.9", "192.0.2.1, 10.0.0.7"],
            "192.0.2.1",
        );
        check("2001:db8::1", &["2001:db8::2"], "2001:db8::2");
        check("10.0.0.1", &["192.0.2.1:51234"], "192.0.2.1");
        check("10.0.0.1", &["[2001:db8::9]:443"], "2001:db8::9");
    }

    #[test]
    fn an_address_of_version_4_is_one_however_it_is_written() {
        check("::ffff:10.0.0.1", &["::ffff:192.0.2.1"], "192.0.2.1");
    }

    #[test]
    fn without_a_claim_that_can_be_read_the_proxy_itself_is_the_origin() {
        check("10.0.0.1", &[], "10.0.0.1");
        check("10.0.0.1", &["unknown"], "10.0.0.1");
    }
}

//! Sets of IP networks.

use std::net::IpAddr;
use std::str::FromStr;

use ipnet::IpNet;

/// A set of IP networks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Networks(Vec<IpNet>);

impl Networks {
    /// Parses networks (`10.0.0.0/8`) and addresses (`192.0.2.1`), separated by commas; `*` is every address.
    /// `None` if one of them is invalid.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.split(',')
            .map(|part| match part.trim() {
                "*" => Some(vec![
                    IpNet::from_str("0.0.0.0/0").ok()?,
                    IpNet::from_str("::/0").ok()?,
                ]),
                part => IpNet::from_str(part)
                    .ok()
                    .or_else(|| Some(IpAddr::from_str(part).ok()?.into()))
                    .map(|network| vec![network]),
            })
            .collect::<Option<Vec<_>>>()
            .map(|networks| Self(networks.concat()))
    }

    /// Whether the set is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the set contains `address`.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(networks: &str, address: &str, expected: bool) {
        let set = Networks::parse(networks).expect("networks");
        let address = address.parse().expect("an address");
        assert_eq!(set.contains(address), expected, "{address} in {networks}");
    }

    #[test]
    fn an_address_is_in_the_networks_that_hold_it() {
        check("10.0.0.0/8, 2001:db8::/32", "10.1.2.3", true);
        check("10.0.0.0/8, 2001:db8::/32", "2001:db8::9", true);
        check("10.0.0.0/8, 2001:db8::/32", "11.0.0.1", false);
        check("192.0.2.1", "192.0.2.1", true);
        check("192.0.2.1", "192.0.2.2", false);
        check("*", "192.0.2.2", true);
        check("*", "2001:db8::9", true);
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "10.0.0.0/33",
            "rie",
            "10.0.0.1,",
            "10.0.0.0/8 192.0.2.1",
        ] {
            assert_eq!(Networks::parse(text), None, "{text:?}");
        }
    }
}

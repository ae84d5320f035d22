//! How many connections there are, in all and of each address.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::config::{Config, Networks};
use crate::measure::{self, Gauge};

/// The bits of an IPv6 address that name a network: who has one has all of its addresses.
const NETWORK_BITS: u32 = 64;

/// The limits of connections.
#[derive(Clone, Debug)]
pub struct ConnectionLimits {
    /// The maximum number of connections in all.
    pub most: usize,
    /// The maximum number of connections of an address: a school stands behind one.
    pub most_of_address: usize,
    /// The addresses without a limit of their own: proxies, whose clients are many.
    pub proxies: Networks,
}

impl ConnectionLimits {
    /// The limits of the configuration.
    #[must_use]
    pub fn of(config: &Config) -> Self {
        Self {
            most: config.most_connections,
            most_of_address: config.most_connections_of_address,
            proxies: config.trusted_proxies.clone(),
        }
    }
}

/// The open connections.
pub struct Connections {
    limits: ConnectionLimits,
    open: Arc<Mutex<Open>>,
}

#[derive(Default)]
struct Open {
    all: usize,
    of_address: HashMap<IpAddr, OfAddress>,
    /// Whether it was logged that there are too many: once each time, not for each connection.
    is_full: bool,
}

/// The connections of an address.
#[derive(Default)]
struct OfAddress {
    count: usize,
    /// Whether it was logged that there are too many.
    is_full: bool,
}

impl Connections {
    pub fn new(limits: ConnectionLimits) -> Self {
        measure::level("parvis_max_connections", limits.most as u64);
        let name = "parvis_max_connections_per_address";
        measure::level(name, limits.most_of_address as u64);
        Self {
            limits,
            open: Arc::default(),
        }
    }

    /// Counts a connection until what is returned is dropped; `None` where there are too many.
    pub fn open(&self, peer: IpAddr) -> Option<OpenConnection> {
        let opened = self.count(peer);
        if opened.is_none() {
            measure::event("parvis_refused_connections_total");
        }
        opened
    }

    fn count(&self, peer: IpAddr) -> Option<OpenConnection> {
        let peer = peer.to_canonical();
        let address = (!self.limits.proxies.contains(peer)).then(|| network(peer));
        let mut open = lock(&self.open);
        if open.all >= self.limits.most {
            if !open.is_full {
                open.is_full = true;
                let most = self.limits.most;
                tracing::warn!(
                    most,
                    "there are too many connections: further ones are closed"
                );
            }
            return None;
        }
        if let Some(address) = address {
            let most = self.limits.most_of_address;
            let of_address = open.of_address.entry(address).or_default();
            if of_address.count >= most {
                if !of_address.is_full {
                    of_address.is_full = true;
                    // Which one is in the log of a firewall: addresses are not in this one.
                    tracing::warn!(
                        most,
                        "there are too many connections of one address: further ones are closed"
                    );
                }
                return None;
            }
            of_address.count += 1;
        }
        open.all += 1;
        Some(OpenConnection {
            open: Arc::clone(&self.open),
            address,
            warn_below: warn_below(self.limits.most),
            warn_address_below: warn_below(self.limits.most_of_address),
            _counted: Gauge::count("parvis_connections"),
        })
    }
}

/// A connection that counts until it is dropped.
pub struct OpenConnection {
    open: Arc<Mutex<Open>>,
    /// The address that it counts towards, if its address has a limit.
    address: Option<IpAddr>,
    /// Below which number of connections it is logged again that there are too many.
    warn_below: usize,
    /// The same of its address.
    warn_address_below: usize,
    _counted: Gauge,
}

impl Drop for OpenConnection {
    fn drop(&mut self) {
        let mut open = lock(&self.open);
        open.all -= 1;
        if open.all < self.warn_below {
            open.is_full = false;
        }
        if let Some(address) = self.address
            && let Entry::Occupied(mut entry) = open.of_address.entry(address)
        {
            let of_address = entry.get_mut();
            of_address.count -= 1;
            if of_address.count < self.warn_address_below {
                of_address.is_full = false;
            }
            if of_address.count == 0 {
                entry.remove();
            }
        }
    }
}

/// Below which number it is logged again that a limit is reached: so it is not each time that one comes and goes.
fn warn_below(most: usize) -> usize {
    most / 10 * 9
}

fn lock(open: &Mutex<Open>) -> MutexGuard<'_, Open> {
    // Changes are made in one step, so the counts are consistent after a panic.
    open.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a limit counts as one address.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << (128 - NETWORK_BITS))).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connections(most: usize, most_of_address: usize) -> Connections {
        Connections::new(ConnectionLimits {
            most,
            most_of_address,
            proxies: Networks::parse("10.0.0.1").expect("a network"),
        })
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn an_address_has_a_limited_number_and_others_are_not_concerned() {
        let connections = connections(100, 2);
        let one = connections.open(ip("192.0.2.1"));
        let _mapped = connections.open(ip("::ffff:192.0.2.1")).expect("opened");
        assert!(connections.open(ip("192.0.2.1")).is_none());
        connections.open(ip("192.0.2.2")).expect("opened");
        drop(one);
        connections.open(ip("192.0.2.1")).expect("opened");
    }

    #[test]
    fn a_network_of_ipv6_counts_as_one_address() {
        let connections = connections(100, 1);
        let _one = connections.open(ip("2001:db8::1")).expect("opened");
        assert!(connections.open(ip("2001:db8::ffff:1")).is_none());
        connections.open(ip("2001:db8:0:1::1")).expect("opened");
    }

    #[test]
    fn a_proxy_has_no_limit_of_its_own_and_counts_in_all() {
        let connections = connections(3, 1);
        let open: Vec<_> = (0..3)
            .map(|_| connections.open(ip("10.0.0.1")).expect("opened"))
            .collect();
        assert!(connections.open(ip("10.0.0.1")).is_none());
        assert!(connections.open(ip("192.0.2.1")).is_none());
        drop(open);
        connections.open(ip("192.0.2.1")).expect("opened");
        assert!(lock(&connections.open).of_address.is_empty());
    }
}

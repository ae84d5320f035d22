//! The command `probe`: asks a running backend once, for health checks of images, which have no shell.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};

/// How long connection, request and answer may take together: less than health checks wait.
const TIMEOUT: Duration = Duration::from_secs(4);

/// Why a probe fails.
#[derive(Debug, thiserror::Error)]
pub enum ProbeError {
    /// There is no answer.
    #[error("{0} does not answer: {1}")]
    NoAnswer(SocketAddr, #[source] reqwest::Error),
    /// There is none in time.
    #[error("{0} does not answer within {seconds} seconds", seconds = TIMEOUT.as_secs())]
    Slow(SocketAddr),
    /// The status is not 200.
    #[error("{0} answers {1}")]
    Status(SocketAddr, StatusCode),
}

/// Requests `path` of a backend that listens on `address`, by plain HTTP; an unspecified address such as `0.0.0.0` stands
/// for this machine.
///
/// # Errors
///
/// [`ProbeError`] unless the answer's status is 200.
pub async fn probe(address: SocketAddr, path: &str) -> Result<(), ProbeError> {
    let address = reachable(address);
    let status = status(address, path).await.map_err(|error| {
        if error.is_timeout() {
            ProbeError::Slow(address)
        } else {
            ProbeError::NoAnswer(address, error)
        }
    })?;
    if status == StatusCode::OK {
        Ok(())
    } else {
        Err(ProbeError::Status(address, status))
    }
}

async fn status(address: SocketAddr, path: &str) -> Result<StatusCode, reqwest::Error> {
    let client = Client::builder()
        .no_proxy()
        .tls_built_in_root_certs(false)
        .redirect(Policy::none())
        .timeout(TIMEOUT)
        .build()?;
    let response = client.get(format!("http://{address}{path}")).send().await?;
    Ok(response.status())
}

/// Where a server that listens on `address` is reached from this machine.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

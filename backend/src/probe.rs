//! The command `probe`: asks a running backend once, for health checks of images, which have no shell.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long connection, request and answer may take together: less than health checks wait.
const TIMEOUT: Duration = Duration::from_secs(4);

/// The longest status line, in bytes.
const LONGEST_LINE: u64 = 256;

/// Why a probe fails.
#[derive(Debug, thiserror::Error)]
pub enum ProbeError {
    /// There is no answer.
    #[error("{0} does not answer: {1}")]
    NoAnswer(SocketAddr, #[source] io::Error),
    /// There is none in time.
    #[error("{0} does not answer within {seconds} seconds", seconds = TIMEOUT.as_secs())]
    Slow(SocketAddr),
    /// The status is not 200.
    #[error("{0} answers \"{1}\"")]
    Status(SocketAddr, String),
}

/// Requests `path` of a backend that listens on `address`, by plain HTTP; an unspecified address such as `0.0.0.0` stands
/// for this machine.
///
/// # Errors
///
/// [`ProbeError`] unless the answer's status is 200.
pub async fn probe(address: SocketAddr, path: &str) -> Result<(), ProbeError> {
    let address = reachable(address);
    let line = timeout(TIMEOUT, status_line(address, path))
        .await
        .map_err(|_| ProbeError::Slow(address))?
        .map_err(|error| ProbeError::NoAnswer(address, error))?;
    if line.split(' ').nth(1) == Some("200") {
        Ok(())
    } else {
        Err(ProbeError::Status(address, line))
    }
}

async fn status_line(address: SocketAddr, path: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    // The answer ends with the connection.
    let request = format!("GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut line = String::new();
    BufReader::new(stream)
        .take(LONGEST_LINE)
        .read_line(&mut line)
        .await?;
    Ok(line.trim_end().to_owned())
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

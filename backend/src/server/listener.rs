//! The socket to listen on: of the service manager (systemd's socket activation), or one of our own.

use std::io;
use std::net::SocketAddr;

use listenfd::ListenFd;
use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::TcpListener;

/// How many connections the kernel holds until they are accepted; it allows 4,096 itself.
const BACKLOG: i32 = 4_096;

/// Descriptors that are not for connections of clients: the database, other servers, files.
const OTHER_DESCRIPTORS: u64 = 256;

/// Why nothing can be listened on.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    /// What the service manager has passed.
    #[error("the socket of the service manager cannot be used: {0}")]
    Passed(#[source] io::Error),
    /// The service manager has passed several.
    #[error("the service manager has passed {0} sockets: name one `ListenStream=`")]
    Several(usize),
    /// The address.
    #[error("{variable}: {address} cannot be listened on: {error}")]
    Own {
        /// The variable that names it.
        variable: &'static str,
        /// The address.
        address: SocketAddr,
        /// The error.
        error: io::Error,
    },
}

/// Listens on the socket that the service manager has passed, else on `address`.
///
/// # Errors
///
/// [`ListenError`] when the socket or address cannot be used.
pub fn listen(address: SocketAddr) -> Result<TcpListener, ListenError> {
    let mut passed = ListenFd::from_env();
    if passed.len() > 1 {
        return Err(ListenError::Several(passed.len()));
    }
    if let Some(passed) = passed.take_tcp_listener(0).map_err(ListenError::Passed)? {
        return adopted(passed).map_err(ListenError::Passed);
    }
    listen_at("PARVIS_LISTEN", address)
}

/// Listens on `address`, which `variable` names.
///
/// # Errors
///
/// [`ListenError`] when it cannot be used.
pub fn listen_at(variable: &'static str, address: SocketAddr) -> Result<TcpListener, ListenError> {
    own(address).map_err(|error| ListenError::Own {
        variable,
        address,
        error,
    })
}

fn adopted(listener: std::net::TcpListener) -> io::Result<TcpListener> {
    listener.set_nonblocking(true)?;
    TcpListener::from_std(listener)
}

fn own(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = Socket::new(
        Domain::for_address(address),
        Type::STREAM,
        Some(Protocol::TCP),
    )?;
    // A restart must not wait for connections of the process before.
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    adopted(socket.into())
}

/// Raises the limit of descriptors as far as the process may; answers how many connections that allows, if it limits
/// them.
#[must_use]
pub fn raise_descriptor_limit() -> Option<usize> {
    match rlimit::increase_nofile_limit(rlimit::INFINITY) {
        Ok(limit) => usize::try_from(limit.saturating_sub(OTHER_DESCRIPTORS)).ok(),
        Err(error) => {
            tracing::warn!(%error, "the limit of descriptors cannot be raised");
            None
        }
    }
}

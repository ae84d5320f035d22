//! The HTTP server: a limited number of connections, in all and per address, with time limits for what clients send and
//! take.
//!
//! It speaks HTTP/1.1: proxies in front of it do so with servers, and HTTP/2 with browsers.

mod connections;
mod listener;

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use socket2::{SockRef, TcpKeepalive};
use tokio::net::{TcpListener, TcpStream};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt as _;

use crate::streams::Streams;
pub use connections::ConnectionLimits;
use connections::Connections;
pub use listener::{ListenError, listen, listen_at, raise_descriptor_limit};

/// How long the head of a request may take, and how long a connection may be idle: longer than proxies keep their
/// connections to a server (nginx 60 s, Caddy two minutes), which would otherwise use one that is just being closed.
const HEAD_TIMEOUT: Duration = Duration::from_secs(130);

/// How long a client may take for 64 kB of what is sent.
const WRITE_TIMEOUT: Duration = Duration::from_secs(30);

/// How many bytes wait in the kernel to be sent. By default it takes megabytes, and wakes the writer only when a client
/// has read a third of them, which takes a slow one longer than [`WRITE_TIMEOUT`].
#[cfg(target_os = "linux")]
const UNSENT: u32 = 64 * 1024;

/// The largest head of a request, and what is buffered of a connection each way, in bytes.
const BUFFER: usize = 32 * 1024;

/// How often a connection without traffic is probed, and how long its answer may take: a phone that has lost its network
/// ends no connection.
const PROBE: Duration = Duration::from_mins(1);

/// How long running requests may take after a shutdown signal.
const DRAIN_TIMEOUT: Duration = Duration::from_secs(10);

/// How long accepting pauses when it fails, such as for want of descriptors.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// A server.
pub struct Server {
    router: Router,
    streams: Streams,
    connections: Connections,
}

impl Server {
    /// Serves the routes of `router`; ends `streams` when it stops.
    #[must_use]
    pub fn new(router: Router, streams: Streams, limits: ConnectionLimits) -> Self {
        Self {
            router,
            streams,
            connections: Connections::new(limits),
        }
    }

    /// Serves until `shutdown` completes, then answers running requests, for ten seconds at most.
    pub async fn serve(self, listener: TcpListener, shutdown: impl Future<Output = ()>) {
        let draining = GracefulShutdown::new();
        tokio::pin!(shutdown);
        loop {
            let accepted = tokio::select! {
                accepted = listener.accept() => accepted,
                () = &mut shutdown => break,
            };
            match accepted {
                Ok((stream, peer)) => self.accept(stream, peer, &draining),
                Err(error) => {
                    tracing::warn!(%error, "a connection is not accepted");
                    tokio::time::sleep(ACCEPT_PAUSE).await;
                }
            }
        }
        drop(listener);
        self.streams.end_all();
        if tokio::time::timeout(DRAIN_TIMEOUT, draining.shutdown())
            .await
            .is_err()
        {
            tracing::warn!("some requests took too long and are cut off");
        }
    }

    /// Serves a connection in a task of its own, or closes it where there are too many.
    fn accept(&self, stream: TcpStream, peer: SocketAddr, draining: &GracefulShutdown) {
        let Some(counted) = self.connections.open(peer.ip()) else {
            return;
        };
        if let Err(error) = prepare(&stream) {
            // The client is gone.
            tracing::debug!(%error, "a connection is not prepared");
            return;
        }
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(WRITE_TIMEOUT));
        let router = self.router.clone();
        let service = service_fn(move |request: hyper::Request<Incoming>| {
            let mut request: Request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request)
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_TIMEOUT)
            .max_buf_size(BUFFER)
            .serve_connection(TokioIo::new(Box::pin(stream)), service);
        let connection = draining.watch(connection);
        tokio::spawn(async move {
            // Errors are the client's: it is gone, too slow, or speaks no HTTP.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ends");
            }
            drop(counted);
        });
    }
}

/// Sets the options of a socket.
fn prepare(stream: &TcpStream) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let socket = SockRef::from(stream);
    socket.set_tcp_keepalive(&TcpKeepalive::new().with_time(PROBE))?;
    #[cfg(target_os = "linux")]
    {
        socket.set_tcp_user_timeout(Some(PROBE))?;
        socket.set_tcp_notsent_lowat(UNSENT)?;
    }
    Ok(())
}

//! What stands before a conference server: it passes calls on, keeps an access log, and may lead on to another
//! address. What balancers make of the calls themselves are switches of the sandbox.

use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{OriginalUri, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use http::{HeaderMap, Method, StatusCode, header};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// Where it leads, and what it has seen.
#[derive(Default)]
pub struct Routing {
    /// Whether it leads every call on to another path of its own.
    pub redirects: bool,
    /// Whether it leads every call on to somebody else.
    pub redirects_away: bool,
    /// The calls that came, as an access log has them: the method and the address.
    pub log: Vec<String>,
}

#[derive(Clone)]
struct Shared {
    server: String,
    routing: Arc<Mutex<Routing>>,
    http: reqwest::Client,
}

/// A running balancer.
pub struct Balancer {
    /// What the portal is told is the conference server.
    pub address: String,
    shared: Shared,
    _tasks: JoinSet<()>,
}

impl Balancer {
    /// One before the server at `server`.
    pub async fn start(server: &str) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let shared = Shared {
            server: server.to_owned(),
            routing: Arc::default(),
            http: reqwest::Client::new(),
        };
        let router = Router::new()
            .fallback(any(pass_on))
            .with_state(shared.clone());
        let mut tasks = JoinSet::new();
        tasks.spawn(async move {
            // It ends by being aborted alone.
            let _ = axum::serve(listener, router).await;
        });
        Self {
            address: format!("http://127.0.0.1:{port}/bigbluebutton/"),
            shared,
            _tasks: tasks,
        }
    }

    /// Has it lead elsewhere from now on.
    pub fn routing(&self) -> MutexGuard<'_, Routing> {
        self.shared.routing.lock().expect("not poisoned")
    }
}

async fn pass_on(
    State(shared): State<Shared>,
    method: Method,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let address = uri
        .path_and_query()
        .map_or("/", http::uri::PathAndQuery::as_str);
    {
        let mut routing = shared.routing.lock().expect("not poisoned");
        routing.log.push(format!("{method} {address}"));
        if routing.redirects_away {
            let next = [(header::LOCATION, format!("http://localhost:1{address}"))];
            return (StatusCode::MOVED_PERMANENTLY, next).into_response();
        }
        if routing.redirects && !address.starts_with("/moved/") {
            let next = [(header::LOCATION, format!("/moved{address}"))];
            return (StatusCode::MOVED_PERMANENTLY, next).into_response();
        }
    }
    let address = address.strip_prefix("/moved").unwrap_or(address);
    let mut onward = shared
        .http
        .request(method, format!("{}{address}", shared.server))
        .body(body);
    if let Some(kind) = headers.get(header::CONTENT_TYPE) {
        onward = onward.header(header::CONTENT_TYPE, kind);
    }
    let answer = onward.send().await.expect("the server answers");
    let status = answer.status();
    (status, answer.bytes().await.expect("a body")).into_response()
}

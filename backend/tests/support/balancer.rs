//! What stands before a conference server: it passes calls on, keeps an access log, and may lead on to another
//! address. What balancers make of the calls themselves are switches of the sandbox.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{OriginalUri, State};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use http::{HeaderMap, Method, StatusCode, header};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// Where it leads, and what it has seen.
#[derive(Default)]
pub struct Routing {
    /// Whether it leads every call on to another path of its own.
    pub redirects: bool,
    /// Whether it leads every call on to somebody else.
    pub redirects_away: bool,
    /// Of how many creations it still loses the answer, after they were done.
    pub lost_creations: usize,
    /// With which statuses it answers the next calls for presentations: 503 in place of the server, others after it
    /// has taken them.
    pub refused_insertions: VecDeque<StatusCode>,
    /// Whether it keeps what a creation carried along to itself.
    pub hides_metadata: bool,
    /// Which calls it does not answer yet, and what lets their answers go.
    pub held: Option<(&'static str, Arc<Semaphore>)>,
    /// The forms of the creations that came.
    pub forms: Vec<String>,
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
    let mut refusal = None;
    {
        let mut routing = shared.routing.lock().expect("not poisoned");
        if address.contains("/api/insertDocument") {
            refusal = routing.refused_insertions.pop_front();
        }
        routing.log.push(format!("{method} {address}"));
        if address.contains("/api/create") {
            let form = String::from_utf8_lossy(&body).into_owned();
            routing.forms.push(form);
        }
        if routing.redirects_away {
            let next = [(header::LOCATION, format!("http://localhost:1{address}"))];
            return (StatusCode::MOVED_PERMANENTLY, next).into_response();
        }
        if routing.redirects && !address.starts_with("/moved/") {
            let next = [(header::LOCATION, format!("/moved{address}"))];
            return (StatusCode::MOVED_PERMANENTLY, next).into_response();
        }
    }
    if refusal == Some(StatusCode::SERVICE_UNAVAILABLE) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
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
    let body = answer.text().await.expect("a body");
    let held = shared.routing.lock().expect("not poisoned").held.clone();
    if let Some((call, gate)) = held
        && address.contains(call)
    {
        gate.acquire().await.expect("it is never closed").forget();
    }
    if let Some(status) = refusal {
        return status.into_response();
    }
    let mut routing = shared.routing.lock().expect("not poisoned");
    if routing.lost_creations > 0 && address.contains("/api/create") {
        routing.lost_creations -= 1;
        return StatusCode::BAD_GATEWAY.into_response();
    }
    if routing.hides_metadata {
        return (status, without_metadata(&body)).into_response();
    }
    (status, body).into_response()
}

fn without_metadata(xml: &str) -> String {
    let (open, close) = ("<metadata>", "</metadata>");
    let mut parts = xml.split(open);
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once(close).map_or(part, |(_, after)| after));
    std::iter::once(&*first).chain(rest).collect()
}

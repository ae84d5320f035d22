//! Metrics in the format of Prometheus: which there are, and the endpoint that tells them.
//!
//! | metric | labels | what |
//! | --- | --- | --- |
//! | `parvis_http_requests_total`, `parvis_http_request_seconds` | `method`, `route`, `status` | answered requests, and the time until the answer began |
//! | `parvis_connections`, `parvis_max_connections`, `parvis_refused_connections_total` | | open connections; how many there may be; those that were closed at once |
//! | `parvis_max_connections_per_address` | | how many an address may have |
//! | `parvis_streams`, `parvis_max_streams`, `parvis_refused_streams_total` | | open event streams; how many there may be; those that were refused |
//! | `parvis_calls_total`, `parvis_call_seconds` | `server`, `call`, `outcome` | calls to the conference server, and to the endpoints of identity providers |
//! | `parvis_mails_total` | `outcome` | attempts to send a mail |
//! | `parvis_mails_waiting`, `parvis_oldest_mail_seconds` | | mails that are not sent yet, of all nodes; the age of the oldest, 0 without any |
//! | `process_…` | | memory, descriptors (`process_max_fds`: how many there may be) and time of the process |
//!
//! Labels have few values and none that is of a person: a route is the pattern of an address, such as
//! `/api/v1/rooms/{id}`.

use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use http::{Method, header};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use metrics_process::Collector;

/// The limits of the histograms, in seconds.
const BUCKETS: [f64; 10] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 10.0];

/// How often what is kept for the next reading is tidied up.
const UPKEEP: Duration = Duration::from_secs(5);

/// The metrics of the process.
#[derive(Clone)]
pub struct Metrics {
    handle: PrometheusHandle,
    process: Collector,
}

impl Metrics {
    /// Begins to record. Without it, what is recorded goes nowhere.
    ///
    /// # Errors
    ///
    /// When the process records already.
    pub fn install() -> Result<Self, BuildError> {
        let handle = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &BUCKETS)?
            .install_recorder()?;
        let process = Collector::default();
        process.describe();
        Ok(Self { handle, process })
    }

    /// `GET /metrics`.
    pub fn router(self) -> Router {
        Router::new().route("/metrics", get(tell)).with_state(self)
    }

    /// Tidies up until the process ends, for when nobody reads the metrics.
    pub async fn keep(self) {
        let mut ticks = tokio::time::interval(UPKEEP);
        loop {
            ticks.tick().await;
            self.handle.run_upkeep();
        }
    }
}

async fn tell(State(metrics): State<Metrics>) -> Response {
    metrics.process.collect();
    let text = metrics.handle.render();
    let format = "text/plain; version=0.0.4; charset=utf-8";
    ([(header::CONTENT_TYPE, format)], text).into_response()
}

/// Middleware that counts requests.
pub async fn count_request(request: Request, next: Next) -> Response {
    let method = method(request.method());
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or("-", MatchedPath::as_str).to_owned();
    let began = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    let labels = [
        ("method", method.to_owned()),
        ("route", route),
        ("status", status),
    ];
    metrics::counter!("parvis_http_requests_total", &labels).increment(1);
    metrics::histogram!("parvis_http_request_seconds", &labels).record(began.elapsed());
    response
}

/// The method as a label: a client can make up others.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

//! Traces for `OpenTelemetry`: a span for each request, and within it one for each call to another server. They are
//! sent to a collector by OTLP over HTTP, in batches, and dropped while it does not answer.
//!
//! Spans have what the log has: no address, identifier, ticket, query or name.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::{Request, Response};
use opentelemetry::trace::TracerProvider as _;
use opentelemetry_http::{HttpClient, HttpError, ResponseExt as _};
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig as _, WithHttpConfig as _};
use opentelemetry_sdk::Resource;
use opentelemetry_sdk::runtime::Tokio;
use opentelemetry_sdk::trace::SdkTracerProvider;
use opentelemetry_sdk::trace::span_processor_with_async_runtime::BatchSpanProcessor;
use tokio::sync::oneshot;
use tokio::time::timeout;
use tracing::Span;
use tracing::level_filters::LevelFilter;
use tracing_opentelemetry::OpenTelemetrySpanExt as _;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::registry::LookupSpan;
use url::Url;

/// Whether spans are named for traces: their names would be noise in the log.
static ARE_SENT: AtomicBool = AtomicBool::new(false);

/// How long the end of the process waits for the last spans to be sent: service managers kill it after ten seconds.
const FINISH_TIMEOUT: Duration = Duration::from_secs(3);

/// What sends the spans of this process.
pub struct Traces(SdkTracerProvider);

impl Traces {
    /// Sends spans to the collector at `endpoint`. The environment's `OTEL_…` variables are those of
    /// `OpenTelemetry`: the sampler, the attributes of the resource, the batches.
    ///
    /// # Errors
    ///
    /// When the exporter cannot be made.
    pub fn start(endpoint: &Url) -> Result<Self, Box<dyn std::error::Error>> {
        let address = format!("{}/v1/traces", endpoint.as_str().trim_end_matches('/'));
        let client = Client(
            reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .build()?,
        );
        let exporter = SpanExporter::builder()
            .with_http()
            .with_http_client(client)
            .with_protocol(Protocol::HttpBinary)
            .with_endpoint(address)
            .build()?;
        let resource = Resource::builder()
            .with_service_name("parvis-backend")
            .build();
        let batches = BatchSpanProcessor::builder(exporter, Tokio).build();
        let provider = SdkTracerProvider::builder()
            .with_resource(resource)
            .with_span_processor(batches)
            .build();
        ARE_SENT.store(true, Ordering::Relaxed);
        Ok(Self(provider))
    }

    /// The layer that makes spans of the backend's own.
    #[must_use]
    pub fn layer<S>(&self) -> impl Layer<S> + use<S>
    where
        S: tracing::Subscriber + for<'span> LookupSpan<'span>,
    {
        tracing_opentelemetry::layer()
            .with_tracer(self.0.tracer("parvis-backend"))
            .with_location(false)
            .with_threads(false)
            .with_filter(Targets::new().with_target("parvis_backend", LevelFilter::INFO))
    }

    /// Sends what is left, before the process ends; gives it up after a few seconds.
    pub async fn finish(self) {
        let (sender, done) = oneshot::channel();
        // It blocks until the batch is sent. The process does not wait for this thread.
        thread::spawn(move || sender.send(self.0.shutdown()));
        if !matches!(timeout(FINISH_TIMEOUT, done).await, Ok(Ok(Ok(())))) {
            tracing::warn!("the last traces could not be sent");
        }
    }
}

/// Names a span for traces, if there are any.
pub(crate) fn name(span: &Span, kind: &'static str, name: impl FnOnce() -> String) {
    if ARE_SENT.load(Ordering::Relaxed) {
        span.record("otel.name", name());
        span.record("otel.kind", kind);
    }
}

/// Adds what traces alone have.
pub(crate) fn attribute(span: &Span, name: &'static str, value: impl Into<opentelemetry::Value>) {
    span.set_attribute(name, value);
}

/// The HTTP client of the exporter: the one that all calls use. (That of `opentelemetry-http` is of another release of
/// reqwest, and so would bring a second HTTP stack.)
#[derive(Debug)]
struct Client(reqwest::Client);

#[async_trait]
impl HttpClient for Client {
    async fn send_bytes(&self, request: Request<Bytes>) -> Result<Response<Bytes>, HttpError> {
        let answer = self.0.execute(request.try_into()?).await?;
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = answer.status();
        *response.headers_mut() = answer.headers().clone();
        *response.body_mut() = answer.bytes().await?;
        response.error_for_status()
    }
}

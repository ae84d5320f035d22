//! Recording of metrics; [`telemetry`](crate::telemetry) lists them.

use std::time::Instant;

use tracing::{Span, field};

use crate::traces;

/// Something of which there are so many now, such as connections.
pub struct Gauge(&'static str);

impl Gauge {
    /// Counts one more until what is returned is dropped.
    #[must_use]
    pub fn count(name: &'static str) -> Self {
        metrics::gauge!(name).increment(1.0);
        Self(name)
    }
}

impl Drop for Gauge {
    fn drop(&mut self) {
        metrics::gauge!(self.0).decrement(1.0);
    }
}

/// Says how many or how much there is of something, or may be.
pub fn level(name: &'static str, value: u64) {
    let value = u32::try_from(value).unwrap_or(u32::MAX);
    metrics::gauge!(name).set(value);
}

/// Counts an event.
pub fn event(name: &'static str) {
    metrics::counter!(name).increment(1);
}

/// Counts an event with its outcome.
pub fn outcome(name: &'static str, outcome: &'static str) {
    metrics::counter!(name, "outcome" => outcome).increment(1);
}

/// A call to another server, from its beginning.
pub struct Call {
    server: &'static str,
    name: &'static str,
    began: Instant,
    /// Of traces: it lasts as long as the call.
    span: Span,
}

impl Call {
    /// Begins a call. Names have few values, and none that is of a person.
    #[must_use]
    pub fn begin(server: &'static str, name: &'static str) -> Self {
        let span = tracing::info_span!("call", otel.name = field::Empty, otel.kind = field::Empty);
        traces::name(&span, "client", || format!("{server} {name}"));
        Self {
            server,
            name,
            began: Instant::now(),
            span,
        }
    }

    /// Ends it.
    pub fn end(self, outcome: &'static str) {
        traces::attribute(&self.span, "outcome", outcome);
        let labels = [
            ("server", self.server),
            ("call", self.name),
            ("outcome", outcome),
        ];
        metrics::counter!("parvis_calls_total", &labels).increment(1);
        metrics::histogram!("parvis_call_seconds", &labels).record(self.began.elapsed());
    }
}

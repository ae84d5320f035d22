//! Optimistic updates: a value as the person wants it, and as the backend has confirmed it.

use crate::api::ApiError;

/// A value that changes on the page before the backend has confirmed the change. At most one request is in
/// flight, so that the last change wins in whatever order the network delivers responses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Optimistic<T> {
    wanted: T,
    confirmed: T,
    in_flight: bool,
}

impl<T: Clone + PartialEq> Optimistic<T> {
    /// Starts with the backend's value.
    pub fn new(confirmed: T) -> Self {
        Self {
            wanted: confirmed.clone(),
            confirmed,
            in_flight: false,
        }
    }

    /// The value to show.
    pub fn shown(&self) -> &T {
        &self.wanted
    }

    /// Sets the value that the person wants.
    pub fn want(&mut self, wanted: T) {
        self.wanted = wanted;
    }

    /// Returns the value to send to the backend now, if any, and marks it as in flight.
    pub fn take_request(&mut self) -> Option<T> {
        if self.in_flight || self.wanted == self.confirmed {
            return None;
        }
        self.in_flight = true;
        Some(self.wanted.clone())
    }

    /// Handles the response to [`Optimistic::take_request`]. A refusal restores the confirmed value, unless
    /// the person wants another by now. Returns whether a value that is still wanted was refused.
    pub fn settle(&mut self, requested: T, accepted: bool) -> bool {
        self.in_flight = false;
        if accepted {
            self.confirmed = requested;
            return false;
        }
        let still_wanted = self.wanted == requested;
        if still_wanted {
            self.wanted = self.confirmed.clone();
        }
        still_wanted
    }

    /// Applies the value that the backend has. A value with a request in flight is kept.
    pub fn apply_remote(&mut self, confirmed: T) {
        if !self.in_flight {
            *self = Self::new(confirmed);
        }
    }
}

/// Sends what the person wants to the backend, one request at a time, until the last value is settled. A
/// change during a request is sent after it. `take` is [`Optimistic::take_request`] of the value; `settle`
/// gets each response.
pub async fn send_until_settled<T: Clone>(
    take: impl Fn() -> Option<T>,
    send: impl AsyncFn(T) -> Result<(), ApiError>,
    settle: impl Fn(T, Result<(), ApiError>),
) {
    while let Some(requested) = take() {
        let response = send(requested.clone()).await;
        settle(requested, response);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_shows_at_once_and_is_sent_once() {
        let mut star = Optimistic::new(false);
        star.want(true);
        assert!(star.shown());
        assert_eq!(star.take_request(), Some(true));
        assert_eq!(star.take_request(), None);
    }

    #[test]
    fn a_refusal_restores_the_confirmed_value() {
        let mut name = Optimistic::new("old");
        name.want("new");
        let requested = name.take_request().expect("a request");
        assert!(name.settle(requested, false));
        assert_eq!(name, Optimistic::new("old"));
        assert_eq!(name.take_request(), None);
    }

    #[test]
    fn a_refusal_leaves_a_newer_change_alone() {
        let mut name = Optimistic::new("old");
        name.want("refused");
        let requested = name.take_request().expect("a request");
        name.want("newer");
        assert!(!name.settle(requested, false));
        assert_eq!(name.take_request(), Some("newer"));
        let mut gone = Optimistic::new(false);
        gone.want(true);
        let requested = gone.take_request().expect("a request");
        gone.want(false);
        assert!(!gone.settle(requested, false));
        assert_eq!(gone.take_request(), None);
    }

    #[test]
    fn a_change_during_a_request_is_sent_after_it() {
        let mut star = Optimistic::new(false);
        star.want(true);
        let requested = star.take_request().expect("a request");
        star.want(false);
        assert!(!star.shown());
        star.settle(requested, true);
        assert_eq!(star.take_request(), Some(false));
    }

    #[test]
    fn a_change_and_its_reversal_during_a_request_send_nothing_more() {
        let mut star = Optimistic::new(true);
        star.want(false);
        let requested = star.take_request().expect("a request");
        star.want(true);
        star.want(false);
        star.settle(requested, true);
        assert_eq!(star.take_request(), None);
        assert!(!star.shown());
    }

    #[test]
    fn the_value_of_the_backend_is_applied_but_not_over_a_request() {
        let mut name = Optimistic::new("old");
        name.apply_remote("remote");
        assert_eq!(*name.shown(), "remote");
        name.want("new");
        let requested = name.take_request().expect("a request");
        name.apply_remote("stale");
        assert_eq!(*name.shown(), "new");
        name.settle(requested, true);
        assert_eq!(name, Optimistic::new("new"));
    }
}

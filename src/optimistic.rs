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
    pub fn settle(&mut self, asked: T, accepted: bool) -> bool {
        self.in_flight = false;
        if accepted {
            self.confirmed = asked;
            return false;
        }
        let still_wanted = self.wanted == asked;
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
pub async fn ask_until_settled<T: Clone>(
    take: impl Fn() -> Option<T>,
    ask: impl AsyncFn(T) -> Result<(), ApiError>,
    settle: impl Fn(T, Result<(), ApiError>),
) {
    while let Some(asked) = take() {
        let answer = ask(asked.clone()).await;
        settle(asked, answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_shows_at_once_and_asks_once() {
        let mut star = Optimistic::new(false);
        star.want(true);
        assert!(star.shown());
        assert_eq!(star.take_request(), Some(true));
        assert_eq!(star.take_request(), None);
    }

    #[test]
    fn a_refusal_turns_the_value_back() {
        let mut name = Optimistic::new("old");
        name.want("new");
        let asked = name.take_request().expect("a request");
        assert!(name.settle(asked, false));
        assert_eq!(name, Optimistic::new("old"));
        assert_eq!(name.take_request(), None);
    }

    #[test]
    fn a_refusal_leaves_a_newer_wish_alone() {
        let mut name = Optimistic::new("old");
        name.want("refused");
        let asked = name.take_request().expect("a request");
        name.want("newer");
        assert!(!name.settle(asked, false));
        assert_eq!(name.take_request(), Some("newer"));
        let mut gone = Optimistic::new(false);
        gone.want(true);
        let asked = gone.take_request().expect("a request");
        gone.want(false);
        assert!(!gone.settle(asked, false));
        assert_eq!(gone.take_request(), None);
    }

    #[test]
    fn a_wish_during_a_request_is_asked_for_after_it() {
        let mut star = Optimistic::new(false);
        star.want(true);
        let asked = star.take_request().expect("a request");
        star.want(false);
        assert!(!star.shown());
        star.settle(asked, true);
        assert_eq!(star.take_request(), Some(false));
    }

    #[test]
    fn a_wish_and_its_contrary_during_a_request_ask_for_nothing_more() {
        let mut star = Optimistic::new(true);
        star.want(false);
        let asked = star.take_request().expect("a request");
        star.want(true);
        star.want(false);
        star.settle(asked, true);
        assert_eq!(star.take_request(), None);
        assert!(!star.shown());
    }

    #[test]
    fn what_the_backend_has_is_applied_but_not_over_a_request() {
        let mut name = Optimistic::new("old");
        name.apply_remote("told");
        assert_eq!(*name.shown(), "told");
        name.want("new");
        let asked = name.take_request().expect("a request");
        name.apply_remote("stale");
        assert_eq!(*name.shown(), "new");
        name.settle(asked, true);
        assert_eq!(name, Optimistic::new("new"));
    }
}

//! A star that answers at once: what the person wants, against what the backend has confirmed.

/// The star of one room. At most one request is on its way at a time, so that the last press wins
/// however the network orders the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Favourite {
    wanted: bool,
    confirmed: bool,
    in_flight: bool,
}

impl Favourite {
    /// The star as the backend has told it.
    pub fn new(confirmed: bool) -> Self {
        Self {
            wanted: confirmed,
            confirmed,
            in_flight: false,
        }
    }

    /// Whether the star is shown lit.
    pub fn is_lit(self) -> bool {
        self.wanted
    }

    /// The person presses the star.
    pub fn press(&mut self) {
        self.wanted = !self.wanted;
    }

    /// What to ask of the backend now, if anything.
    pub fn take_request(&mut self) -> Option<bool> {
        if self.in_flight || self.wanted == self.confirmed {
            return None;
        }
        self.in_flight = true;
        Some(self.wanted)
    }

    /// The backend has answered what [`Favourite::take_request`] asked. A refusal turns the star
    /// back to what is confirmed.
    pub fn settle(&mut self, asked: bool, accepted: bool) {
        self.in_flight = false;
        if accepted {
            self.confirmed = asked;
        } else {
            self.wanted = self.confirmed;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_shows_at_once_and_asks_once() {
        let mut star = Favourite::new(false);
        star.press();
        assert!(star.is_lit());
        assert_eq!(star.take_request(), Some(true));
        assert_eq!(star.take_request(), None);
    }

    #[test]
    fn a_refusal_turns_the_star_back() {
        let mut star = Favourite::new(false);
        star.press();
        let asked = star.take_request().expect("a request");
        star.settle(asked, false);
        assert_eq!(star, Favourite::new(false));
        assert_eq!(star.take_request(), None);
    }

    #[test]
    fn presses_during_a_request_are_asked_for_after_it() {
        let mut star = Favourite::new(false);
        star.press();
        let asked = star.take_request().expect("a request");
        star.press();
        assert!(!star.is_lit());
        star.settle(asked, true);
        assert_eq!(star.take_request(), Some(false));
    }

    #[test]
    fn two_presses_during_a_request_ask_for_nothing_more() {
        let mut star = Favourite::new(true);
        star.press();
        let asked = star.take_request().expect("a request");
        star.press();
        star.press();
        star.settle(asked, true);
        assert_eq!(star.take_request(), None);
        assert!(!star.is_lit());
    }
}

//! The random source, injected. **Architecture invariant:** only this module asks the system for random
//! numbers, so that tests control them.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::TryRng as _;
use rand::rngs::SysRng;
use uuid::Uuid;

use crate::clock::Moment;

/// A source of random bytes.
#[derive(Clone)]
pub struct Random(Arc<Fill>);

type Fill = dyn Fn(&mut [u8]) + Send + Sync;

impl Random {
    /// The system's random source.
    ///
    /// # Panics
    ///
    /// Generating panics when the system's source fails: no weaker source would be acceptable for secrets.
    #[must_use]
    pub fn system() -> Self {
        Self(Arc::new(|bytes| {
            SysRng
                .try_fill_bytes(bytes)
                .expect("the system's random source answers");
        }))
    }

    /// A source that a test controls.
    pub fn from_fn(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self(Arc::new(fill))
    }

    /// `N` random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.0)(&mut bytes);
        bytes
    }

    /// A 256-bit token, base64url (43 characters).
    #[must_use]
    pub fn token(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }

    /// A number of nine digits, uniformly distributed over all 900,000,000.
    #[must_use]
    pub fn nine_digits(&self) -> i32 {
        const FIRST: u32 = 100_000_000;
        const COUNT: u32 = 900_000_000;
        // Rejection sampling: values above the largest multiple of COUNT would favour some numbers.
        const FAIR: u32 = u32::MAX - u32::MAX % COUNT;
        loop {
            let drawn = u32::from_le_bytes(self.bytes());
            if drawn < FAIR {
                // At most 999,999,999, which fits.
                return i32::try_from(FIRST + drawn % COUNT).unwrap_or(i32::MAX);
            }
        }
    }

    /// A `UUIDv7` for `now`.
    #[must_use]
    pub fn uuid(&self, now: Moment) -> Uuid {
        let millis = u64::try_from(now.0).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn numbers_have_nine_digits_and_never_start_with_zero() {
        let random = Random::system();
        for _ in 0..10_000 {
            assert!((100_000_000..=999_999_999).contains(&random.nine_digits()));
        }
    }

    #[test]
    fn a_draw_that_would_favour_some_numbers_is_drawn_again() {
        let rigged = Mutex::new(vec![0_u32, u32::MAX]);
        let random = Random::from_fn(move |bytes| {
            let next = rigged
                .lock()
                .expect("not poisoned")
                .pop()
                .expect("two draws");
            bytes.copy_from_slice(&next.to_le_bytes());
        });
        assert_eq!(random.nine_digits(), 100_000_000);
    }

    #[test]
    fn identifiers_sort_by_the_time_of_their_making() {
        let random = Random::system();
        assert!(random.uuid(Moment(1_000)) < random.uuid(Moment(2_000)));
        assert_eq!(random.uuid(Moment(1_000)).get_version_num(), 7);
    }
}

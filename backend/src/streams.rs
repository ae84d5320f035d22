//! Open event streams: how many there are, in all and for each ticket or session, and which end before their time.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio_util::sync::CancellationToken;

use crate::measure::{self, Gauge};
use crate::notices::{Notice, Notices};
use crate::storage::TokenHash;

const REFUSED: &str = "parvis_refused_streams_total";

/// The maximum number of streams of a ticket or session: a person has a few tabs, and a browser reconnects before the
/// former stream is known to be over.
const MOST_OF_ONE: usize = 20;

/// The open streams of this node.
#[derive(Clone)]
pub struct Streams(Arc<Inner>);

struct Inner {
    most: usize,
    notices: Notices,
    /// Ends all streams.
    end: CancellationToken,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    all: usize,
    of_one: HashMap<TokenHash, Holder>,
}

/// The streams of a ticket or session.
struct Holder {
    count: usize,
    end: CancellationToken,
}

/// Why no further stream is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StreamLimit {
    /// The ticket or session has as many as one may have.
    #[error("the ticket or session has {MOST_OF_ONE} streams")]
    OfOne,
    /// The node has as many as it may have.
    #[error("this node has the maximum number of streams")]
    OfAll,
}

impl Streams {
    /// At most `most` streams in all. Other nodes are told by `notices` which sessions end.
    #[must_use]
    pub fn new(most: usize, notices: Notices) -> Self {
        measure::level("parvis_max_streams", most as u64);
        Self(Arc::new(Inner {
            most,
            notices,
            end: CancellationToken::new(),
            open: Mutex::default(),
        }))
    }

    /// Counts a stream of this ticket or session, until what is returned is dropped.
    ///
    /// # Errors
    ///
    /// [`StreamLimit`] when there are too many.
    pub fn open(&self, holder: TokenHash) -> Result<OpenStream, StreamLimit> {
        let mut open = self.0.open();
        let Open { all, of_one } = &mut *open;
        if *all >= self.0.most {
            measure::event(REFUSED);
            return Err(StreamLimit::OfAll);
        }
        let of_one = of_one.entry(holder.clone()).or_insert_with(|| Holder {
            count: 0,
            end: self.0.end.child_token(),
        });
        if of_one.count >= MOST_OF_ONE {
            measure::event(REFUSED);
            return Err(StreamLimit::OfOne);
        }
        of_one.count += 1;
        *all += 1;
        Ok(OpenStream {
            streams: Arc::clone(&self.0),
            holder,
            end: of_one.end.clone(),
            _counted: Gauge::count("parvis_streams"),
        })
    }

    /// Ends the streams of a session that is over, at every node.
    pub fn end(&self, holder: &TokenHash) {
        self.end_of(holder);
        self.0.notices.send(Notice::SessionEnded(holder.clone()));
    }

    /// Ends the streams of a session that is over, at this node.
    pub fn end_of(&self, holder: &TokenHash) {
        // The streams are counted until they are dropped, so a stream that is opened meanwhile ends as well.
        if let Some(holder) = self.0.open().of_one.get(holder) {
            holder.end.cancel();
        }
    }

    /// Ends all streams: the node stops, and browsers connect to another.
    pub fn end_all(&self) {
        self.0.end.cancel();
    }
}

impl Inner {
    fn open(&self) -> MutexGuard<'_, Open> {
        // Changes are made in one step, so the counts are consistent after a panic.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A stream that counts until it is dropped.
pub struct OpenStream {
    streams: Arc<Inner>,
    holder: TokenHash,
    end: CancellationToken,
    _counted: Gauge,
}

impl OpenStream {
    /// Completes when the stream is to end.
    pub async fn ended(&self) {
        self.end.cancelled().await;
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let mut open = self.streams.open();
        open.all -= 1;
        if let Entry::Occupied(mut entry) = open.of_one.entry(self.holder.clone()) {
            entry.get_mut().count -= 1;
            if entry.get().count == 0 {
                entry.remove();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;
    use crate::notices;

    fn streams(most: usize) -> Streams {
        let (notices, _) = notices::channel();
        Streams::new(most, notices)
    }

    fn opened(streams: &Streams, holder: &str) -> Result<OpenStream, StreamLimit> {
        streams.open(TokenHash::of(holder))
    }

    #[test]
    fn one_has_a_limited_number_and_others_are_not_concerned() {
        let streams = streams(100);
        let mut open: Vec<_> = (0..MOST_OF_ONE)
            .map(|_| opened(&streams, "one").expect("a stream"))
            .collect();
        assert_eq!(opened(&streams, "one").err(), Some(StreamLimit::OfOne));
        opened(&streams, "other").expect("a stream");
        open.pop();
        opened(&streams, "one").expect("a stream");
    }

    #[test]
    fn all_have_a_limited_number_and_those_that_are_over_do_not_count() {
        let streams = streams(2);
        let one = opened(&streams, "one").expect("a stream");
        let _other = opened(&streams, "other").expect("a stream");
        assert_eq!(opened(&streams, "third").err(), Some(StreamLimit::OfAll));
        drop(one);
        opened(&streams, "third").expect("a stream");
        assert_eq!(streams.0.open().of_one.len(), 1);
    }

    #[test]
    fn the_streams_of_one_end_together_and_those_of_others_go_on() {
        let streams = streams(100);
        let one = [(); 2].map(|()| opened(&streams, "one").expect("a stream"));
        let other = opened(&streams, "other").expect("a stream");
        streams.end(&TokenHash::of("one"));
        assert!(
            one.iter()
                .all(|stream| stream.ended().now_or_never().is_some())
        );
        assert!(other.ended().now_or_never().is_none());
        drop(one);
        let later = opened(&streams, "one").expect("a stream");
        assert!(later.ended().now_or_never().is_none());
        streams.end_all();
        assert!(later.ended().now_or_never().is_some());
        assert!(other.ended().now_or_never().is_some());
    }
}

//! The largest number of people in each meeting, from the list for badges: stored when it grows.

use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::watch;

use super::snapshot::Snapshot;
use crate::storage::Store;
use crate::storage::room_meetings::MeetingKey;

/// Stores larger numbers until the backend stops. A list that comes while the database is busy is not waited for: the
/// next one counts.
pub(super) async fn follow(mut latest: watch::Receiver<Arc<Snapshot>>, store: &Store) {
    let mut stored = HashMap::new();
    let mut failing = false;
    while latest.changed().await.is_ok() {
        let people: HashMap<MeetingKey, u32> = latest.borrow_and_update().people().collect();
        let larger = grown(&stored, &people);
        match store.raise_most_people(&larger).await {
            Ok(()) => {
                failing = false;
                stored.extend(larger);
                stored.retain(|key, _| people.contains_key(key));
            }
            Err(error) => {
                if !failing {
                    tracing::warn!(%error, "the number of people in meetings is not kept");
                }
                failing = true;
            }
        }
    }
}

/// The meetings with more people than are stored.
fn grown(
    stored: &HashMap<MeetingKey, u32>,
    people: &HashMap<MeetingKey, u32>,
) -> Vec<(MeetingKey, u32)> {
    let is_larger = |(key, people): &(&MeetingKey, &u32)| stored.get(*key) < Some(*people);
    let grown = people.iter().filter(is_larger);
    grown.map(|(key, people)| (*key, *people)).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn only_a_meeting_with_more_people_than_are_stored_is_stored_again() {
        let key = |create_time| MeetingKey {
            room: Uuid::from_u128(1),
            create_time,
        };
        let stored = HashMap::from([(key(1), 3), (key(2), 3), (key(3), 3)]);
        let people = HashMap::from([(key(1), 2), (key(2), 3), (key(3), 4), (key(4), 1)]);
        let mut grown = grown(&stored, &people);
        grown.sort_unstable();
        assert_eq!(grown, [(key(3), 4), (key(4), 1)]);
    }
}

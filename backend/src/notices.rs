//! What a node tells the others at once, so that people see a change within a second wherever they are connected.
//! Nothing depends on it alone: a notice that is lost is made up for by the next poll.

use tokio::sync::mpsc;

use crate::storage::TokenHash;

/// How many notices wait to be sent; further ones are dropped.
const WAITING: usize = 1_000;

/// A change at a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Who is a delegate of a room, or its owner.
    Delegations,
    /// Which recordings are new.
    Recordings,
    /// A session has ended.
    SessionEnded(TokenHash),
}

impl Notice {
    /// As it is sent.
    #[must_use]
    pub fn to_text(&self) -> String {
        match self {
            Self::Delegations => "delegations".to_owned(),
            Self::Recordings => "recordings".to_owned(),
            Self::SessionEnded(token) => format!("session {}", String::from(token.clone())),
        }
    }

    /// What was sent; `None` for what another release sends.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        match text {
            "delegations" => Some(Self::Delegations),
            "recordings" => Some(Self::Recordings),
            other => {
                let token = TokenHash::from_hex(other.strip_prefix("session ")?)?;
                Some(Self::SessionEnded(token))
            }
        }
    }
}

/// Where a node's notices go.
#[derive(Clone)]
pub struct Notices(mpsc::Sender<Notice>);

/// The notices that are to be sent.
pub struct OutgoingNotices(mpsc::Receiver<Notice>);

/// Both ends.
#[must_use]
pub fn channel() -> (Notices, OutgoingNotices) {
    let (sender, receiver) = mpsc::channel(WAITING);
    (Notices(sender), OutgoingNotices(receiver))
}

impl OutgoingNotices {
    /// The next one; `None` once there can be no further ones.
    pub async fn next(&mut self) -> Option<Notice> {
        self.0.recv().await
    }
}

impl Notices {
    /// Tells the other nodes, a little later.
    pub fn send(&self, notice: Notice) {
        if self.0.try_send(notice).is_err() {
            tracing::debug!("a notice is dropped: other nodes learn the change by polling");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_are_read_as_they_were_sent_and_others_are_passed_over() {
        for notice in [
            Notice::Delegations,
            Notice::Recordings,
            Notice::SessionEnded(TokenHash::of("a token")),
        ] {
            assert_eq!(Notice::from_text(&notice.to_text()), Some(notice));
        }
        for other in ["", "rooms", "session", "session x", "session é"] {
            assert_eq!(Notice::from_text(other), None);
        }
    }
}

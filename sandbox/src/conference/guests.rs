//! Guest policy: who has to wait in the lobby.
//!
//! Source: BigBlueButton's `Meeting.calcGuestStatus` and `ApiController.join`.

use crate::conference::role::Role;

/// The parameter `guestPolicy` of `create`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GuestPolicy {
    AlwaysAccept,
    AlwaysAcceptAuthenticated,
    AskModerator,
    AlwaysDeny,
    /// `create` accepts any value; at `join`, guests are denied for an unknown one.
    Unknown,
}

impl GuestPolicy {
    /// Parses the parameter; without it guests are accepted.
    pub(crate) fn parse(word: Option<&str>) -> Self {
        match word {
            None | Some("ALWAYS_ACCEPT") => Self::AlwaysAccept,
            Some("ALWAYS_ACCEPT_AUTH") => Self::AlwaysAcceptAuthenticated,
            Some("ASK_MODERATOR") => Self::AskModerator,
            Some("ALWAYS_DENY") => Self::AlwaysDeny,
            Some(_) => Self::Unknown,
        }
    }
}

/// The guest status of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GuestStatus {
    Allow,
    Wait,
    Deny,
}

/// The status by policy. `guest` is the parameter of `join`, `authenticated_guest` the server's property.
pub(crate) fn status(
    policy: GuestPolicy,
    role: Role,
    guest: Option<bool>,
    authenticated_guest: bool,
) -> GuestStatus {
    let passes_unasked = if authenticated_guest {
        role == Role::Moderator || guest == Some(false)
    } else {
        guest != Some(true)
    };
    if passes_unasked {
        return GuestStatus::Allow;
    }
    match policy {
        GuestPolicy::AlwaysAccept => GuestStatus::Allow,
        // Without the property, declared guests are accepted too.
        GuestPolicy::AlwaysAcceptAuthenticated if !authenticated_guest || guest.is_none() => {
            GuestStatus::Allow
        }
        GuestPolicy::AlwaysAcceptAuthenticated | GuestPolicy::AskModerator => GuestStatus::Wait,
        GuestPolicy::AlwaysDeny | GuestPolicy::Unknown => GuestStatus::Deny,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use GuestPolicy::{AlwaysAccept, AlwaysAcceptAuthenticated, AlwaysDeny, AskModerator};
    use GuestStatus::{Allow, Deny, Wait};
    use Role::{Moderator, Viewer};

    #[test]
    fn with_authenticated_guest_moderators_and_declared_non_guests_never_wait() {
        for policy in [
            AlwaysAccept,
            AlwaysAcceptAuthenticated,
            AskModerator,
            AlwaysDeny,
        ] {
            for guest in [None, Some(true), Some(false)] {
                assert_eq!(status(policy, Moderator, guest, true), Allow);
            }
            assert_eq!(status(policy, Viewer, Some(false), true), Allow);
        }
    }

    #[test]
    fn with_authenticated_guest_a_viewer_who_says_nothing_waits_when_moderators_are_asked() {
        assert_eq!(status(AskModerator, Viewer, None, true), Wait);
        assert_eq!(status(AskModerator, Viewer, Some(true), true), Wait);
        assert_eq!(status(AlwaysAcceptAuthenticated, Viewer, None, true), Allow);
        assert_eq!(
            status(AlwaysAcceptAuthenticated, Viewer, Some(true), true),
            Wait
        );
        assert_eq!(status(AlwaysDeny, Viewer, None, true), Deny);
    }

    #[test]
    fn without_authenticated_guest_only_declared_guests_meet_the_policy() {
        for role in [Moderator, Viewer] {
            assert_eq!(status(AskModerator, role, None, false), Allow);
            assert_eq!(status(AskModerator, role, Some(true), false), Wait);
            let policy = AlwaysAcceptAuthenticated;
            assert_eq!(status(policy, role, Some(true), false), Allow);
            assert_eq!(status(AlwaysDeny, role, Some(true), false), Deny);
            assert_eq!(status(GuestPolicy::Unknown, role, Some(true), false), Deny);
        }
    }
}

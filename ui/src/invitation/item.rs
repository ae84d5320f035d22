//! One line of an invitation, on the portal and in the meeting.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::i18n::naming::{NamingTexts, say};
use crate::{CopyButton, FoldOut};

/// What lets others in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Datum {
    /// The connection code.
    Code,
    /// The address for video terminals.
    Sip,
    /// The link that gives moderator rights.
    ModeratorLink,
    /// The link that gives restricted rights.
    AttendeeLink,
    /// The link that gives restricted rights to people who sign in.
    AuthenticatedLink,
    /// The number to dial, with its PIN.
    DialIn,
}

impl Datum {
    /// Its name, for who is told that it was copied.
    fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Sip => "sip",
            Self::ModeratorLink => "moderator_link",
            Self::AttendeeLink => "attendee_link",
            Self::AuthenticatedLink => "authenticated_link",
            Self::DialIn => "dial_in",
        }
    }

    /// In the words of the copy button.
    fn what(self) -> fn(NamingTexts) -> &'static str {
        match self {
            Self::Code => NamingTexts::code,
            Self::Sip => NamingTexts::sip_address,
            Self::ModeratorLink => NamingTexts::moderator_link,
            Self::AttendeeLink => NamingTexts::attendee_link,
            Self::AuthenticatedLink => NamingTexts::authenticated_link,
            Self::DialIn => NamingTexts::dial_in,
        }
    }
}

/// A line whose value is in view.
#[component]
pub fn InvitationItem(
    /// What is handed out.
    datum: Datum,
    /// The very characters that are copied.
    #[prop(into)]
    value: Text,
    /// What is seen.
    children: Children,
) -> impl IntoView {
    view! {
        <li class="invitation__item" data-datum=datum.name()>
            <div class="invitation__label">{children()}</div>
            <CopyButton what=say(datum.what()) value />
        </li>
    }
}

/// A line for a link, which unfolds to show it.
#[component]
pub fn LinkItem(
    /// Its label.
    label: Text,
    /// The link.
    #[prop(into)]
    link: Text,
    /// What is handed out.
    datum: Datum,
) -> impl IntoView {
    view! {
        <InvitationItem datum value=link>
            <FoldOut summary=label>
                <p class="invitation__address">{link}</p>
            </FoldOut>
        </InvitationItem>
    }
}

//! An item of an invitation: its label, its value and a copy button.

use leptos::prelude::*;

use crate::i18n::Text;
use crate::i18n::naming::{NamingTexts, say};
use crate::{CopyButton, FoldOut};

/// The kinds of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// The connection code.
    Code,
    /// The SIP address, for video terminals.
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

impl ItemKind {
    /// The name that is reported when the item is copied.
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

    /// The name in the copy button.
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

/// An item whose value is visible.
#[component]
pub fn InvitationItem(
    /// The kind of item.
    kind: ItemKind,
    /// The exact text to copy.
    #[prop(into)]
    value: Text,
    /// The label and the visible value.
    children: Children,
) -> impl IntoView {
    view! {
        <li class="invitation__item" data-datum=kind.name()>
            <div class="invitation__label">{children()}</div>
            <CopyButton what=say(kind.what()) value />
        </li>
    }
}

/// An item for a link, which expands to show it.
#[component]
pub fn LinkItem(
    /// The label.
    label: Text,
    /// The link.
    #[prop(into)]
    link: Text,
    /// The kind of item.
    kind: ItemKind,
) -> impl IntoView {
    view! {
        <InvitationItem kind value=link>
            <FoldOut summary=label>
                <p class="invitation__address">{link}</p>
            </FoldOut>
        </InvitationItem>
    }
}

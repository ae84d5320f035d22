//! The item for joining by telephone.

use crate::i18n::inviting::InvitingTexts;
use leptos::prelude::*;

use super::item::{InvitationItem, ItemKind};
use crate::i18n::Text;
use crate::i18n::inviting::say;

/// The number to dial and the PIN, in groups that are easy to read out.
#[component]
pub fn Telephone(
    /// The exact text to copy.
    line: Text,
    /// The number.
    number: Text,
    /// The PIN, in groups.
    pin: Text,
) -> impl IntoView {
    view! {
        <InvitationItem kind=ItemKind::DialIn value=line>
            <span>{say(InvitingTexts::dial_in)}</span>
            <span class="invitation__digits">{number}</span>
            <span class="invitation__digits">
                {say(InvitingTexts::pin)} "\u{a0}" {pin} "\u{a0}#"
            </span>
        </InvitationItem>
    }
}

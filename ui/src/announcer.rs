//! Short statuses, read out without moving the focus.

use leptos::prelude::*;

use crate::i18n::Text;

/// What is announced in the nearest [`StatusRegion`].
#[derive(Clone, Copy, Default)]
pub struct Announcer(RwSignal<Announcement>);

#[derive(Clone, Default)]
struct Announcement {
    text: String,
    count: u32,
}

impl Announcer {
    /// A new announcer, for the context of what it serves.
    pub fn new() -> Self {
        Self(RwSignal::default())
    }

    /// The announcer of the page, or of the dialog around.
    pub fn get() -> Self {
        expect_context()
    }

    /// Has `text` read out, even if it is what was read last.
    pub fn announce(self, text: String) {
        self.0.update(|announcement| {
            announcement.text = text;
            announcement.count += 1;
        });
    }

    /// The same text twice in a row would be no change to a screen reader: every other time it
    /// ends in a blank that is neither seen nor heard.
    fn content(self) -> Text {
        Signal::derive(move || {
            self.0.with(|Announcement { text, count }| {
                if count % 2 == 0 {
                    text.clone()
                } else {
                    format!("{text}\u{a0}")
                }
            })
        })
    }
}

/// Where an announcer's texts stand for assistive technologies. A dialog needs its own: what lies
/// outside of it is inert while it is open.
#[component]
pub fn StatusRegion(
    /// Whose texts.
    announcer: Announcer,
) -> impl IntoView {
    view! {
        <p class="fr-sr-only" role="status">
            {announcer.content()}
        </p>
    }
}

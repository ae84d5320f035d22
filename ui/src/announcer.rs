//! Live regions: short messages that assistive technologies announce without moving the focus.

use leptos::prelude::*;

use crate::i18n::Text;

/// The message of the nearest [`StatusRegion`].
#[derive(Clone, Copy, Default)]
pub struct Announcer(RwSignal<Announcement>);

#[derive(Clone, Default)]
struct Announcement {
    text: String,
    count: u32,
}

impl Announcer {
    /// A new announcer, for the context of a page or dialog.
    pub fn new() -> Self {
        Self(RwSignal::default())
    }

    /// The announcer of the page, or of the surrounding dialog.
    pub fn get() -> Self {
        expect_context()
    }

    /// Announces `text`, even if it was announced last.
    pub fn announce(self, text: String) {
        self.0.update(|announcement| {
            announcement.text = text;
            announcement.count += 1;
        });
    }

    /// The content of the live region. Screen readers do not announce a text that has not changed, so that
    /// every other message ends with a no-break space, which is neither visible nor read out.
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

/// The live region of an announcer. A dialog needs its own, because everything outside of it is inert while
/// it is open.
#[component]
pub fn StatusRegion(
    /// The announcer.
    announcer: Announcer,
) -> impl IntoView {
    view! {
        <p class="fr-sr-only" role="status">
            {announcer.content()}
        </p>
    }
}

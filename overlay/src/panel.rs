//! Interface between the page's script and the session details.

use std::any::Any;
use std::cell::Cell;

use leptos::mount::mount_to;
use leptos::prelude::*;
use parvis_contract::code::{ConnectionCode, Pin};
use parvis_contract::invitation::DialIn;
use parvis_contract::session::SessionDetails;
use parvis_texts::Catalogue;
use parvis_ui::i18n::{I18n, catalogue};
use web_sys::HtmlElement;

use crate::details::Details;
use crate::details_state::{DetailsState, LoadError};

const NOT_MODIFIED: u16 = 304;

/// The details, shown in an element until this is dropped.
pub struct Panel {
    owner: Owner,
    state: DetailsState,
    i18n: I18n,
    /// Removes the view when it is dropped.
    _shown: Box<dyn Any>,
}

impl Panel {
    /// Shows the details in `container`, with the texts of `text_lines`, or those of before.
    #[must_use]
    pub fn show(container: HtmlElement, text_lines: Option<String>) -> Self {
        let owner = Owner::new();
        let (state, i18n) = owner.with(|| (DetailsState::new(), I18n::new(texts(text_lines))));
        let shown = mount_to(container, move || {
            provide_context(i18n);
            view! { <Details state /> }.into_any()
        });
        Self {
            owner,
            state,
            i18n,
            _shown: Box::new(shown),
        }
    }

    /// Uses the texts of `text_lines`, or those of before, from now on.
    pub fn set_texts(&self, text_lines: Option<String>) {
        self.i18n.choose(texts(text_lines));
    }

    /// Applies a response with data: code and PIN as nine digits, the number as written; number and PIN are
    /// empty if the instance has no telephone. Returns whether the data are valid.
    #[must_use]
    pub fn set_details(
        &self,
        code: &str,
        moderator_link: String,
        attendee_link: String,
        number: String,
        pin: &str,
    ) -> bool {
        let dial_in = match pin {
            "" => Ok(None),
            pin => Pin::parse(pin).map(|pin| Some(DialIn { number, pin })),
        };
        let (Ok(code), Ok(dial_in)) = (ConnectionCode::parse(code), dial_in) else {
            self.state.set_error(LoadError::Failed);
            return false;
        };
        self.state.set_details(&SessionDetails {
            code,
            moderator_link,
            attendee_link,
            dial_in,
            welcome: None,
            moderators_message: None,
            token_expires_at: None,
        });
        true
    }

    /// Applies the room's messages for everybody and for moderators; empty if there is none. Called just
    /// before the data of the same response.
    pub fn set_messages(&self, welcome: String, moderators_message: String) {
        self.state.set_messages(welcome, moderators_message);
    }

    /// Applies any other response, by its status; 0 if none came. Returns whether the shown data stay.
    #[must_use]
    pub fn set_status(&self, status: u16) -> bool {
        if status == NOT_MODIFIED {
            self.state.clear_error();
            return true;
        }
        self.state.set_error(LoadError::from_status(status))
    }
}

impl Drop for Panel {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}

thread_local! {
    /// The texts that were used last: they stay, so that they are given once and not at each opening.
    static TEXTS: Cell<Option<&'static Catalogue>> = const { Cell::new(None) };
}

/// The texts of `text_lines`, or those of before. No text of the details has several forms, so that the
/// language itself makes no difference.
fn texts(text_lines: Option<String>) -> &'static Catalogue {
    let current = text_lines
        .map(|text_lines| catalogue("", text_lines))
        .or(TEXTS.get());
    TEXTS.set(current);
    current.unwrap_or_else(|| catalogue("", String::new()))
}

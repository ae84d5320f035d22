//! Validation errors of the form of a room.

use leptos::prelude::*;
use parvis_contract::field::{FieldError, FieldReason};
use parvis_ui::reveal_soon;

/// The errors of the fields.
#[derive(Clone, Copy)]
pub struct Mistakes(RwSignal<Vec<FieldError>>);

impl Mistakes {
    /// No errors yet.
    pub fn none() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Why a field is refused, if it is.
    pub fn of(self, field: &str) -> Option<FieldReason> {
        self.0.with(|mistakes| {
            let mistake = mistakes.iter().find(|mistake| mistake.field == field);
            mistake.map(|mistake| mistake.reason)
        })
    }

    /// Shows these errors.
    pub fn set(self, mistakes: Vec<FieldError>) {
        // Each field is revealed, and the first takes the focus.
        reveal_soon(
            mistakes
                .iter()
                .map(|mistake| field_id(&mistake.field))
                .collect(),
        );
        self.0.set(mistakes);
    }
}

/// The identifier of a field's element.
pub fn field_id(field: &str) -> String {
    format!("room-{field}")
}

//! What is wrong with the fields of a room's form.

use leptos::prelude::*;
use parvis_contract::field::{FieldError, FieldReason};
use parvis_ui::reveal_soon;

/// What is wrong with the fields.
#[derive(Clone, Copy)]
pub struct Mistakes(RwSignal<Vec<FieldError>>);

impl Mistakes {
    /// Nothing is wrong yet.
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

    /// Shows what is wrong.
    pub fn set(self, mistakes: Vec<FieldError>) {
        // Each comes into view, and the first takes the focus.
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

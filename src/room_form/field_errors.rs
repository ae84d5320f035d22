//! Validation errors of the form of a room.

use leptos::prelude::*;
use parvis_contract::field::{FieldError, FieldReason};
use parvis_ui::reveal_soon;

/// The errors of the fields.
#[derive(Clone, Copy)]
pub struct FieldErrors(RwSignal<Vec<FieldError>>);

impl FieldErrors {
    /// No errors yet.
    pub fn none() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Why a field is refused, if it is.
    pub fn of(self, field: &str) -> Option<FieldReason> {
        self.0.with(|field_errors| {
            let error = field_errors.iter().find(|error| error.field == field);
            error.map(|error| error.reason)
        })
    }

    /// Shows these errors.
    pub fn set(self, field_errors: Vec<FieldError>) {
        // Each field is revealed, and the first takes the focus.
        reveal_soon(
            field_errors
                .iter()
                .map(|error| field_id(&error.field))
                .collect(),
        );
        self.0.set(field_errors);
    }
}

/// The identifier of a field's element.
pub fn field_id(field: &str) -> String {
    format!("room-{field}")
}

//! The texts of the components.

crate::texts_of!(UiTexts);

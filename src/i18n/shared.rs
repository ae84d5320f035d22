//! The texts that several features share.

parvis_ui::texts_of!(Texts);

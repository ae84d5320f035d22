//! Texts of the delegates of a room.

parvis_ui::texts_of!(DelegateTexts, "delegates");

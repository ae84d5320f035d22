//! Texts of the session details.

parvis_ui::texts_of!(SessionTexts, "session");

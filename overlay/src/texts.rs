//! What the session's details say besides.

parvis_ui::texts_of!(SessionTexts, "session");

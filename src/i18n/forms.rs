//! The texts of the form of a room, and of help.

parvis_ui::texts_of!(FormTexts);

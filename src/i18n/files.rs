//! Texts of the files of a room.

parvis_ui::texts_of!(FileTexts, "files");

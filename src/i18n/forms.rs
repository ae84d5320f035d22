//! Every text of the part with the forms of a room.

parvis_ui::texts_of!(FormTexts);

//! Texts of the meetings of a room.

parvis_ui::texts_of!(HistoryTexts, "history");

//! Every text of the part for guests.

parvis_ui::texts_of!(GuestTexts);

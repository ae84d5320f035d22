//! The texts of visitors and guests.

parvis_ui::texts_of!(GuestTexts);
